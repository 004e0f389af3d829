import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordFact } from '#app/domain/milestones/record-fact.server.ts';
import { NotAllowedError } from '#app/domain/people/permissions.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import type { Role } from '#db/tables/person.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makeRecorder, NOON, type Recorded, type Recorder, TODAY } from '../helpers/recorder.ts';

/** The health data research service: first date December 2026, restated once, no outcome. Two facts. */
const SERVICE = 'DAT-1.4';
/** The genomes of UK Biobank: first date and, as second fact, met on 30 November 2023. */
const GENOMES = 'HARP-2.2';
/** The genome count that was partly met as its third fact. */
const PARTLY = 'HARP-3.3';

let database: TestDatabase;
let recorder: Recorder;
beforeEach(async () => {
  database = await seededDatabase();
  recorder = await makeRecorder(database.db);
});
afterEach(() => database.close());

const facts = (milestone: string) => listMilestoneFacts(database.db, milestone);
const newest = async (milestone: string) => (await facts(milestone)).at(-1);
const changes = () => database.db.selectFrom('change').selectAll().orderBy('number').execute();
const outcome = (milestone: string, fields: Partial<Recorded> = {}): Recorded => ({
  milestone,
  act: 'outcome',
  kind: 'met',
  value: '2026-11-20',
  ...fields,
});
const correction = (milestone: string, replaces: number, fields: Partial<Recorded> = {}): Recorded => ({
  milestone,
  act: 'correct',
  kind: 'met',
  value: '2023-11-29',
  replaces,
  ...fields,
});

/** Asserts that the command is refused at that field, in words that match, and that nothing at all was saved. */
async function expectRefused(command: Recorded, field: string, words: RegExp): Promise<void> {
  const before = [await facts(command.milestone), await changes()];
  await expect(recorder.record(command)).rejects.toMatchObject({
    name: 'RefusedError',
    field,
    message: expect.stringMatching(words),
  });
  expect([await facts(command.milestone), await changes()]).toEqual(before);
}

describe('what can be recorded', () => {
  test('a later date, with who said it when, and why', async () => {
    expect(await recorder.record({ milestone: SERVICE, value: '2027-Q2', saidOn: '2026-11-02' })).toBe(3);
    expect(await newest(SERVICE)).toMatchObject({
      number: 3,
      kind: 'forecast',
      value: '2027-Q2',
      saidOn: '2026-11-02',
      note: 'As announced',
      replaces: null,
    });
    const change = (await changes()).at(-1);
    expect(change).toMatchObject({
      kind: 'date recorded',
      person: recorder.personId,
      reason: 'As announced',
      recordedAt: NOON.toISOString(),
    });
    expect((await newest(SERVICE))?.change).toBe(change?.number);
  });

  test('a date agreed by change control, beside the first date, against which lateness is still measured', async () => {
    const agreed = { act: 'agreed-date', kind: 'agreed baseline', value: '2027-06' } as const;
    await recorder.record({ milestone: SERVICE, ...agreed });
    expect(await newest(SERVICE)).toMatchObject({ kind: 'agreed baseline', value: '2027-06' });
    expect((await changes()).at(-1)?.kind).toBe('baseline agreed');
    const asAt = { day: TODAY, isToday: true, view: 'internal' } as const;
    const milestone = (await readRecordAsAt(database.db, asAt)).milestones.find(({ code }) => code === SERVICE);
    expect(milestone).toMatchObject({
      ...{ firstDate: '2026-12', latestDate: '2027-06', status: 'due later than first promised' },
    });
  });

  test('no agreed date where no first date is recorded', async () => {
    const { db } = database;
    const { change } = await db.selectFrom('milestone').select('change').executeTakeFirstOrThrow();
    await db
      .insertInto('milestone')
      .values({ code: 'REG-1.9', recommendation: 'REG-1', position: 9, change })
      .execute();
    const agreed = { act: 'agreed-date', kind: 'agreed baseline', value: '2027-06' } as const;
    await expectRefused({ milestone: 'REG-1.9', ...agreed }, 'form', /No first date is recorded/);
  });

  test('that a date was taken back', async () => {
    await recorder.record({ milestone: SERVICE, act: 'taken-back', kind: 'undated', value: null });
    expect(await newest(SERVICE)).toMatchObject({ kind: 'undated', value: null });
    expect((await changes()).at(-1)?.kind).toBe('date recorded');
  });

  test.each(['met', 'partly met', 'missed', 'withdrawn', 're-measured'] as const)('the outcome %s', async (kind) => {
    await recorder.record(outcome(SERVICE, { kind }));
    expect(await newest(SERVICE)).toMatchObject({ kind, value: '2026-11-20' });
    expect((await changes()).at(-1)?.kind).toBe('outcome recorded');
  });

  test('what was partly met may be finished later', async () => {
    await recorder.record(outcome(PARTLY, { value: '2026-05' }));
    expect((await facts(PARTLY)).map(({ kind }) => kind)).toEqual(['baseline', 'forecast', 'partly met', 'met']);
  });
});

describe('a correction', () => {
  test('keeps what it corrects, and can be corrected itself', async () => {
    await recorder.record(correction(GENOMES, 2));
    await recorder.record(correction(GENOMES, 3, { value: '2023-11-28' }));
    expect((await facts(GENOMES)).map(({ number, value, replaces }) => [number, value, replaces])).toEqual([
      [1, '2023-Q1', null],
      [2, '2023-11-30', null],
      [3, '2023-11-29', 2],
      [4, '2023-11-28', 3],
    ]);
    expect((await changes()).at(-1)?.kind).toBe('fact corrected');
  });

  test('is not for what has been corrected already, nor for what is not there', async () => {
    await recorder.record(correction(GENOMES, 2));
    await expectRefused(correction(GENOMES, 2), 'form', /corrected already/);
    await expectRefused(correction(GENOMES, 9), 'form', /is not there/);
  });

  test('keeps a first date a first date, and makes no second one', async () => {
    await recorder.record(correction(GENOMES, 1, { kind: 'baseline', value: '2023-03' }));
    expect(await newest(GENOMES)).toMatchObject({ kind: 'baseline', value: '2023-03', replaces: 1 });
    await expectRefused(correction(GENOMES, 3, { kind: 'forecast' }), 'kind', /another first date/);
    await expectRefused(correction(GENOMES, 2, { kind: 'baseline' }), 'kind', /first date already/);
  });

  test('keeps an agreed date one, and makes none', async () => {
    await expectRefused(correction(SERVICE, 2, { kind: 'agreed baseline' }), 'kind', /by its own form/);
    await recorder.record({ milestone: SERVICE, act: 'agreed-date', kind: 'agreed baseline', value: '2027-06' });
    await recorder.record(correction(SERVICE, 3, { kind: 'agreed baseline', value: '2027-07' }));
    expect(await newest(SERVICE)).toMatchObject({ kind: 'agreed baseline', value: '2027-07', replaces: 3 });
  });

  test('may turn an outcome recorded by mistake into a date; an outcome can then be recorded again', async () => {
    await recorder.record(correction(GENOMES, 2, { kind: 'forecast', value: '2027' }));
    await recorder.record(outcome(GENOMES));
    expect(await newest(GENOMES)).toMatchObject({ kind: 'met', value: '2026-11-20', replaces: null });
  });
});

describe('what is refused, with nothing saved', () => {
  test('something said in the future', async () => {
    await expectRefused({ milestone: SERVICE, saidOn: '2026-11-24' }, 'saidOn.year', /today or in the past/);
    await expectRefused({ milestone: SERVICE, saidOn: '2027' }, 'saidOn.year', /today or in the past/);
    await recorder.record({ milestone: SERVICE, saidOn: TODAY });
  });

  test('an outcome whose day, month or year is not over', async () => {
    for (const value of ['2026-11-24', '2026-11', '2026-Q4', '2026'])
      await expectRefused(outcome(SERVICE, { value }), 'value.year', /must be over/);
    await expectRefused(correction(GENOMES, 2, { value: '2026' }), 'value.year', /must be over/);
    await recorder.record(outcome(SERVICE, { value: TODAY }));
  });

  test('a second outcome', async () => {
    await expectRefused(outcome(GENOMES), 'kind', /recorded already \(met, 30 November 2023\)/);
    await expectRefused(outcome(PARTLY, { value: '2023-11-30' }), 'kind', /recorded already/);
  });

  test('a milestone that is not there', async () => {
    await expectRefused({ milestone: 'DAT-9.9' }, 'form', /no such milestone/);
  });

  test('what somebody who may not record sends', async () => {
    const reader = { id: recorder.personId, role: 'reader' as Role };
    const before = await changes();
    const command = { milestone: SERVICE, act: 'later-date', kind: 'forecast', value: '2028' } as never;
    await expect(recordFact(database.db, command, { person: reader, now: NOON, today: TODAY })).rejects.toBeInstanceOf(
      NotAllowedError,
    );
    expect(await changes()).toEqual(before);
  });
});

describe('somebody faster', () => {
  test('makes the second one stop, with nothing saved and the newest fact named', async () => {
    await recorder.record({ milestone: SERVICE, seen: 2 });
    const before = await changes();
    await expect(recorder.record({ milestone: SERVICE, seen: 2, value: '2029' })).rejects.toMatchObject({
      name: 'FactConflictError',
      newest: 3,
    });
    expect([await changes(), (await facts(SERVICE)).length]).toEqual([before, 3]);
  });

  test('wins also when both send at the same moment', async () => {
    const both = await Promise.allSettled([
      recorder.record({ milestone: SERVICE, seen: 2, value: '2027' }),
      recorder.record({ milestone: SERVICE, seen: 2, value: '2029' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await facts(SERVICE)).toHaveLength(3);
  });
});

describe('where a fact was seen', () => {
  test('in a source of the record: published', async () => {
    await recorder.record({ milestone: SERVICE, source: 'pl088' });
    expect(await newest(SERVICE)).toMatchObject({ confirmation: 'published', source: 'pl088' });
  });

  test('nowhere: from memory', async () => {
    await recorder.record({ milestone: SERVICE });
    expect(await newest(SERVICE)).toMatchObject({ confirmation: 'memory', source: null });
  });

  test('in a new source, which is added with the same change', async () => {
    const newSource = { title: 'A statement', publisher: 'The department', type: 'official', url: null } as const;
    await recorder.record({ milestone: SERVICE, newSource });
    const fact = await newest(SERVICE);
    expect(fact).toMatchObject({ confirmation: 'published', source: 'added-1' });
    const source = await database.db.selectFrom('source').selectAll().where('code', '=', 'added-1').executeTakeFirst();
    expect(source).toEqual({ ...newSource, code: 'added-1', publishedOn: null, change: fact?.change });
    await recorder.record({ milestone: GENOMES, newSource });
    expect((await newest(GENOMES))?.source).toBe('added-2');
  });

  test('in a source that is not there: refused', async () => {
    await expectRefused({ milestone: SERVICE, source: 'nowhere' }, 'source', /No source has the code “nowhere”/);
  });
});
