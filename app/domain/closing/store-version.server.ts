import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { type Audience, PUBLISHABLE_FIELDS, type PublishableField } from '#db/tables/quarter-version.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import type { Quarter } from '../quarter.ts';
import type { SummaryDocument } from '../summary/document.ts';
import type { SummaryFile, SummaryMaker } from '../summary/summary-maker.ts';
import { sha256 } from './stored-files.server.ts';
import { CANDIDATE_NAME, DOCUMENT_NAME } from './stored-names.ts';

/** A file on its way into the store. */
export interface FrozenFile extends SummaryFile {
  audience: Audience;
}

/** A version of a quarter: which, and the change that made or published it. */
export interface VersionKey {
  quarter: Quarter;
  version: number;
  change: number;
}

/** A document and every file that is made of it. It takes seconds: belongs before the transaction. */
export async function frozenFiles(document: SummaryDocument, maker: SummaryMaker): Promise<FrozenFile[]> {
  const files = [asFile(DOCUMENT_NAME, document), ...(await maker.files(document))];
  return files.map((file) => ({ ...file, audience: document.audience }));
}

/** What could be published, as it is kept until it is chosen from. */
export function frozenCandidate(document: SummaryDocument): FrozenFile {
  return { ...asFile(CANDIDATE_NAME, document), audience: document.audience };
}

function asFile(name: string, document: SummaryDocument): SummaryFile {
  return { name, mediaType: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(document)) };
}

/** Stores a version with its files and their hashes. `reason`: why it was corrected; null for the first. */
export async function storeVersion(
  trx: Transaction<Database>,
  { quarter, version, change }: VersionKey,
  { reason, files }: { reason: string | null; files: FrozenFile[] },
): Promise<void> {
  await insertRows(trx, 'quarterVersion', [{ quarter, number: version, reason, change }]);
  await storeFiles(trx, { quarter, version }, files);
}

/** Stores what is published of a version: its files, and that these fields were chosen. */
export async function storePublication(
  trx: Transaction<Database>,
  { quarter, version, change }: VersionKey,
  { fields, files }: { fields: readonly PublishableField[]; files: FrozenFile[] },
): Promise<void> {
  const chosen = JSON.stringify(PUBLISHABLE_FIELDS.filter((field) => fields.includes(field)));
  await insertRows(trx, 'publication', [{ quarter, version, fields: chosen, change }]);
  await storeFiles(trx, { quarter, version }, files);
}

async function storeFiles(
  trx: Transaction<Database>,
  { quarter, version }: Pick<VersionKey, 'quarter' | 'version'>,
  files: FrozenFile[],
): Promise<void> {
  const rows = files.map((file) => ({ quarter, version, ...file, sha256: sha256(file.bytes) }));
  await insertRows(trx, 'quarterFile', rows);
}
