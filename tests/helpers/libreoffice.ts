import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_TIME = 240_000;

/** Said once on machines without Java, which writing PDF has no need of. */
const NO_JAVA = /^Warning: failed to launch javaldx.*$/m;

/** What is missing on this machine to open files in LibreOffice, in words; null when nothing is. */
export async function missingLibreOffice(): Promise<string | null> {
  for (const [program, option] of [
    ['soffice', '--version'],
    ['pdftotext', '-v'],
    ['pdfinfo', '-v'],
  ] as const) {
    const found = await run(program, [option]).then(
      () => true,
      () => false,
    );
    if (!found) return `${program} is not on this machine: install LibreOffice and poppler to run this`;
  }
  return null;
}

/** A file as LibreOffice laid it out. */
export interface LaidOut {
  pages: number;
  /** The words of all pages, one space between them, without the foot of pages. */
  text: string;
}

/**
 * Opens every file in one run of LibreOffice, with a profile of its own in `folder`, and has each laid out as PDF.
 * `said` is what it wrote to its error stream.
 */
export async function laidOut(
  files: Record<string, Uint8Array>,
  folder: string,
): Promise<{ said: string; files: Record<string, LaidOut> }> {
  const { said, to } = await converted(files, 'pdf', folder);
  const read: Record<string, LaidOut> = {};
  for (const pdf of readdirSync(to)) read[pdf.replace(/\.pdf$/, '')] = await readPdf(join(to, pdf));
  return { said, files: read };
}

/**
 * Opens every file in one run of LibreOffice and saves it again in that format, as somebody does who looked at it. The new
 * bytes are under the names of the old files.
 */
export async function savedAgain(
  files: Record<string, Uint8Array>,
  format: 'ods' | 'xlsx',
  folder: string,
): Promise<Record<string, Uint8Array>> {
  const { to } = await converted(files, format, folder);
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(to, name.replace(/\.\w+$/, `.${format}`))));
  return Object.fromEntries(Object.keys(files).map((name) => [name, bytesOf(name)]));
}

/** Has LibreOffice write every file in another format, with a profile of its own in `folder`. */
async function converted(
  files: Record<string, Uint8Array>,
  format: string,
  folder: string,
): Promise<{ said: string; to: string }> {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  for (const made of [from, to]) mkdirSync(made, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(from, name), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const paths = Object.keys(files).map((name) => join(from, name));
  const options = [profile, '--headless', '--norestore', '--convert-to', format, '--outdir', to, ...paths];
  const { stderr } = await run('soffice', options, { timeout: MOST_TIME, killSignal: 'SIGKILL' });
  return { said: stderr.replace(NO_JAVA, '').trim(), to };
}

async function readPdf(path: string): Promise<LaidOut> {
  const [info, text] = await Promise.all([run('pdfinfo', [path]), run('pdftotext', [path, '-'])]);
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(info.stdout)?.[1]),
    text: text.stdout.replace(/\s+/g, ' '),
  };
}
