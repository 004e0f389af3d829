import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { findQuarterFile, type QuarterFileKey } from '#db/queries/find-quarter-file.ts';
import { listQuarterFiles } from '#db/queries/list-quarter-files.ts';
import type { Database } from '#db/schema.ts';
import { AUDIENCES, type Audience } from '#db/tables/quarter-version.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import type { SummaryDocument } from '../summary/document.ts';
import { parseSummaryDocument } from '../summary/document-schema.server.ts';
import type { SummaryFile } from '../summary/summary-maker.ts';
import { CANDIDATE_NAME, DOCUMENT_NAME } from './stored-names.ts';

/** A stored file is not what was frozen. It is not served. */
export class DamagedFileError extends Error {
  override name = 'DamagedFileError';
  constructor(readonly file: QuarterFileKey) {
    const { name, quarter, version, audience } = file;
    super(
      `The file ${name} of ${quarterLabel(quarter)}, version ${version}, ${audience}, is damaged in the store: it is not what was frozen, so it is not shown. Ask whoever runs this site to bring it back from a backup.`,
    );
  }
}

/** SHA-256 of the bytes, 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One file of a frozen quarter, as it was stored; undefined when there is none. Throws DamagedFileError. */
export async function readStoredFile(
  db: Kysely<Database>,
  key: QuarterFileKey,
): Promise<(SummaryFile & { sha256: string }) | undefined> {
  const file = await findQuarterFile(db, key);
  if (!file) return undefined;
  if (sha256(file.bytes) !== file.sha256) throw new DamagedFileError(key);
  const { name, mediaType, bytes } = file;
  return { name, mediaType, bytes, sha256: file.sha256 };
}

/** Which version of which quarter, for whom. */
export type StoredDocument = Pick<QuarterFileKey, 'quarter' | 'version' | 'audience'>;

/** The document of a frozen quarter; undefined when that version has none for that audience. Throws DamagedFileError. */
export function readStoredDocument(db: Kysely<Database>, of: StoredDocument): Promise<SummaryDocument | undefined> {
  return readDocument(db, { ...of, name: DOCUMENT_NAME });
}

/** What could be published of a version: its document with every field tagged. Throws DamagedFileError. */
export function readCandidate(
  db: Kysely<Database>,
  of: { quarter: Quarter; version: number },
): Promise<SummaryDocument | undefined> {
  return readDocument(db, { ...of, audience: 'publication', name: CANDIDATE_NAME });
}

async function readDocument(db: Kysely<Database>, key: QuarterFileKey): Promise<SummaryDocument | undefined> {
  const file = await readStoredFile(db, key);
  return file && parseSummaryDocument(Buffer.from(file.bytes).toString('utf8'));
}

/** The files of one version that can be downloaded, by audience, with bytes and hashes. */
export interface Manifest {
  quarter: Quarter;
  version: number;
  audiences: { audience: Audience; files: { name: string; mediaType: string; bytes: number; sha256: string }[] }[];
}

/** What of a version can be downloaded by these audiences; those for which nothing is stored are left out. */
export async function readManifest(
  db: Kysely<Database>,
  { quarter, version, audiences = AUDIENCES }: { quarter: Quarter; version: number; audiences?: readonly Audience[] },
): Promise<Manifest> {
  const files = (await listQuarterFiles(db, { quarter, version })).filter(({ name }) => !NOT_SERVED.includes(name));
  const byAudience = AUDIENCES.filter((audience) => audiences.includes(audience)).map((audience) => ({
    audience,
    files: files
      .filter((file) => file.audience === audience)
      .map(({ name, mediaType, size, sha256: hash }) => ({ name, mediaType, bytes: size, sha256: hash })),
  }));
  return { quarter, version, audiences: byAudience.filter((each) => each.files.length > 0) };
}

const NOT_SERVED = [DOCUMENT_NAME, CANDIDATE_NAME];

/** How many files the store holds, and in words which of them are damaged. One is read at a time. */
export async function checkStore(db: Kysely<Database>): Promise<{ files: number; damaged: string[] }> {
  const files = await listQuarterFiles(db);
  const damaged: string[] = [];
  for (const key of files) {
    const file = await findQuarterFile(db, key);
    if (file && sha256(file.bytes) !== file.sha256)
      damaged.push(`${key.quarter}, version ${key.version}, ${key.audience}, ${key.name}`);
  }
  return { files: files.length, damaged };
}
