import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readClosePage, readQuarterActs } from '#app/domain/closing/closing-page.server.ts';
import { previewCorrection } from '#app/domain/closing/correct-quarter.server.ts';
import { readLateReturns } from '#app/domain/closing/late-returns.server.ts';
import {
  checkStore,
  readCandidate,
  readManifest,
  readStoredDocument,
  readStoredFile,
  sha256,
} from '#app/domain/closing/stored-files.server.ts';
import { findFrozenQuarter, readVersions } from '#app/domain/closing/versions.server.ts';
import { readChasePage } from '#app/domain/commission/chase-page.server.ts';
import { recordSteer } from '#app/domain/office/steers.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { recordMissing } from '#app/domain/review/record-missing.server.ts';
import { sendBackReturn } from '#app/domain/review/send-back-return.server.ts';
import { maker } from '#app/summary-maker.server.ts';
import type { Audience } from '#db/tables/quarter-version.ts';
import { closingActs } from '../helpers/closing.ts';
import { type Commissioned, contentWith, ENDED, makeCommissioned, UNDER_WAY } from '../helpers/commissioned.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { quickMaker } from '../helpers/summary-maker.ts';

/** First date December 2026, restated once, no outcome. */
const SERVICE = 'DAT-1.4';
const MOVED = { milestone: SERVICE, kind: 'forecast', value: '2027-06', reason: 'Procurement is late.' } as const;

let database: TestDatabase;
let asked: Commissioned;
let office: ReturnType<typeof closingActs>;
beforeEach(async () => {
  database = await seededDatabase();
  asked = await makeCommissioned(database.db, { quarter: ENDED });
  office = closingActs(database.db, asked.office);
  await asked.submit('DAT-1', { achieved: 'Five hubs opened.', risks: 'Funding may end.' });
  await office.accept('DAT-1');
});
afterEach(() => database.close());

/** Every stored file by the hash of the bytes that are there: comparing megabytes takes long. */
const storedFiles = async () =>
  (await database.db.selectFrom('quarterFile').selectAll().execute()).map(({ bytes, ...file }) => ({
    ...file,
    now: sha256(bytes),
  }));
const everything = async () => {
  const { db } = database;
  return [
    await db.selectFrom('change').selectAll().orderBy('number').execute(),
    await db.selectFrom('quarter').selectAll().execute(),
    await db.selectFrom('quarterVersion').selectAll().execute(),
    await storedFiles(),
    await db.selectFrom('publication').selectAll().execute(),
    await db.selectFrom('assessment').selectAll().execute(),
    await db.selectFrom('milestonePosition').selectAll().execute(),
  ];
};

/** Asserts that it fails like that, and that nothing at all was saved. */
async function expectRefused(act: () => Promise<unknown>, failure: object): Promise<void> {
  const before = await everything();
  await expect(act()).rejects.toMatchObject(failure);
  expect(await everything()).toEqual(before);
}

const document = (version: number, audience: Audience = 'board') =>
  readStoredDocument(database.db, { quarter: ENDED, version, audience });
const textOf = async (version: number, audience: Audience = 'board') =>
  JSON.stringify((await document(version, audience)) ?? null);
const state = async () =>
  (await database.db.selectFrom('quarter').select('state').where('code', '=', ENDED).executeTakeFirst())?.state;
const positionOf = (milestone: string) =>
  database.db
    .selectFrom('milestonePosition')
    .selectAll()
    .where('quarter', '=', ENDED)
    .where('milestone', '=', milestone)
    .executeTakeFirstOrThrow();
const latestDate = async (view: 'publication' | 'internal') =>
  (await readRecordAsAt(database.db, { day: TODAY, isToday: true, view })).milestones.find(
    ({ code }) => code === SERVICE,
  )?.latestDate;

describe('closing a quarter', () => {
  test('freezes a document and every file for board and ministers, each with its hash, as one change', async () => {
    const before = await office.newest();
    await closingActs(database.db, asked.office, maker).close();
    expect(await office.newest()).toBe(before + 1);
    expect(await state()).toBe('closed');
    const { audiences } = await readManifest(database.db, { quarter: ENDED, version: 1 });
    const names = ['docx', 'odt', 'pdf', 'ods', 'xlsx', 'csv', 'json'].map((format) => `summary.${format}`).sort();
    expect(audiences.map(({ audience, files }) => [audience, files.map(({ name }) => name)])).toEqual([
      ['board', names],
      ['ministers', names],
    ]);
    for (const { audience, files } of audiences)
      for (const { name, bytes, sha256: hash } of files) {
        const file = await readStoredFile(database.db, { quarter: ENDED, version: 1, audience, name });
        expect([name, file?.bytes.length, sha256(file?.bytes ?? new Uint8Array())]).toEqual([name, bytes, hash]);
      }
    expect(await document(1)).toMatchObject({
      standing: 'closed',
      version: { number: 1, madeOn: TODAY, reason: null, corrections: [] },
    });
    expect(await textOf(1)).toContain('Five hubs opened.');
    expect(await document(1, 'publication')).toBeUndefined();
    expect(await readVersions(database.db, ENDED)).toMatchObject([{ number: 1, reason: null, published: null }]);
    expect((await checkStore(database.db)).damaged).toEqual([]);
  }, 60_000);

  test('says before what will be frozen: states, what is not accepted and what is told of it', async () => {
    await asked.submit('DAT-8');
    const page = await readClosePage(database.db, ENDED, TODAY);
    expect(page).toMatchObject({ whyNot: null, seen: await office.newest(), assessment: null, clearances: 0 });
    expect(page.counts.filter(({ returns }) => returns > 0)).toEqual([
      { state: 'not started', returns: 1 },
      { state: 'submitted', returns: 1 },
      { state: 'accepted', returns: 1 },
    ]);
    expect(page.notAccepted.map(({ recommendation, told }) => [recommendation, told])).toEqual([
      ['SCI-1', 'No return has come'],
      ['DAT-8', 'Submitted and not accepted, so what it says is not told'],
    ]);
    await office.close();
    expect(await textOf(1)).toContain('No return has come.');
  });

  test('is refused when anything was recorded since, and says what', async () => {
    const seen = await office.newest();
    await asked.submit('DAT-8');
    await expectRefused(() => office.close({ seen }), {
      name: 'ConflictError',
      message: expect.stringMatching(
        /^Something was recorded after you looked: a return was submitted, by Grace Hopper/,
      ),
    });
    await office.close();
    await expectRefused(() => office.close({ seen: seen + 1 }), {
      name: 'ConflictError',
      message: expect.stringMatching(/a quarter was closed, by Rosalind Franklin/),
    });
  });

  test('is refused when something is recorded while the files are being made', async () => {
    let made = false;
    const slow = {
      ...quickMaker,
      files: async (of: Parameters<typeof quickMaker.files>[0]) => {
        if (!made) await asked.submit('DAT-8');
        made = true;
        return quickMaker.files(of);
      },
    };
    await expect(closingActs(database.db, asked.office, slow).close()).rejects.toMatchObject({ name: 'ConflictError' });
    expect([await state(), await readVersions(database.db, ENDED)]).toEqual(['commissioned', []]);
  });

  test('is not for readers or owners, for a quarter that runs, was never commissioned, or is closed', async () => {
    const notAllowed = { name: 'NotAllowedError' };
    await expectRefused(() => closingActs(database.db, asked.owner).close(), notAllowed);
    await expectRefused(() => closingActs(database.db, asked.owner).publish(), notAllowed);
    await expectRefused(() => closingActs(database.db, asked.owner).correct(), notAllowed);
    const refused = (message: RegExp) => ({ name: 'RefusedError', message: expect.stringMatching(message) });
    await expectRefused(() => office.close({ quarter: UNDER_WAY }), refused(/has not been commissioned/));
    await expectRefused(() => office.close({ quarter: '2019-20-Q3' }), refused(/put together later/));
    await expectRefused(() => office.close({ quarter: 'nonsense' }), refused(/is not a quarter/));
    await expectRefused(() => office.publish(), refused(/is not closed. Close it before/));
    await expectRefused(() => office.correct(), refused(/is not closed/));
    await office.close();
    await expectRefused(() => office.close(), refused(/is closed already/));
  });

  test('offers the office what comes next, and nobody else anything', async () => {
    const acts = (person: typeof asked.office | null) => readQuarterActs(database.db, ENDED, person, TODAY);
    expect([await acts(null), await acts(asked.owner)]).toEqual([null, null]);
    expect(await acts(asked.office)).toEqual([{ act: 'close', whyNot: null }]);
    await office.close();
    expect((await acts(asked.office))?.map(({ act }) => act)).toEqual(['publish', 'correct']);
    await office.publish();
    expect((await acts(asked.office))?.map(({ act }) => act)).toEqual(['correct']);
  });
});

describe('a closed quarter', () => {
  test('stays as it is whatever is recorded and renamed afterwards', async () => {
    await asked.submit('DAT-8', { statements: [] });
    await office.close();
    const [before, place] = [await storedFiles(), await positionOf(SERVICE)];
    await database.db.updateTable('organisation').set({ name: 'Renamed' }).execute();
    await database.db.updateTable('theme').set({ name: 'Renamed' }).execute();
    await office.accept('DAT-8');
    expect([await storedFiles(), await positionOf(SERVICE)]).toEqual([before, place]);
    expect(await textOf(1)).not.toContain('Renamed');
  });

  test('takes a return late, which can be sent back and accepted, and enters the record but not the quarter', async () => {
    await office.close();
    const place = await positionOf(SERVICE);
    await asked.submit('DAT-8', { statements: [] });
    expect(await readReturn(database.db, ENDED, 'DAT-8')).toMatchObject({ state: 'submitted', cameAfterClose: true });
    expect((await readReturn(database.db, ENDED, 'DAT-1'))?.cameAfterClose).toBe(false);
    const reviewer = { person: asked.office, now: NOON, today: TODAY };
    const back = { quarter: ENDED, recommendation: 'DAT-8', seen: 1, comment: 'Say more.', comments: {} };
    await sendBackReturn(database.db, back, reviewer);
    await asked.submit('DAT-8', { achieved: 'Late words.' });
    await office.accept('DAT-8', { seen: 3 });
    expect(await readLateReturns(database.db, TODAY, TODAY)).toEqual([
      { quarter: ENDED, recommendation: 'DAT-8', submittedOn: TODAY, state: 'accepted' },
    ]);
    expect(await readLateReturns(database.db, '2026-11-24', '2026-12-31')).toEqual([]);
    expect(await positionOf(SERVICE)).toEqual(place);
    expect(await textOf(1)).not.toContain('Late words.');
  });

  test('is not chased, and nothing more of it is recorded as missing', async () => {
    await office.close();
    const links = { list: '', ofReturn: () => '' };
    expect(await readChasePage(database.db, { quarter: null, today: TODAY, links })).toBeNull();
    const missing = { quarter: ENDED, recommendation: 'SCI-1', seen: 0, reason: 'Nothing came.' };
    const late = { person: asked.office, now: NOON, today: '2027-02-01' };
    await expectRefused(() => recordMissing(database.db, missing, late), {
      name: 'RefusedError',
      message: expect.stringMatching(/is closed/),
    });
  });

  test('tells when a byte of it was flipped, at every read and when the store is checked', async () => {
    await office.close();
    const key = { quarter: ENDED, version: 1, audience: 'board', name: 'summary.csv' } as const;
    const file = await readStoredFile(database.db, key);
    const bytes = Buffer.from(file?.bytes ?? []);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const verify = () => {
      const env = { ...process.env, DATABASE_URL: database.file, NODE_ENV: 'test' as const };
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify.ts'], { env });
      return { status, said: `${stdout}${stderr}` };
    };
    expect(verify()).toEqual({ status: 0, said: '7 stored files checked: each is what was frozen.\n' });
    await database.db
      .updateTable('quarterFile')
      .set({ bytes })
      .where('audience', '=', 'board')
      .where('name', '=', 'summary.csv')
      .execute();
    await expect(readStoredFile(database.db, key)).rejects.toMatchObject({
      name: 'DamagedFileError',
      message: expect.stringMatching(/^The file summary.csv of July to September 2026, version 1, board, is damaged/),
    });
    expect((await checkStore(database.db)).damaged).toEqual(['2026-27-Q2, version 1, board, summary.csv']);
    expect(verify()).toEqual({ status: 1, said: expect.stringContaining('2026-27-Q2, version 1, board, summary.csv') });
  }, 30_000);
});

describe('publishing a quarter', () => {
  beforeEach(async () => {
    await asked.submit('DAT-8', { statements: [] });
    await office.accept('DAT-8');
    await office.close();
  });

  test('stores what was chosen and nothing else, and keeps what was not chosen inside', async () => {
    await office.publish(['next', 'achieved']);
    expect(await state()).toBe('published');
    const text = await textOf(1, 'publication');
    expect(text).toContain('Five hubs opened.');
    expect(text).not.toContain('Funding may end.');
    expect(text).not.toMatch(/Delivery confidence|Grace Hopper|OFFICIAL|What the ratings mean|stands out/);
    const candidate = await readCandidate(database.db, { quarter: ENDED, version: 1 });
    expect(JSON.stringify(candidate)).toContain('Funding may end.');
    expect(await findFrozenQuarter(database.db, ENDED)).toMatchObject({
      newest: { number: 1 },
      published: { number: 1, published: { on: TODAY, fields: ['achieved', 'next'] } },
    });
    const { audiences } = await readManifest(database.db, { quarter: ENDED, version: 1, audiences: ['publication'] });
    expect(audiences.map(({ files }) => files.map(({ name }) => name))).toEqual([['summary.csv', 'summary.json']]);
  });

  test('tells what ratings mean where ratings are told, and nothing of ratings elsewhere', async () => {
    expect(await textOf(1)).toContain('What the ratings mean');
    await office.publish(['ratings']);
    expect(await textOf(1, 'publication')).toContain('What the ratings mean');
    expect(await textOf(1, 'publication')).toContain('Delivery appears');
  });

  test('is refused a second time, and when the quarter was corrected since', async () => {
    await expectRefused(() => office.publish([], 2), { name: 'ConflictError' });
    await office.publish();
    await expectRefused(() => office.publish(), { name: 'RefusedError', message: expect.stringMatching(/already/) });
  });
});

describe('what signed-out readers see', () => {
  test('dates of its returns once it is published; of a late one only once it is corrected', async () => {
    const promised = await latestDate('publication');
    await asked.submit('DAT-8');
    await office.close();
    await office.publish();
    expect(await latestDate('publication')).toBe(promised);
    await database.db.deleteFrom('returnDraft').execute();
    const late = { ...contentWith(), statements: [MOVED] };
    await sendBackReturn(
      database.db,
      { quarter: ENDED, recommendation: 'DAT-8', seen: 1, comment: 'Say more.', comments: {} },
      { person: asked.office, now: NOON, today: TODAY },
    );
    await asked.submit('DAT-8', late);
    await office.accept('DAT-8', { seen: 3 });
    expect([await latestDate('internal'), await latestDate('publication')]).toEqual(['2027-06', promised]);
    await office.correct();
    expect(await latestDate('publication')).toBe('2027-06');
  });
});

describe('correcting a quarter', () => {
  beforeEach(async () => {
    await writeAssessment(
      database.db,
      { quarter: ENDED, words: 'Delivery is on course.', seen: 0 },
      { person: asked.office, now: NOON, today: TODAY },
    );
    await office.close();
  });
  /** A return that comes late, moves a date and is accepted. */
  const acceptLate = async () => {
    await asked.submit('DAT-8', { achieved: 'Late words.', statements: [MOVED] });
    await office.accept('DAT-8');
  };

  test('makes version 2 with what came since, says what differs, and leaves version 1', async () => {
    const first = await textOf(1);
    await acceptLate();
    await office.correct();
    expect(await textOf(1)).toBe(first);
    expect(await state()).toBe('closed');
    const second = await document(2);
    expect(second).toMatchObject({ standing: 'corrected', version: { number: 2, reason: 'A return came late.' } });
    expect(JSON.stringify(second)).toContain('Late words.');
    const { corrections = [] } = second?.version ?? {};
    expect(corrections).toContainEqual({
      where: 'Every milestone',
      what: `${SERVICE}, Latest date`,
      before: expect.stringContaining('2026'),
      after: 'June 2027',
    });
    expect((await positionOf(SERVICE)).latestDate).toBe('2027-06');
    expect(await readVersions(database.db, ENDED)).toMatchObject([
      { number: 1, reason: null },
      { number: 2, reason: 'A return came late.' },
    ]);
    await expectRefused(() => office.correct(), {
      name: 'RefusedError',
      message: expect.stringMatching(/^Nothing would/),
    });
  });

  test('does not take for a correction what only time has changed', async () => {
    const acts = (today: string) => closingActs(database.db, asked.office, quickMaker, today);
    await database.close();
    database = await seededDatabase();
    asked = await makeCommissioned(database.db, { quarter: ENDED });
    const steer = { fromWhom: 'The board', words: 'Bring a plan', owner: 'Director of Data', recommendation: null };
    const actor = { person: asked.office, now: NOON, today: TODAY };
    await recordSteer(database.db, { quarter: ENDED, ...steer, due: '2026-11' }, actor);
    await acts(TODAY).close();
    await expectRefused(() => acts('2027-03-01').correct(), {
      message: expect.stringMatching(/^Nothing would change/),
    });
  });

  test('can give the assessment new words, which the summary and the record then have', async () => {
    await office.correct({ assessment: 'Delivery is late.' });
    const rows = await database.db.selectFrom('assessment').select(['number', 'words']).execute();
    expect(rows).toEqual([
      { number: 1, words: 'Delivery is on course.' },
      { number: 2, words: 'Delivery is late.' },
    ]);
    expect((await document(2))?.version?.corrections).toContainEqual(
      expect.objectContaining({ before: 'Delivery is on course.', after: 'Delivery is late.' }),
    );
  });

  test('of a published quarter publishes the new version, by default with the same fields', async () => {
    await office.publish(['achieved']);
    await acceptLate();
    await office.correct();
    expect(await readVersions(database.db, ENDED)).toMatchObject([
      { published: { fields: ['achieved'] } },
      { number: 2, published: { fields: ['achieved'] } },
    ]);
    expect(await textOf(2, 'publication')).toContain('2027-06');
    expect(await textOf(2, 'publication')).not.toContain('None that threatens the date.');
    expect((await document(2, 'publication'))?.version?.corrections).not.toEqual([]);
    expect(await state()).toBe('published');
    await office.correct({ fields: ['achieved', 'risks'], reason: 'Risks are to be published.' });
    expect(await textOf(3, 'publication')).toContain('Funding may end.');
    expect(await textOf(2, 'publication')).not.toContain('Funding may end.');
  });

  test('is shown before it is made, and saves nothing then', async () => {
    await acceptLate();
    const before = await everything();
    const command = { quarter: ENDED, reason: 'A return came late.', assessment: null, fields: null };
    const actor = { person: asked.office, now: NOON, today: TODAY };
    const { seen, summaries } = await previewCorrection(database.db, command, actor, quickMaker);
    expect(await everything()).toEqual(before);
    expect(summaries.map(({ audience }) => audience)).toEqual(['board', 'ministers']);
    await office.correct({ seen });
    expect((await document(2))?.version?.corrections).toEqual(summaries[0]?.corrections);
  });

  test('is refused without a reason, with too long an assessment, or when anything was recorded since', async () => {
    await expectRefused(() => office.correct({ reason: 'Too short' }), { name: 'RefusedError', field: 'reason' });
    await expectRefused(() => office.correct({ reason: 'x'.repeat(501) }), { name: 'RefusedError', field: 'reason' });
    const long = 'word '.repeat(151);
    await expectRefused(() => office.correct({ assessment: long }), { name: 'RefusedError', field: 'assessment' });
    await expectRefused(() => office.correct({ fields: ['risks'] }), { name: 'RefusedError', field: 'form' });
    const seen = await office.newest();
    await acceptLate();
    await expectRefused(() => office.correct({ seen }), { name: 'ConflictError' });
  });

  test('leaves every file of the versions before as it is', async () => {
    const before = await storedFiles();
    await acceptLate();
    await office.correct();
    expect((await storedFiles()).filter(({ version }) => version === 1)).toEqual(before);
  });
});
