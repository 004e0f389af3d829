import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The tools of poppler (Debian: poppler-utils), which read PDF files by other code than wrote them. */
export const hasPoppler = ['pdfinfo', 'pdftotext'].every((tool) => spawnSync(tool, ['-v']).status === 0);

/** Said in the name of tests that need them, and aloud, so that a machine without them says what was not looked at. */
export const withPoppler = hasPoppler
  ? 'read by poppler'
  : 'NOT LOOKED AT: pdfinfo and pdftotext (poppler-utils) are not installed';
if (!hasPoppler) console.info(`PDF files: ${withPoppler}`);

/** What the tool prints of the file. A complaint about the file is an error. */
export function poppler(tool: 'pdfinfo' | 'pdftotext', file: Uint8Array, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const path = join(folder, 'summary.pdf');
    writeFileSync(path, file);
    const args = tool === 'pdfinfo' ? [...options, path] : [...options, '-enc', 'UTF-8', path, '-'];
    const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 27 });
    if (status !== 0 || stderr !== '') throw new Error(`${tool} says: ${stderr || `it ended with ${status}`}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
