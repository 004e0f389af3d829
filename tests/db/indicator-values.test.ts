import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { previewValues, recordValues } from '#app/domain/indicators/import-values.server.ts';
import type { ValueRow } from '#app/domain/indicators/plan-values.ts';
import { recordValue, type ValueCommand } from '#app/domain/indicators/record-value.server.ts';
import { readRecordedValues } from '#app/domain/indicators/recorded-values.server.ts';
import { NotAllowedError } from '#app/domain/people/permissions.ts';
import { listObservations } from '#db/queries/list-observations.ts';
import type { Role } from '#db/tables/person.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

let database: TestDatabase;
let person: { id: number; role: Role };
beforeEach(async () => {
  database = await seededDatabase();
  person = await makePerson(database.db, 'reviewer', { name: 'Rosalind Franklin' });
});
afterEach(() => database.close());

const values = (indicator: string) => listObservations(database.db, { indicator });
const changes = () => database.db.selectFrom('change').selectAll().orderBy('number').execute();
const by = () => ({ person, now: NOON, today: TODAY });
const newest = async (indicator: string) => (await values(indicator)).at(-1)?.number ?? 0;

/** Employment of 2024/25, unless the test says otherwise; filled from a form that knows everything. */
async function record(more: Partial<ValueCommand> = {}): Promise<number> {
  const indicator = more.indicator ?? 'EMP';
  const command: ValueCommand = {
    ...{ indicator, period: '2024/25', series: 'from 2023/24 method', isNewSeries: false, value: '365000' },
    ...{ status: 'final', note: null, source: 'ba24', newSource: null, reason: 'The new edition', replaces: null },
    seen: await newest(indicator),
    ...more,
  };
  return recordValue(database.db, command, by());
}

/** Asserts that it is refused at that field, in words that match, and that nothing at all was saved. */
async function expectRefused(more: Partial<ValueCommand>, field: string, words: RegExp): Promise<void> {
  const before = [await listObservations(database.db), await changes()];
  await expect(record(more)).rejects.toMatchObject({
    name: 'RefusedError',
    field,
    message: expect.stringMatching(words),
  });
  expect([await listObservations(database.db), await changes()]).toEqual(before);
}

describe('one value', () => {
  test('is recorded with its source, as one change with its reason', async () => {
    expect(await record()).toBe(10);
    const change = (await changes()).at(-1);
    expect((await values('EMP')).at(-1)).toMatchObject({
      ...{ number: 10, period: '2024/25', series: 'from 2023/24 method', value: '365000', status: 'final' },
      ...{ confirmation: 'published', source: 'ba24', note: null, replaces: null, change: change?.number },
    });
    expect(change).toMatchObject({ kind: 'values recorded', person: person.id, reason: 'The new edition' });
    expect(await readRecordedValues(database.db, change?.number ?? 0)).toEqual({
      ...{ indicators: ['EMP'], values: 1, restated: 0, before: null },
      after: 'EMP, 2024 to 2025, from 2023/24 method: 365,000 people, final',
    });
  });

  test('without a source is from memory; with a new source it brings it, with its day', async () => {
    await record({ source: null });
    expect((await values('EMP')).at(-1)).toMatchObject({ confirmation: 'memory', source: null });
    const newSource = {
      ...({ title: 'The next edition', publisher: 'The department', type: 'official', url: null } as const),
      publishedOn: '2026-10-01',
    };
    await record({ period: '2025/26', source: null, newSource });
    const row = (await values('EMP')).at(-1);
    expect(row).toMatchObject({ confirmation: 'published', sourceTitle: 'The next edition' });
    expect(row?.sourcePublishedOn).toBe('2026-10-01');
    await expectRefused(
      { period: '2022/23', source: null, newSource: { ...newSource, publishedOn: '2027' } },
      'newSource.publishedOn.year',
      /published by today/,
    );
    await expectRefused({ period: '2022/23', source: 'none' }, 'source', /No source has the code/);
  });

  test('of a period that has one is refused, unless it restates it', async () => {
    const same = { period: '2023/24' };
    await expectRefused(same, 'period', /has a value for 2023 to 2024 already, 359,600 people: restate that one/);
    expect(await record({ ...same, replaces: 9, status: 'revised', value: '360100' })).toBe(10);
    expect((await values('EMP')).at(-1)).toMatchObject({ replaces: 9, status: 'revised' });
    expect((await values('EMP')).find(({ number }) => number === 9)).toMatchObject({ value: '359600', replaces: null });
    const recorded = await readRecordedValues(database.db, (await changes()).at(-1)?.number ?? 0);
    expect(recorded).toMatchObject({
      before: expect.stringContaining('359,600'),
      after: expect.stringContaining('360,100'),
    });
  });

  test('may stand in another series for the same period', async () => {
    await record({ period: '2021/22', value: '330000' });
    expect((await values('EMP')).filter(({ period }) => period === '2021/22')).toHaveLength(2);
  });

  test('that says what stands is refused; one that moves says why', async () => {
    const stands = { period: '2023/24', value: '359600', replaces: 9 };
    const note = 'Edition for 2023 to 2024. New method, not comparable with earlier years.';
    await expectRefused({ ...stands, note }, 'form', /Nothing is different/);
    await expectRefused({ ...stands, period: '2022/23' }, 'note', /Say why the value of 2023 to 2024/);
    await record({ ...stands, period: '2022/23', note: 'The edition was read wrongly' });
    await expectRefused({ replaces: 99 }, 'form', /not there/);
  });

  test('belongs to a series of the indicator, or to one that is named as new', async () => {
    await expectRefused({ series: 'another' }, 'series', /Choose one of the series/);
    await expectRefused({ isNewSeries: true }, 'newSeries', /already: choose it/);
    await expectRefused({ isNewSeries: true, series: 'From 2023/24 Method' }, 'newSeries', /as this series is called/);
    await record({ isNewSeries: true, series: 'from 2025 method' });
    expect((await values('EMP')).at(-1)?.series).toBe('from 2025 method');
  });

  test('lies ahead only where the record has such values', async () => {
    await expectRefused({ period: '2027' }, 'period', /lies ahead/);
    await record({ indicator: 'SKILLNEED', series: 'skills strategy of January 2020', period: '2035', value: '1' });
    await record({ indicator: 'VPASRATE', series: 'scheme rate', period: '2027', value: '12.5' });
    await expectRefused(
      { indicator: 'PH3RANK', series: 'ABPI rank', value: '4.5', period: '2024' },
      'value',
      /whole place/,
    );
    await expectRefused({ indicator: 'NONE' }, 'form', /no such indicator/);
  });

  test('is for the office alone', async () => {
    const reader = await makePerson(database.db, 'internal reader');
    person = reader;
    await expect(record()).rejects.toBeInstanceOf(NotAllowedError);
  });
});

describe('two people at once', () => {
  const conflict = (error: unknown) =>
    expect(error).toMatchObject({ name: 'EditConflictError', conflict: { by: 'Rosalind Franklin' } });

  test('on a new period: the second sees both', async () => {
    const seen = await newest('EMP');
    await record({ seen });
    const error = await record({ seen, value: '366000' }).catch((thrown: unknown) => thrown);
    conflict(error);
    expect(error).toMatchObject({
      conflict: { differences: [{ label: 'Value', before: '365,000', after: '366,000' }] },
    });
    await expectRefused({ seen }, 'form', /recorded the same while you were writing/);
    await record({ seen, value: '366000', replaces: 10 });
    expect((await values('EMP')).at(-1)).toMatchObject({ number: 11, replaces: 10 });
  });

  test('on restating: the value that somebody restated already is not restated again', async () => {
    const restate = { period: '2023/24', replaces: 9, status: 'revised' as const };
    await record({ ...restate, value: '360000' });
    conflict(await record({ ...restate, value: '361000' }).catch((thrown: unknown) => thrown));
    expect(await values('EMP')).toHaveLength(10);
  });

  test('on different periods: both are recorded', async () => {
    const seen = await newest('EMP');
    await record({ seen });
    expect(await record({ seen, period: '2022/23', value: '340000' })).toBe(11);
  });

  test('twenty on one period: one wins', async () => {
    const seen = await newest('EMP');
    const tries = Array.from({ length: 20 }, (_, n) => record({ seen, value: `${365_000 + n}` }));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await values('EMP')).toHaveLength(10);
  });
});

describe('values of a file', () => {
  const row = (more: Partial<ValueRow> = {}): ValueRow => ({
    ...{ row: 2, indicator: 'EMP', period: '2024/25', series: 'from 2023/24 method', value: '365000' },
    ...{ status: 'provisional', confirmation: 'published', source: 'ba24', note: null },
    ...more,
  });
  const FILE = [row(), row({ row: 3, indicator: 'TURN', value: '150.0' }), row({ row: 4, period: '2023/24' })];

  test('are one change, and a second time nothing is done', async () => {
    const preview = await previewValues(database.db, FILE, TODAY);
    expect(preview.planned.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'restates']);
    const before = await changes();
    const change = await recordValues(database.db, { rows: FILE, reason: 'Both', seen: preview.seen }, by());
    expect(await changes()).toHaveLength(before.length + 1);
    expect(await readRecordedValues(database.db, change ?? 0)).toMatchObject({
      ...{ indicators: ['EMP', 'TURN'], values: 3, restated: 1 },
    });
    const after = [await listObservations(database.db), await changes()];
    expect(await recordValues(database.db, { rows: FILE, reason: 'Again', seen: preview.seen }, by())).toBeNull();
    expect([await listObservations(database.db), await changes()]).toEqual(after);
  });

  test('are not recorded when one of their indicators changed since the preview, and are when another did', async () => {
    const { seen } = await previewValues(database.db, FILE, TODAY);
    await record({ indicator: 'OFH', series: 'volunteers', period: '2025', value: '2000000' });
    await record({ period: '2022/23', value: '340000' });
    const command = { rows: FILE, reason: 'Both', seen };
    await expect(recordValues(database.db, command, by())).rejects.toMatchObject({
      ...{ name: 'ConflictError', message: expect.stringContaining('1 value of EMP came into the record') },
    });
    const rows = FILE.slice(1, 2);
    expect(await recordValues(database.db, { ...command, rows }, by())).toEqual(expect.any(Number));
  });

  test('are all refused for one that the record does not allow', async () => {
    const before = [await listObservations(database.db), await changes()];
    const rows = [row(), row({ row: 3, period: '2030' })];
    await expect(recordValues(database.db, { rows, reason: 'Both', seen: 99 }, by())).rejects.toMatchObject({
      name: 'RefusedError',
    });
    expect([await listObservations(database.db), await changes()]).toEqual(before);
  });
});
