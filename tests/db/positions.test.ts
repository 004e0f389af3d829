import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { milestoneAsAt } from '#app/domain/milestone-status.ts';
import { keepPositions } from '#app/domain/positions/keep-positions.server.ts';
import { quarterLastDay } from '#app/domain/quarter.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import { listQuarters } from '#db/queries/list-quarters.ts';
import type { Database } from '#db/schema.ts';
import { FACT_KINDS, OUTCOME_KINDS } from '#db/tables/milestone-fact.ts';
import { anyPartialDate } from '../helpers/arbitraries.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makeRecorder, type Recorded, type Recorder, TODAY } from '../helpers/recorder.ts';
import { quartersUntil, recountMilestones } from '../helpers/recount.ts';

let database: TestDatabase;
let db: Kysely<Database>;
let recorder: Recorder;
beforeEach(async () => {
  database = await seededDatabase();
  db = database.db;
  recorder = await makeRecorder(db);
});
afterEach(() => database.close());

const positions = () =>
  db.selectFrom('milestonePosition').selectAll().orderBy('quarter').orderBy('milestone').execute();

/** What the positions must be: every milestone at the end of every quarter, worked out from its facts one by one. */
async function workedOut() {
  const rows = [];
  const facts = await listMilestoneFacts(db);
  const milestones = [...new Set(facts.map(({ milestone }) => milestone))].sort();
  for (const { code: quarter } of await listQuarters(db)) {
    for (const milestone of milestones) {
      const own = facts.filter((fact) => fact.milestone === milestone);
      const state = milestoneAsAt(own, quarterLastDay(quarter));
      if (!state) continue;
      const { status, firstDate, latestDate, outcome } = state;
      rows.push({ quarter, milestone, status, firstDate, latestDate, outcomeDate: outcome?.value ?? null });
    }
  }
  return rows;
}

/** The positions that are not what they were. */
async function moved(act: () => Promise<unknown>): Promise<string[]> {
  const key = (rows: Awaited<ReturnType<typeof positions>>) =>
    new Map(rows.map((row) => [`${row.quarter} ${row.milestone}`, JSON.stringify(row)]));
  const before = key(await positions());
  await act();
  return [...key(await positions())].filter(([place, row]) => before.get(place) !== row).map(([place]) => place);
}

const quarterEnds = (from: string, to: string) =>
  quartersUntil(TODAY)
    .map(({ code }) => code)
    .filter((code) => from <= code && code <= to);

describe('the positions of past quarters', () => {
  test('are how each milestone stood at the end of each, in every quarter that has ended', async () => {
    const quarters = (await listQuarters(db)).map(({ code }) => code);
    expect(quarters).toEqual(quarterEnds('2017-18-Q2', '2026-27-Q2'));
    expect(await positions()).toEqual(await workedOut());
  });

  test('agree with a count that knows nothing of the program', async () => {
    const stored = (await positions()).map(({ quarter, milestone, status }) => `${quarter} ${milestone} ${status}`);
    const counted = quartersUntil(TODAY)
      .filter(({ end }) => end < TODAY)
      .flatMap(({ code, end }) => recountMilestones(end).map((row) => `${code} ${row.code} ${row.status}`));
    expect(stored.sort()).toEqual(counted.sort());
  });

  test('carry no stage before one was judged', async () => {
    expect(await db.selectFrom('recommendationPosition').selectAll().execute()).toEqual([]);
  });
});

describe('recording', () => {
  test('an outcome moves the quarters from its day on, of that milestone only', async () => {
    const places = await moved(() =>
      recorder.record({ milestone: 'HARP-6.2', act: 'outcome', kind: 'missed', value: '2025-05-01' }),
    );
    expect(places).toEqual(quarterEnds('2025-26-Q1', '2026-27-Q2').map((quarter) => `${quarter} HARP-6.2`));
  });

  test('a later date moves the quarters from the day it was said', async () => {
    const places = await moved(() => recorder.record({ milestone: 'SCI-6.4', value: '2027', saidOn: '2026-02-10' }));
    expect(places).toEqual(['2025-26-Q4 SCI-6.4', '2026-27-Q1 SCI-6.4', '2026-27-Q2 SCI-6.4']);
  });

  test('a correction moves just the quarters between the wrong day and the right one', async () => {
    const statuses = async () =>
      (await positions())
        .filter(({ milestone, quarter }) => milestone === 'HARP-2.2' && quarter >= '2023-24-Q2')
        .map(({ quarter, status }) => `${quarter} ${status}`);
    await recorder.record({ milestone: 'HARP-2.2', act: 'correct', replaces: 2, kind: 'met', value: '2024-05-01' });
    expect((await statuses()).slice(0, 4)).toEqual([
      '2023-24-Q2 date passed',
      '2023-24-Q3 date passed',
      '2023-24-Q4 date passed',
      '2024-25-Q1 done late',
    ]);
    expect(await positions()).toEqual(await workedOut());
  });

  test('something that fails moves none, and leaves no change', async () => {
    const changes = () => db.selectFrom('change').selectAll().execute();
    const before = await changes();
    const places = await moved(async () => {
      await expect(recorder.record({ milestone: 'HARP-6.2', source: 'nowhere' })).rejects.toThrow();
      await expect(recorder.record({ milestone: 'HARP-6.2', seen: 0 })).rejects.toThrow();
    });
    expect([places, await changes()]).toEqual([[], before]);
  });

  test('does not touch a quarter that was closed', async () => {
    await db.updateTable('quarter').set({ state: 'closed' }).where('code', '=', '2025-26-Q4').execute();
    const places = await moved(() => recorder.record({ milestone: 'SCI-6.4', value: '2027', saidOn: '2026-02-10' }));
    expect(places).toEqual(['2026-27-Q1 SCI-6.4', '2026-27-Q2 SCI-6.4']);
  });
});

describe('a quarter that ends', () => {
  test('gets its positions once, on the first day after it', async () => {
    expect(await keepPositions(db, TODAY)).toBe(0);
    expect(await keepPositions(db, '2026-12-31')).toBe(0);
    const places = await moved(async () => expect(await keepPositions(db, '2027-01-01')).toBe(1));
    expect(new Set(places.map((place) => place.split(' ')[0]))).toEqual(new Set(['2026-27-Q3']));
    expect(await moved(async () => expect(await keepPositions(db, '2027-01-01')).toBe(0))).toEqual([]);
    expect(await positions()).toEqual(await workedOut());
  });

  test('also carries the stages judged in it', async () => {
    await keepPositions(db, '2027-01-01');
    const stages = await db.selectFrom('recommendationPosition').select(['quarter', 'stage']).execute();
    expect(stages).toHaveLength(61);
    expect(stages.filter(({ stage }) => stage === 'delivered')).toHaveLength(11);
    expect(new Set(stages.map(({ quarter }) => quarter))).toEqual(new Set(['2026-27-Q3']));
  });

  test('several at once are all added, when the program did not run for a year', async () => {
    expect(await keepPositions(db, '2027-11-01')).toBe(4);
    expect(await positions()).toEqual(await workedOut());
  });
});

/** Anything that somebody might record about one of four milestones, allowed or not. */
const anyCommand: fc.Arbitrary<Recorded> = fc
  .oneof(
    fc
      .record({ value: anyPartialDate() })
      .map(({ value }) => ({ act: 'later-date', kind: 'forecast', value }) as const),
    fc.constant({ act: 'taken-back', kind: 'undated', value: null } as const),
    fc
      .record({ kind: fc.constantFrom(...OUTCOME_KINDS), value: anyPartialDate() })
      .map((fields) => ({ act: 'outcome', ...fields }) as const),
    fc
      .record({
        kind: fc.constantFrom(...FACT_KINDS),
        value: anyPartialDate(),
        replaces: fc.integer({ min: 1, max: 7 }),
      })
      .map(
        (fields) => ({ act: 'correct', ...fields, value: fields.kind === 'undated' ? null : fields.value }) as const,
      ),
  )
  .chain((command) =>
    fc
      .record({
        milestone: fc.constantFrom('DAT-1.4', 'HARP-2.2', 'DAT-8.2', 'GRO-11.3'),
        saidOn: anyPartialDate(),
      })
      .map((more) => ({ ...command, ...more })),
  );

test('whatever is recorded, in whatever order, the positions stay what the facts say', async () => {
  let saved = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { minLength: 1, maxLength: 8 }), async (commands) => {
      for (const command of commands) {
        await recorder.record(command).then(
          () => (saved += 1),
          (error) => expect(error.name).toBe('RefusedError'),
        );
      }
      expect(await positions()).toEqual(await workedOut());
    }),
    { numRuns: 40 },
  );
  expect(saved).toBeGreaterThan(20);
});
