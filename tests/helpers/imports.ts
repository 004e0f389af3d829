import { strToU8, zipSync } from 'fflate';
import type { Kysely } from 'kysely';
import { acceptImport } from '#app/domain/imports/accept-import.server.ts';
import type { ImportChoices } from '#app/domain/imports/import-plan.ts';
import { discardImport, keepFound, readImport, sendFile } from '#app/domain/imports/imports.server.ts';
import { planImport } from '#app/domain/imports/plan-import.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { editRecommendation, readRecommendationText } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { findTables } from '#app/imports/find-tables.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import type { Database } from '#db/schema.ts';
import { makePerson } from './people.ts';
import { NOON, TODAY } from './recorder.ts';

/** A table of CSV from its rows. */
export const csvOf = (rows: string[][]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

/** Sheets of the strategy in a zip that says after which change of the record it was made. */
export function strategyFolder(sheets: Record<string, string[][]>, madeFrom: number): Uint8Array {
  const about = csvOf([
    ['What', 'Value'],
    ['Strategy code', 'LSIS'],
    ['Made from change', String(madeFrom)],
    ['Made on', TODAY],
  ]);
  const files = Object.entries(sheets).map(([sheet, rows]) => [`${sheet}.csv`, strToU8(csvOf(rows))] as const);
  return zipSync({ 'about.csv': strToU8(about), ...Object.fromEntries(files) });
}

/** Sends a file and reads it, as its page does. Returns its number. */
export async function sendAndRead(
  db: Kysely<Database>,
  person: SignedIn,
  { name, bytes }: { name: string; bytes: Uint8Array | string },
): Promise<number> {
  const sent = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  const id = await sendFile(db, { fileName: name, bytes: sent }, { person, now: NOON });
  await keepFound(db, id, await findTables(name, sent));
  return id;
}

/** Accepts a file as its page would. Returns the number of the change. */
export async function acceptNow(
  db: Kysely<Database>,
  person: SignedIn,
  id: number,
  { choices = {}, reason = 'Agreed by the board' }: { choices?: ImportChoices; reason?: string } = {},
): Promise<number> {
  const found = (await readImport(db, id, person))?.found;
  if (!found) throw new Error('The file is not read.');
  const { seen } = await planImport(db, found, { person, today: TODAY, choices });
  return acceptImport(db, { id, reason, choices, seen, as: 'drafts' }, { person, now: NOON, today: TODAY });
}

/** Gives a recommendation other words by the form of its page. */
export async function reword(
  db: Kysely<Database>,
  person: SignedIn,
  code: string,
  words: { title?: string; summary?: string },
): Promise<void> {
  const standing = await readRecommendationText(db, code);
  if (!standing) throw new Error(`No recommendation ${code}`);
  const { number: seen, ...text } = standing;
  const editor = { person, now: NOON, today: TODAY };
  await editRecommendation(db, { ...text, ...words, code, seen, reason: 'Agreed with the owner' }, editor);
}

const TEXTS = ['code', 'title', 'summary'];
const DATES = ['milestone', 'kind', 'value', 'said_on', 'confirmation', 'source'];

/** Files with the strategy in every state: 1 with faults, 2 with conflicts, 3 accepted, 4 not readable, 5 discarded. */
export async function seedImports(db: Kysely<Database>): Promise<void> {
  const person = await makePerson(db, 'reviewer', { name: 'Rosalind Franklin' });
  const madeFrom = await findNewestChange(db);
  const send = (name: string, sheets: Record<string, string[][]>) =>
    sendAndRead(db, person, { name, bytes: strategyFolder(sheets, madeFrom) });
  const text = async (code: string) => (await readRecommendationText(db, code)) ?? { title: '', summary: '' };
  const [dat1, dat8, sci1] = [await text('DAT-1'), await text('DAT-8'), await text('SCI-1')];
  await reword(db, person, 'DAT-1', { title: 'Set up hubs for health data' });
  await reword(db, person, 'SCI-1', { title: 'Raise research funding' });
  await send('strategy with faults.zip', {
    recommendations: [
      ['code', 'stage', 'colour'],
      ['DAT-1', 'nearly there', 'blue'],
      ['DAT-8', '', ''],
    ],
    milestone_dates: [DATES, ['DAT-1.3', 'forecast', 'the 31st of never', '2026-11-20', 'memory', '']],
  });
  await send('strategy edited offline.zip', {
    recommendations: [
      TEXTS,
      ['DAT-1', 'Build hubs for the data of patients', dat1.summary],
      ['DAT-8', dat8.title, `${dat8.summary} The office reports on it twice a year.`],
      ['SCI-1', sci1.title, sci1.summary],
    ],
    milestone_dates: [DATES, ['DAT-1.3', 'forecast', 'autumn 2027', '2026-11-20', 'memory', '']],
  });
  const wording = await send('one sheet.zip', {
    milestones: [
      ['code', 'recommendation', 'position', 'title'],
      ['DAT-1.4', 'DAT-1', '4', 'A first hub opens its doors'],
    ],
  });
  await acceptNow(db, person, wording);
  await sendAndRead(db, person, { name: 'picture.ods', bytes: 'not a spreadsheet at all' });
  const put = await send('put aside.zip', { recommendations: [TEXTS, ['DAT-8', 'Another title', dat8.summary]] });
  await discardImport(db, put, { person, now: NOON });
}
