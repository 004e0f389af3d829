import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkStore } from '#app/domain/closing/stored-files.server.ts';
import { sendFile } from '#app/domain/imports/imports.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { findText, redactText } from '#app/domain/redaction/redact.server.ts';
import { REDACTED_COLUMNS } from '#app/domain/redaction/redacted-columns.ts';
import { jsonWithout } from '#app/domain/redaction/without-text.ts';
import { saveDraft } from '#app/domain/returns/save-draft.server.ts';
import { maker } from '#app/summary-maker.server.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { closingActs } from '../helpers/closing.ts';
import { type Commissioned, ENDED, makeCommissioned } from '../helpers/commissioned.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { reword } from '../helpers/imports.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

/** What must go: a name and a number that are nobody's. */
const PLANTED = 'Mr “Imaginary” Person of 07700 900123';
const REASON = 'personal data';
const WORDS = '[removed on 23 November 2026: personal data]';

let database: TestDatabase;
let asked: Commissioned;
let administrator: SignedIn;
beforeEach(async () => {
  database = await seededDatabase();
  asked = await makeCommissioned(database.db, { quarter: ENDED });
  administrator = await makePerson(database.db, 'administrator', { name: 'Katherine Johnson' });
});
afterEach(() => database.close());

/** Plants the text through the product's own commands: texts, returns, words of the office, a frozen quarter, a draft, a file. */
async function plant(): Promise<void> {
  const { db } = database;
  const actor = { person: asked.office, now: NOON, today: TODAY };
  await reword(db, asked.office, 'DAT-2', { summary: `Ask ${PLANTED}.` });
  await reword(db, asked.office, 'DAT-2', { summary: 'Ask somebody.' });
  await asked.submit('DAT-1', { achieved: `${PLANTED} opened five hubs.`, risks: `Told by ${PLANTED}` });
  const office = closingActs(db, asked.office, maker);
  await office.accept('DAT-1');
  await writeAssessment(db, { quarter: ENDED, words: `As ${PLANTED} says, well.`, seen: 0 }, actor);
  await db.updateTable('quarter').set({ state: 'in clearance' }).where('code', '=', ENDED).execute();
  await office.close();
  await office.publish(['achieved', 'assessment']);
  await database.db
    .insertInto('import')
    .values({
      ...{ fileName: 'a.ods', sha256: 'a'.repeat(64), size: 1, bytes: Buffer.from(PLANTED), sentBy: asked.owner.id },
      ...{ sentAt: NOON.toISOString(), found: JSON.stringify({ tables: [], said: [PLANTED], refused: null }) },
    })
    .execute();
}

const redact = async (text = PLANTED, person = administrator, reason = REASON) =>
  redactText(
    database.db,
    { text, reason, seen: await findNewestChange(database.db) },
    { person, now: NOON, today: TODAY },
    maker,
  );

/** The text of the planted words in every way in which files write them. */
const SPELLINGS = [PLANTED, PLANTED.replaceAll('“', '&#8220;').replaceAll('”', '&#8221;'), '07700 900123'];

function holdsIt(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  return SPELLINGS.some((spelling) => text.includes(spelling));
}

/** The parts of a file: of a packed one each of its members. */
function partsOf(name: string, bytes: Uint8Array): Uint8Array[] {
  return /\.(docx|odt|xlsx|ods)$/.test(name) ? Object.values(unzipSync(bytes)) : [bytes];
}

test('a text goes from every row, every frozen file and the database file itself', async () => {
  await plant();
  const before = await findText(database.db, PLANTED);
  expect(before.places.map(({ place }) => place)).toEqual(
    expect.arrayContaining(['recommendation revision: summary', 'return revision: achieved', 'assessment: words']),
  );
  expect(before.versions).toHaveLength(3);
  const change = await redact();
  expect(await findText(database.db, PLANTED)).toMatchObject({ places: [], versions: [] });
  const files = await database.db.selectFrom('quarterFile').selectAll().execute();
  const still = files.filter(({ name, bytes }) => partsOf(name, bytes).some(holdsIt)).map(({ name }) => name);
  expect([files.length > 15, still]).toEqual([true, []]);
  const boards = files.find(({ audience, name }) => audience === 'board' && name === 'document.json');
  expect(strFromU8(boards?.bytes ?? new Uint8Array())).toContain(WORDS);
  expect(await checkStore(database.db)).toMatchObject({ damaged: [] });
  for (const file of ['', '-wal', '-shm'].map((end) => database.file + end))
    expect([file, existsSync(file) && holdsIt(readFileSync(file))]).toEqual([file, false]);
  const recorded = await database.db.selectFrom('change').selectAll().where('number', '=', change).executeTakeFirst();
  expect(recorded).toMatchObject({ kind: 'text removed', person: administrator.id, reason: REASON });
  const waiting = await database.db.selectFrom('import').selectAll().executeTakeFirst();
  expect(waiting).toMatchObject({ bytes: null, found: null, discardedAt: NOON.toISOString() });
});

test('what else a row says stays, in the words that stand in its place', async () => {
  await plant();
  await redact();
  const summaries = await database.db
    .selectFrom('recommendationRevision')
    .select('summary')
    .where('recommendation', '=', 'DAT-2')
    .orderBy('number')
    .execute();
  expect(summaries.map(({ summary }) => summary).slice(1)).toEqual([`Ask ${WORDS}.`, 'Ask somebody.']);
});

test('a draft that was typed and not submitted is no hiding place', async () => {
  const { db } = database;
  const key = { quarter: ENDED, recommendation: 'DAT-8' };
  const writer = { person: asked.owner, now: NOON, today: TODAY };
  const fields = { risks: `She said “${PLANTED}”\nand more` };
  await saveDraft(db, { ...key, fields, seen: '0-0', marks: '', byItself: false }, writer);
  await redact();
  const draft = await db.selectFrom('returnDraft').select('fields').executeTakeFirst();
  expect(JSON.parse(draft?.fields ?? '')).toEqual({ risks: `She said “${WORDS}”\nand more` });
});

test('a file that nobody has read yet is discarded: what is in it is not known', async () => {
  await sendFile(
    database.db,
    { fileName: 'a.ods', bytes: new TextEncoder().encode('?') },
    { person: asked.owner, now: NOON },
  );
  await redact();
  const waiting = await database.db.selectFrom('import').selectAll().executeTakeFirst();
  expect(waiting).toMatchObject({ bytes: null, discardedAt: NOON.toISOString() });
});

describe('is refused, and nothing is taken out,', () => {
  test.each([
    ['by anybody but an administrator', () => redact(PLANTED, asked.office), 'NotAllowedError'],
    ['for a reason that holds the text', () => redact(PLANTED, administrator, `about ${PLANTED}`), 'RefusedError'],
  ])('%s', async (_, act, name) => {
    await plant();
    const before = await findText(database.db, PLANTED);
    await expect(act()).rejects.toMatchObject({ name });
    expect(await findText(database.db, PLANTED)).toEqual(before);
  });

  test('when something was recorded since it was looked for', async () => {
    const command = { text: PLANTED, reason: REASON, seen: 0 };
    await expect(
      redactText(database.db, command, { person: administrator, now: NOON, today: TODAY }, maker),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });
});

test('other capitals are told, and kept', async () => {
  await reword(database.db, asked.office, 'DAT-2', { summary: 'ask somebody by name' });
  expect(await findText(database.db, 'Ask SOMEBODY by name')).toMatchObject({ places: [], otherCapitals: 1 });
});

test('a beginning that a summary cut off with … goes too', () => {
  const json = JSON.stringify({ cut: 'Told by Mr “Imaginary” Per…', other: 'Mr Ima…' });
  expect(JSON.parse(jsonWithout(json, PLANTED, 'X'))).toEqual({ cut: 'Told by X', other: 'Mr Ima…' });
});

/** Columns in which nobody writes freely: keys, numbers, dates, words from fixed lists, hashes. */
const NOT_WRITTEN =
  /(^|_)(on|at|code|quarter|number|change|position|kind|status|state|role|basis|stage|act|confidence|confirmation|type|sector|direction|bearing|reporting|section|dimension|answer|audience|hash|sha256|date|due|period|value|email|series)$|^(theme|parent|source|organisation|successor|recommendation|milestone|event|finding|indicator|partnership|name|until|id|of|fields|media_type|help_by|deadline)$/;

test('no column in which people write is forgotten', async () => {
  const tables = await sql<{
    name: string;
  }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'`.execute(
    database.db,
  );
  const inCode = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const known = new Set(REDACTED_COLUMNS.map(({ table, column }) => `${table} ${column}`));
  const forgotten: string[] = [];
  for (const { name } of tables.rows) {
    const columns = await sql<{
      name: string;
      type: string;
    }>`select name, type from pragma_table_info(${name})`.execute(database.db);
    for (const column of columns.rows.filter(({ type }) => type === 'TEXT'))
      if (!known.has(`${inCode(name)} ${inCode(column.name)}`) && !NOT_WRITTEN.test(column.name))
        forgotten.push(`${name}.${column.name}`);
  }
  expect(forgotten).toEqual([]);
});
