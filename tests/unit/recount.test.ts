import { expect, test } from 'vitest';
import { recountMilestones, recountRecommendations, tally } from '../helpers/recount.ts';

/** What was counted when the data were compiled, by a program of its own, as at 23 November 2026. */
const TODAY = '2026-11-23';

const MILESTONES: Record<string, string[]> = {
  'done by its first date': [
    'HARP-2.1 HARP-7.1 SCI-4.1 SCI-6.1 GRO-3.1 NHS-4.1 NHS-10.1',
    'DAT-1.1 DAT-1.3 DAT-3.3 SKI-1.1 SKI-4.1 REG-2.1',
  ],
  'done late': [
    'HARP-2.2 HARP-3.1 HARP-3.5 HARP-4.1 HARP-6.1 HARP-7.2 SCI-4.2 SCI-5.1 SCI-6.2 SCI-6.3 SCI-9.1 SCI-9.2',
    'GRO-3.2 GRO-7.1 GRO-10.1 GRO-11.1 GRO-11.2 GRO-12.1 NHS-1.1 NHS-3.1 NHS-8.1 NHS-9.1 DAT-1.2 DAT-4.1 DAT-8.1',
    'SKI-2.1 SKI-2.2 REG-3.2',
  ],
  'partly met': ['HARP-3.2 HARP-3.3 NHS-5.1 DAT-3.1 DAT-3.2 DAT-8.2'],
  'not met': ['SCI-5.2'],
  withdrawn: ['GRO-7.2 GRO-11.3'],
  'met by re-measurement': ['SCI-1.2'],
  'date passed': ['HARP-3.4 HARP-6.2 SCI-6.4 GRO-4.1 NHS-1.2'],
  ahead: ['SCI-1.1 SCI-5.3 DAT-1.4 DAT-4.2 REG-3.1'],
  'no date': ['DAT-6.1'],
};

const aheadOr = (status: string): string =>
  status === 'on course' || status === 'due later than first promised' ? 'ahead' : status;

test('each milestone stands as the compilers counted it', () => {
  const expected = Object.entries(MILESTONES).flatMap(([status, lists]) =>
    lists.flatMap((list) => list.split(' ').map((code) => [code, status])),
  );
  expect(expected).toHaveLength(62);
  const found = recountMilestones(TODAY).map(({ code, status }) => [code, aheadOr(status)]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test('the counts of milestones are those of the compilers', () => {
  expect(tally(recountMilestones(TODAY).map(({ status }) => aheadOr(status)))).toEqual({
    'done by its first date': 13,
    'done late': 28,
    'partly met': 6,
    'not met': 1,
    withdrawn: 2,
    'met by re-measurement': 1,
    'date passed': 5,
    ahead: 5,
    'no date': 1,
  });
});

test('the counts of stages are those of the compilers, and none was judged before', () => {
  expect(tally(recountRecommendations(TODAY).map(({ stage }) => stage))).toEqual({
    'partly delivered': 29,
    delivered: 11,
    'no public evidence': 7,
    'not assessed': 6,
    changed: 3,
    'not delivered': 3,
    'under way': 2,
  });
  expect(tally(recountRecommendations('2026-11-22').map(({ stage }) => stage))).toEqual({});
});
