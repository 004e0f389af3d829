import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getPage, tableIn } from '../helpers/html.ts';
import { quartersUntil, type RecountedMilestone, recountMilestones, rowsOf, tally } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

const TODAY = '2026-11-23';
const RECOMMENDATIONS = rowsOf('recommendations.csv');
const DATES = rowsOf('milestone_dates.csv');

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

/** The day a quarter is shown at: its last, or today while it runs. */
function dayOf(code: string): string {
  const end = quartersUntil(TODAY).find((quarter) => quarter.code === code)?.end ?? TODAY;
  return end < TODAY ? end : TODAY;
}

/** How a milestone stood at a later quarter end as against an earlier one; null when the same. */
function difference(before: RecountedMilestone | undefined, after: RecountedMilestone): string | null {
  const { status, outcome, latest } = after;
  const isOver = outcome !== null;
  if (isOver && (before?.outcome !== outcome || before.status !== status))
    return status === 'withdrawn' ? 'Withdrawn' : 'Outcome';
  if (!before) return 'New milestone';
  if (!isOver && before.latest !== latest) return 'Date moved';
  return status === 'date passed' && before.status !== status ? 'Date passed' : null;
}

const KINDS = ['Outcome', 'Withdrawn', 'Date moved', 'Date passed', 'New milestone', 'Stage'];

/** What must have changed between the ends of two quarters: `[kind, code]`, kind by kind. */
function expectedDifferences(since: string, quarter: string): [string, string][] {
  const before = new Map(recountMilestones(dayOf(since)).map((milestone) => [milestone.code, milestone]));
  const milestones = recountMilestones(dayOf(quarter)).flatMap((milestone): [string, string][] => {
    const kind = difference(before.get(milestone.code), milestone);
    return kind ? [[kind, milestone.code]] : [];
  });
  const judged = RECOMMENDATIONS.filter(
    ({ stage_on = '' }) => dayOf(since) < stage_on && stage_on <= dayOf(quarter),
  ).map(({ code = '' }): [string, string] => ['Stage', code]);
  return [...milestones, ...judged].sort(([a], [b]) => KINDS.indexOf(a) - KINDS.indexOf(b));
}

/** Rows of the comparison: kind, code, before, after, how far, reason. */
async function compared(quarter: string, since: string): Promise<string[][]> {
  const page = await getPage(`${server.url}/quarters/${quarter}?since=${since}`);
  expect(page.status).toBe(200);
  const [, ...rows] = tableIn(page, 'comparison');
  return rows.map(([kind = '', about = '', ...rest]) => [kind, about.split(' ').at(-1) ?? '', ...rest]);
}

const rowFor = async (quarter: string, since: string, code: string) =>
  (await compared(quarter, since)).find(([, other]) => other === code);

describe('what changed between the ends of two quarters', () => {
  test.each([
    ['2017-18-Q3', '2017-18-Q2'],
    ['2019-20-Q3', '2018-19-Q3'],
    ['2021-22-Q2', '2021-22-Q1'],
    ['2022-23-Q1', '2021-22-Q4'],
    ['2024-25-Q4', '2017-18-Q2'],
    ['2025-26-Q2', '2025-26-Q1'],
    ['2026-27-Q3', '2017-18-Q2'],
  ])('%s since %s is what the files say', async (quarter, since) => {
    const expected = expectedDifferences(since, quarter);
    expect(expected.length).toBeGreaterThan(0);
    const found = (await compared(quarter, since)).map(([kind = '', code = '']): [string, string] => [kind, code]);
    // Governance is last on the page and first in the file.
    expect(found.map(String).sort()).toEqual(expected.map(String).sort());
    expect(found.map(([kind]) => kind)).toEqual(expected.map(([kind]) => kind));
  });

  test('is counted in a sentence', async () => {
    const { text } = await getPage(`${server.url}/quarters/2026-27-Q3?since=2017-18-Q2`);
    const counts = tally(expectedDifferences('2017-18-Q2', '2026-27-Q3').map(([kind]) => kind));
    expect(text).toContain('Between the ends of July to September 2017 and October to December 2026: ');
    expect(text).toContain(`${counts['Outcome']} outcomes`);
    expect(text).toContain(`${counts['Withdrawn']} milestones withdrawn`);
    expect(text).toContain(`${counts['Stage']} stages judged anew`);
  });

  test('without a choice is a form alone, with every earlier quarter to choose from', async () => {
    const page = await getPage(`${server.url}/quarters/2022-23-Q1`);
    expect(page.text).toContain('Compare with an earlier quarter');
    expect(page.text).not.toContain('What changed since the end of');
    const earlier = quartersUntil('2022-03-31').map(({ code }) => code);
    const options = [...page.html.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value);
    expect(options).toEqual(earlier.toReversed());
  });

  test('keeps whom the summary above is for', async () => {
    const { html } = await getPage(`${server.url}/quarters/2022-23-Q1?since=2021-22-Q4&audience=publication`);
    expect(html).toContain('<input type="hidden" name="audience" value="publication"/>');
  });

  test('an outcome: how it stood before, when it came and how late', async () => {
    expect((await rowFor('2018-19-Q3', '2018-19-Q2', 'HARP-3.1'))?.slice(0, 5)).toEqual([
      ...['Outcome', 'HARP-3.1', 'Due later than first promised', 'Done late on 5 December 2018'],
      'About 11 months late, at least 339 days',
    ]);
    expect((await rowFor('2026-27-Q3', '2018-19-Q2', 'HARP-3.1'))?.at(-1)).toBe(noteOf('HARP-3.1', 'met'));
  });

  test('a promise given up', async () => {
    expect((await rowFor('2022-23-Q1', '2021-22-Q4', 'GRO-11.3'))?.slice(0, 5)).toEqual([
      ...['Withdrawn', 'GRO-11.3', 'Date passed', 'Withdrawn on 6 April 2022', 'Not comparable: withdrawn'],
    ]);
  });

  test('a date that moved: from, to, how far and why', async () => {
    expect((await rowFor('2021-22-Q3', '2021-22-Q2', 'SCI-1.1'))?.slice(0, 5)).toEqual([
      ...['Date moved', 'SCI-1.1', 'March 2025', 'March 2027', 'About 24 months later'],
    ]);
    const [, , , , , reason] = (await rowFor('2022-23-Q3', '2021-22-Q4', 'REG-3.1')) ?? [];
    expect(reason).toBe(noteOf('REG-3.1', 'forecast', '2024-07-01'));
  });

  test('a date taken back', async () => {
    expect((await rowFor('2021-22-Q2', '2021-22-Q1', 'DAT-6.1'))?.slice(0, 4)).toEqual([
      ...['Date moved', 'DAT-6.1', expect.stringMatching(/2021/), 'Date taken back'],
    ]);
  });

  test('a stage judged for the first time, with its reason', async () => {
    const judged = RECOMMENDATIONS.find(({ code }) => code === 'DAT-1');
    expect(await rowFor('2026-27-Q3', '2026-27-Q2', 'DAT-1')).toEqual([
      ...['Stage', 'DAT-1', 'Not judged', 'Changed', 'Does not apply', judged?.['stage_reason']],
    ]);
  });
});

/** The note of one fact in the files, as a page gives it. */
function noteOf(milestone: string, kind: string, value?: string): string {
  const rows = DATES.filter((row) => row['milestone'] === milestone && row['kind'] === kind);
  return rows.find((row) => value === undefined || row['value'] === value)?.['note'] || 'None recorded';
}

describe('a comparison that cannot be made', () => {
  test.each(['2019-20-Q3', '2020-21-Q1', '2016-17-Q1', 'yesterday', '<script>', '2019'])(
    'since %s: 400 in words',
    async (since) => {
      const page = await getPage(`${server.url}/quarters/2019-20-Q3?since=${encodeURIComponent(since)}`);
      expect(page.status).toBe(400);
      expect(page.text).toContain(`“${since}” is not a quarter before October to December 2019.`);
      expect(page.html).not.toContain('<script>');
    },
  );

  test('the first quarter says that there is none before it', async () => {
    const { text } = await getPage(`${server.url}/quarters/2017-18-Q2`);
    expect(text).toContain('first quarter, so there is no earlier one to compare with');
  });
});
