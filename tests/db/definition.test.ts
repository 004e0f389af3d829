import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addEditChange } from '#app/domain/editing/editor.server.ts';
import { recordValue } from '#app/domain/indicators/record-value.server.ts';
import { addMilestone } from '#app/domain/milestones/add-milestone.server.ts';
import { passResponsibility } from '#app/domain/organisations/pass-responsibility.server.ts';
import { editPartnership, readPartnershipText } from '#app/domain/partnerships/save-partnership.server.ts';
import { addRecommendation } from '#app/domain/recommendations/add-recommendation.server.ts';
import { editRecommendation, readRecommendationText } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { judgeStage } from '#app/domain/recommendations/judge-stage.server.ts';
import type { Definition, DefinitionRow } from '#app/domain/strategy/definition.ts';
import { readDefinition } from '#app/domain/strategy/read-definition.server.ts';
import { columnsOf, STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { listObservations } from '#db/queries/list-observations.ts';
import type { Role } from '#db/tables/person.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { PARTNERSHIP } from '../helpers/partnership.ts';
import { makeRecorder, NOON, type Recorder, TODAY } from '../helpers/recorder.ts';

const NO_SOURCE = { source: null, newSource: null };
const FILES = Object.keys(STRATEGY_FILES) as StrategyFile[];

let database: TestDatabase;
beforeEach(async () => {
  database = await seededDatabase();
});
afterEach(() => database.close());

/** The cells of a file of the seeds, without spaces around them, as the loader reads them. */
function seedsOf(file: StrategyFile): Record<string, string>[] {
  return parse(readFileSync(`seeds/life-sciences-industrial-strategy/${file}`), {
    ...{ columns: true, bom: true, trim: true },
  });
}

/** Lists of codes in the order of the alphabet; a column that the files do not have yet left empty. */
function plain(file: StrategyFile, cells: Record<string, string>): string {
  const lists = ['also_bears_on', 'themes'];
  const cell = (column: string): string => {
    const text = cells[column] ?? '';
    return lists.includes(column) ? text.split(' | ').sort().join(' | ') : text;
  };
  return JSON.stringify(columnsOf(file).map(cell));
}

describe('the real strategy', () => {
  test.each(FILES)('comes out as it went in: %s', async (file) => {
    const definition = await readDefinition(database.db);
    const out = definition[file].map(({ cells }) => plain(file, cells));
    expect(out.length).toBeGreaterThan(0);
    expect(out.toSorted()).toEqual(
      seedsOf(file)
        .map((cells) => plain(file, cells))
        .toSorted(),
    );
    expect(definition[file].every(({ cells }) => Object.keys(cells).join() === columnsOf(file).join())).toBe(true);
  });

  test('has a key for each row, and no two alike in a file that has keys', async () => {
    const definition = await readDefinition(database.db);
    for (const file of FILES.filter((name) => name !== 'milestone_dates.csv' && name !== 'observations.csv')) {
      const ids = definition[file].map(({ id }) => id);
      expect([file, new Set(ids).size]).toEqual([file, ids.length]);
    }
    expect(definition['organisation_successions.csv'][0]?.id).toMatch(/^\S+ \S+$/);
  });

  test('is as empty as the record was before it was loaded', async () => {
    const before = await readDefinition(database.db, 0);
    expect(FILES.flatMap((file) => before[file])).toEqual([]);
  });
});

describe('what was recorded since', () => {
  let recorder: Recorder;
  let by: { person: { id: number; role: Role }; now: Date; today: string };
  let before: Definition;
  let change: number;

  beforeEach(async () => {
    recorder = await makeRecorder(database.db);
    by = { person: { id: recorder.personId, role: 'administrator' }, now: NOON, today: TODAY };
    before = await readDefinition(database.db);
    change = await findNewestChange(database.db);
  });

  /** Sees that the definition of before is still there; gives the rows that are gone and those that came, by file. */
  async function different(): Promise<Record<string, [DefinitionRow[], DefinitionRow[]]>> {
    expect(await readDefinition(database.db, change)).toEqual(before);
    const now = await readDefinition(database.db);
    const without = (rows: DefinitionRow[], others: DefinitionRow[]) => {
      const known = new Set(others.map((row) => JSON.stringify(row)));
      return rows.filter((row) => !known.has(JSON.stringify(row)));
    };
    const all = FILES.map((file): [string, [DefinitionRow[], DefinitionRow[]]] => [
      file,
      [without(before[file], now[file]), without(now[file], before[file])],
    ]);
    return Object.fromEntries(all.filter(([, [gone, come]]) => gone.length + come.length > 0));
  }

  test('is in it: a text and a stage of a recommendation', async () => {
    const text = await readRecommendationText(database.db, 'DAT-1');
    if (!text) throw new Error('DAT-1 is not there.');
    const edited = { ...text, code: 'DAT-1', seen: 1, reason: 'Agreed.', doneWhen: 'Five hubs run.' };
    await editRecommendation(database.db, edited, by);
    const judged = { stage: 'delivered' as const, judgedOn: '2026-09-30', reason: 'All run.', seen: 1 };
    await judgeStage(database.db, { recommendation: 'DAT-1', ...judged }, by);
    const old = before['recommendations.csv'].find(({ id }) => id === 'DAT-1');
    const cells = {
      ...old?.cells,
      ...{ done_when: 'Five hubs run.', stage: 'delivered', stage_on: '2026-09-30', stage_reason: 'All run.' },
    };
    expect(await different()).toEqual({ 'recommendations.csv': [[old], [{ id: 'DAT-1', cells }]] });
  });

  test('is in it: a recommendation that nobody has judged, and its milestone', async () => {
    const added = { theme: 'DAT', code: 'DAT-9', title: 'Link records', summary: 'Link them.', reason: 'Agreed.' };
    await addRecommendation(database.db, { ...added, ...NO_SOURCE }, by);
    const promise = { title: 'A register', value: '2027-06', saidOn: TODAY, reason: 'Said.' };
    await addMilestone(database.db, { recommendation: 'DAT-9', ...promise, ...NO_SOURCE }, by);
    expect(await different()).toMatchObject({
      'recommendations.csv': [[], [{ id: 'DAT-9', cells: { title: 'Link records', stage: '', stage_on: '' } }]],
      'milestones.csv': [[], [{ id: 'DAT-9.1', cells: { position: '1', title: 'A register' } }]],
      'milestone_dates.csv': [[], [{ id: '1', cells: { milestone: 'DAT-9.1', kind: 'baseline', value: '2027-06' } }]],
    });
  });

  test('is in it: a later date, and an outcome put right in place of the one before', async () => {
    await recorder.record({ milestone: 'DAT-1.4', value: '2027-Q2', saidOn: '2026-11-02' });
    await recorder.record({ milestone: 'HARP-2.2', act: 'correct', kind: 'met', value: '2023-11-29', replaces: 2 });
    const put = { milestone: 'HARP-2.2', kind: 'met', value: '2023-11-29', as_published: '' };
    const later = { milestone: 'DAT-1.4', kind: 'forecast', value: '2027-Q2', said_on: '2026-11-02' };
    expect(await different()).toMatchObject({
      'milestone_dates.csv': [
        [{ id: '2', cells: { milestone: 'HARP-2.2', value: '2023-11-30' } }],
        [
          { id: '3', cells: put },
          { id: '3', cells: later },
        ],
      ],
    });
  });

  test('is in it: a value restated beside the first, and again in place of the second', async () => {
    const restated = { indicator: 'EMP', period: '2023/24', series: 'from 2023/24 method', isNewSeries: false };
    const command = { ...restated, note: null, source: 'ba24', newSource: null, reason: 'The new edition' };
    const of = async () => {
      const rows = await listObservations(database.db, { indicator: 'EMP' });
      const last = rows.filter(({ period, series }) => period === restated.period && series === restated.series).at(-1);
      return { replaces: last?.number ?? null, seen: rows.at(-1)?.number ?? 0 };
    };
    await recordValue(database.db, { ...command, status: 'revised', value: '365000', ...(await of()) }, by);
    await recordValue(database.db, { ...command, status: 'revised', value: '365100', ...(await of()) }, by);
    const { 'observations.csv': [gone, come] = [], ...others } = await different();
    expect([gone, others]).toEqual([[], {}]);
    expect(come).toMatchObject([{ cells: { indicator: 'EMP', status: 'revised', value: '365100' } }]);
  });

  test('is in it: a partnership with other members, themes and strands', async () => {
    const standing = await readPartnershipText(database.db, 'NACP');
    if (!standing) throw new Error('NACP is not there.');
    const { number: seen, confirmation: _, ...text } = standing;
    const parts = { members: PARTNERSHIP.members, themes: ['SCI', 'HARP'], strands: PARTNERSHIP.strands };
    const edit = { ...text, ...parts, code: 'NACP', newSource: null, reason: 'As agreed.', seen, note: 'New.' };
    await editPartnership(database.db, edit, by);
    const found = await different();
    const come = (file: string) => found[file]?.[1].map(({ id }) => id);
    expect(found['partnerships.csv']?.[1]).toMatchObject([{ id: 'NACP', cells: { note: 'New.' } }]);
    expect(come('partnership_members.csv')).toEqual(['NACP GEL', 'NACP NHSE']);
    expect(come('partnership_themes.csv')).toEqual(['NACP HARP', 'NACP SCI']);
    expect(come('partnership_strands.csv')).toEqual(['NACP 1', 'NACP 2']);
  });

  test('is in it: a responsibility that passed to another organisation', async () => {
    const command = { from: 'OLS', to: 'DHSC', fromOn: '2026-11-01', basis: 'stated' as const, why: 'Moved.' };
    const { id } = before['recommendation_organisations.csv'].find((row) => row.cells['organisation'] === 'OLS') ?? {};
    const recommendation = id?.split(' ')[0] ?? '';
    await passResponsibility(database.db, { ...command, recommendations: [recommendation], source: null }, by);
    const { 'recommendation_organisations.csv': [gone, come] = [], ...others } = await different();
    expect(gone?.map((row) => row.id)).toContain(id);
    expect(come?.map((row) => row.id) ?? []).not.toContain(id);
    expect(others).toEqual({});
  });

  test('is not in it: rows that a file replaced, of which each change finds its own', async () => {
    const row = await database.db.selectFrom('event').selectAll().where('code', '=', 'E006').executeTakeFirstOrThrow();
    const keep = (title: string, replacedChange: number, alsoBearsOn: string[]) => ({
      ...{ of: 'event' as const, code: 'E006', replacedChange },
      row: JSON.stringify({ ...row, title, alsoBearsOn }),
    });
    const made = [];
    for (const reason of ['First file', 'Second file'])
      made.push(await database.db.transaction().execute((trx) => addEditChange(trx, 'strategy imported', reason, by)));
    const [first = 0, second = 0] = made;
    const earlier = [keep(row.title, first, ['HARP-2', 'HARP-7', 'DAT-1']), keep('Between', second, ['HARP-2'])];
    await database.db.insertInto('earlierRow').values(earlier).execute();
    await database.db.updateTable('event').set({ title: 'Now' }).where('code', '=', 'E006').execute();
    const titleAt = async (upTo?: number) =>
      (await readDefinition(database.db, upTo))['events.csv'].find(({ id }) => id === 'E006')?.cells;
    expect(await readDefinition(database.db, change)).toEqual(before);
    expect(await titleAt(first)).toMatchObject({ title: 'Between', also_bears_on: 'HARP-2' });
    expect(await titleAt(second)).toMatchObject({ title: 'Now', also_bears_on: 'HARP-2 | HARP-7 | DAT-1' });
    expect(await titleAt()).toEqual(await titleAt(second));
  });
});
