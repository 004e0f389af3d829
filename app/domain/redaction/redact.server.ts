import type { Kysely, Transaction } from 'kysely';
import { forgetFreed } from '#db/client.server.ts';
import { countText } from '#db/queries/count-text.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { listQuarterFiles } from '#db/queries/list-quarter-files.ts';
import type { Database } from '#db/schema.ts';
import type { QuarterFileTable } from '#db/tables/quarter-version.ts';
import { addChange } from '#db/writes/add-change.ts';
import { discardImportsWith } from '#db/writes/discard-imports.ts';
import { replaceQuarterFiles } from '#db/writes/replace-quarter-files.ts';
import { replaceText } from '#db/writes/replace-text.ts';
import { frozenCandidate, frozenFiles } from '../closing/store-version.server.ts';
import { readStoredFile, sha256 } from '../closing/stored-files.server.ts';
import { CANDIDATE_NAME, DOCUMENT_NAME } from '../closing/stored-names.ts';
import type { Editor } from '../editing/editor.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { quarterLabel } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { parseSummaryDocument } from '../summary/document-schema.server.ts';
import type { SummaryMaker } from '../summary/summary-maker.ts';
import { placeInWords, REDACTED_COLUMNS } from './redacted-columns.ts';
import { inJson, jsonHolds, jsonWithout, removalWords } from './without-text.ts';

/** Where a text stands: places of the record in words with how many rows of each, and versions of closed quarters. */
export interface FoundText {
  places: { place: string; rows: number }[];
  versions: string[];
  /** Rows that hold it in other capitals, and would keep it. */
  otherCapitals: number;
  /** Number of the newest change when this was looked at. */
  seen: number;
}

/** Looks for a text, letter by letter, in everything that people wrote and in every frozen document. */
export async function findText(db: Kysely<Database>, text: string): Promise<FoundText> {
  const seen = await findNewestChange(db);
  const places: FoundText['places'] = [];
  let otherCapitals = 0;
  for (const column of REDACTED_COLUMNS) {
    const { exact, anyCase } = await countText(db, { ...column, text: column.json ? inJson(text) : text });
    if (exact > 0) places.push({ place: placeInWords(column), rows: exact });
    otherCapitals += anyCase - exact;
  }
  const versions = (await documentsWith(db, text)).map(
    ({ quarter, version, audience }) => `${quarterLabel(quarter)}, version ${version}, ${audience}`,
  );
  return { places, versions: [...new Set(versions)], otherCapitals, seen };
}

/** The stored documents, and what could be published, that hold a text. */
async function documentsWith(db: Kysely<Database>, text: string) {
  const found: (Omit<QuarterFileTable, 'bytes'> & { json: string })[] = [];
  for (const file of await listQuarterFiles(db)) {
    if (file.name !== DOCUMENT_NAME && file.name !== CANDIDATE_NAME) continue;
    const stored = await readStoredFile(db, file);
    const json = Buffer.from(stored?.bytes ?? []).toString('utf8');
    if (jsonHolds(json, text)) found.push({ ...file, json });
  }
  return found;
}

/** A text to remove, why, and what the person had seen of where it stands. */
export interface Redaction {
  text: string;
  reason: string;
  seen: number;
}

/**
 * Removes a text from the whole record, letter by letter: every row, every draft, every earlier row, and every version of
 * a closed quarter, whose files are made anew from its document. Files that wait and hold it are discarded. One change;
 * afterwards the database file is made anew, so that nothing is left between its pages. Returns the number of the change.
 * Throws NotAllowedError, RefusedError, or ConflictError when something was recorded since it was looked for.
 */
export async function redactText(
  db: Kysely<Database>,
  { text, reason, seen }: Redaction,
  { person, now, today }: Editor,
  maker: SummaryMaker,
): Promise<number> {
  mustBeAllowed(person, 'redact');
  if (reason.includes(text)) throw new RefusedError('reason', 'The reason must not hold the text that is removed');
  const words = removalWords(today, reason);
  const files = await filesWithout(db, text, words, maker);
  const change = await db.transaction().execute(async (trx) => {
    if ((await findNewestChange(trx)) !== seen)
      throw new ConflictError('form', 'Something was recorded since you looked. Nothing was removed. Look again below');
    const recordedAt = now.toISOString();
    const number = await addChange(trx, { kind: 'text removed', recordedAt, person: person.id, quarter: null, reason });
    await discardImportsWith(trx, inJson(text), recordedAt);
    await replaceEverywhere(trx, text, words);
    await replaceQuarterFiles(trx, files);
    return number;
  });
  await forgetFreed(db);
  return change;
}

async function replaceEverywhere(trx: Transaction<Database>, text: string, words: string): Promise<void> {
  for (const { table, column, json } of REDACTED_COLUMNS)
    await replaceText(
      trx,
      json ? { table, column, text: inJson(text), words: inJson(words) } : { table, column, text, words },
    );
}

/** Every file of the versions that hold the text, made anew without it. It takes seconds a version. */
async function filesWithout(
  db: Kysely<Database>,
  text: string,
  words: string,
  maker: SummaryMaker,
): Promise<QuarterFileTable[]> {
  const files: QuarterFileTable[] = [];
  for (const { quarter, version, name, json } of await documentsWith(db, text)) {
    const document = parseSummaryDocument(jsonWithout(json, text, words));
    const made = name === CANDIDATE_NAME ? [frozenCandidate(document)] : await frozenFiles(document, maker);
    files.push(...made.map((file) => ({ quarter, version, ...file, sha256: sha256(file.bytes) })));
  }
  return files;
}
