import { setImmediate } from 'node:timers/promises';
import type { Audience } from '#db/tables/quarter-version.ts';
import { db } from './db.server.ts';
import { summaryFile } from './documents/summary-files.ts';
import { readManifest, readStoredFile, sha256 } from './domain/closing/stored-files.server.ts';
import { quarterLabel } from './domain/quarter.ts';
import type { SummaryDocument } from './domain/summary/document.ts';
import { SUMMARY_FORMATS, type SummaryFormat } from './domain/summary/summary-formats.ts';
import type { SummaryFile } from './domain/summary/summary-maker.ts';
import { jsonResponse, marked } from './downloads.server.ts';
import { refuse } from './request.server.ts';
import { type AskedSummary, askedSummary, audiencesOf, documentOf, undamaged } from './summary.server.ts';

/** Answers with one file of a summary: a frozen one as it was stored, byte for byte, a live one made at once. */
export async function sendSummaryFile(
  request: Request,
  code: string | undefined,
  format: SummaryFormat,
): Promise<Response> {
  const asked = await askedSummary(request, code);
  const { bytes, mediaType, sha256: hash } = await fileOf(asked, format);
  const headers = { ETag: `"${hash}"` };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${nameOf(asked, format)}"`,
    },
  });
}

async function fileOf(asked: AskedSummary, format: SummaryFormat): Promise<SummaryFile & { sha256: string }> {
  const { quarter, audience, version } = asked;
  const name = `summary.${format}`;
  if (version === null) {
    const file = await summaryFile(await documentOf(asked), format);
    return { ...file, sha256: sha256(file.bytes) };
  }
  const stored = await undamaged(readStoredFile(db, { quarter, version, audience, name }));
  return stored ?? refuse(404, `Version ${version} of ${quarterLabel(quarter)} has no such file.`);
}

/** `OFFICIAL-2026-27-Q2-summary-ministers-v1.docx`, `2026-27-Q2-summary.csv`. */
function nameOf({ quarter, audience, version }: AskedSummary, format: SummaryFormat): string {
  const isPublic = audience === 'publication';
  const parts = [quarter, 'summary', ...(isPublic ? [] : [audience]), ...(version === null ? [] : [`v${version}`])];
  return marked(isPublic ? 'publication' : 'internal', `${parts.join('-')}.${format}`);
}

/** Answers with the files of a quarter that the reader may see, by audience, with their bytes and hashes. */
export async function sendManifest(request: Request, code: string | undefined): Promise<Response> {
  const asked = await askedSummary(request, code);
  const { quarter, version, view } = asked;
  const { strategy, standing } = await documentOf(asked);
  const audiences = version === null ? await liveFiles(asked) : await storedFiles(asked, version);
  const body = { strategy, quarter, version, standing, audiences };
  return jsonResponse(view, `${[quarter, 'manifest', ...(version ? [`v${version}`] : [])].join('-')}.json`, body);
}

type Listed = { name: string; mediaType: string; bytes: number; sha256: string };
type ByAudience = Partial<Record<Audience, Listed[]>>;

async function storedFiles({ quarter, view }: AskedSummary, version: number): Promise<ByAudience> {
  const { audiences } = await readManifest(db, { quarter, version, audiences: audiencesOf(view) });
  return Object.fromEntries(audiences.map(({ audience, files }) => [audience, files]));
}

async function liveFiles(asked: AskedSummary): Promise<ByAudience> {
  const byAudience: ByAudience = {};
  for (const audience of audiencesOf(asked.view))
    byAudience[audience] = await listedFiles(await documentOf({ ...asked, audience }));
  return byAudience;
}

/** What the files of live documents are, as long as those are kept: making them all takes seconds. */
const listed = new WeakMap<SummaryDocument, Listed[]>();

async function listedFiles(document: SummaryDocument): Promise<Listed[]> {
  const before = listed.get(document);
  if (before) return before;
  const files: Listed[] = [];
  for (const format of SUMMARY_FORMATS) {
    const { name, mediaType, bytes } = await summaryFile(document, format);
    files.push({ name, mediaType, bytes: bytes.length, sha256: sha256(bytes) });
    // Other readers are answered between one file and the next.
    await setImmediate();
  }
  listed.set(document, files);
  return files;
}
