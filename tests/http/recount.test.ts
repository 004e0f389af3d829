import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentCell, SummaryDocument } from '#app/domain/summary/document.ts';
import { allRows, getCsv, getPage, type Page, tableIn, tableNamed, tilesOf } from '../helpers/html.ts';
import { signedInAs } from '../helpers/people.ts';
import {
  quartersUntil,
  recountGroups,
  recountMilestones,
  recountRecommendations,
  THEMES,
  tally,
} from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

const TODAY = '2026-11-23';
const QUARTERS = [
  ...['2017-18-Q2', '2017-18-Q3', '2018-19-Q1', '2018-19-Q3', '2019-20-Q3', '2020-21-Q2'],
  ...['2021-22-Q2', '2021-22-Q4', '2023-24-Q3', '2024-25-Q4', '2026-27-Q1', '2026-27-Q2'],
];
const DAYS = [
  ...['2017-08-30', '2018-04-01', '2018-12-05', '2019-09-30', '2019-10-01', '2020-06-15', '2021-07-19'],
  ...['2022-04-05', '2022-04-06', '2023-12-31', '2025-09-11', '2026-03-31'],
];
/** Stages and statuses in the order of the pages. */
const STAGES = [
  ...['delivered', 'partly delivered', 'changed', 'under way', 'not started', 'not delivered'],
  ...['no public evidence', 'not assessed'],
];
const STATUSES = [
  ...['done by its first date', 'done late', 'on course', 'due later than first promised', 'no date', 'date passed'],
  ...['partly met', 'not met', 'met by re-measurement', 'withdrawn'],
];
const inSentenceCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const at = (path: string, day: string): string => {
  const url = new URL(path, server.url);
  if (day !== TODAY) url.searchParams.set('asAt', day);
  return url.href;
};

/** Figure 1 as it must be: each quarter that had ended at its end, then the running one on the day itself. */
function figureOne(day: string, theme: string | null = null): string[][] {
  const quarters = quartersUntil(day);
  return quarters.map(({ label, end }, i) =>
    i < quarters.length - 1
      ? [label, ...recountGroups(end, theme).map(String)]
      : [`${label} (so far)`, ...recountGroups(day, theme).map(String)],
  );
}

const stagesOf = (day: string, theme: string | null = null): (string | null)[] =>
  recountRecommendations(day)
    .filter((recommendation) => theme === null || recommendation.theme === theme)
    .map(({ stage }) => stage);

/** Figure 0 on the page: the name of each row and its numbers by column; zeros left out. */
function figureZero(page: Page): [string | undefined, Record<string, number>][] {
  const [[, ...headings] = [], ...rows] = tableIn(page, 'figure-0');
  return rows.map(([name, ...cells]) => {
    const counts = headings.map((heading, i) => [heading.toLowerCase(), Number(cells[i])] as const);
    return [name, Object.fromEntries(counts.filter(([, n]) => n > 0))];
  });
}

function stagesShown(day: string, theme: string | null = null): Record<string, number> {
  const stages = stagesOf(day, theme);
  return { ...tally(stages.map((stage) => stage ?? 'not judged')), all: stages.length };
}

/** A row of figure 0's file: a number for each stage, for those not judged, and for all. */
const stageRow = (day: string, theme: string): string[] => {
  const stages = stagesOf(day, theme);
  const counts = STAGES.map((stage) => stages.filter((other) => other === stage).length);
  return [...counts, stages.filter((stage) => stage === null).length, stages.length].map(String);
};

describe('on every day', () => {
  for (const day of [...DAYS, TODAY]) {
    test(`${day}: the overview counts what the files say`, async () => {
      const page = await getPage(at('/', day));
      expect(page.status).toBe(200);
      expect(tilesOf(page)).toEqual(tally(stagesOf(day)));
      expect(tableIn(page, 'figure-1').slice(1)).toEqual(figureOne(day));
      expect(figureZero(page)).toEqual([
        ...THEMES.map(({ code, name }) => [name, stagesShown(day, code)]),
        ['All', stagesShown(day)],
      ]);
    });

    test(`${day}: the files of the figures give the same`, async () => {
      expect((await getCsv(at('/figures/milestones-by-quarter.csv', day))).slice(1)).toEqual(figureOne(day));
      const [, ...rows] = await getCsv(at('/figures/stages-by-theme.csv', day));
      expect(rows.map(([, ...counts]) => counts)).toEqual(THEMES.map(({ code }) => stageRow(day, code)));
    });

    test(`${day}: the list of milestones gives each its status, dates and lateness`, async () => {
      const [, ...rows] = await getCsv(at('/milestones.csv', day));
      expect(
        rows.map(([code, , recommendation, theme, status, first, latest, outcome, late]) => [
          code,
          recommendation,
          theme,
          status,
          first,
          latest,
          outcome,
          late,
        ]),
      ).toEqual(recountMilestones(day).map(csvCells));
    });
  }
});

function csvCells(milestone: ReturnType<typeof recountMilestones>[number]): (string | undefined)[] {
  const { code, recommendation, theme, status, first, latest, outcome, daysLate } = milestone;
  const orEmpty = (value: string | number | null): string => (value === null ? '' : String(value));
  return [code, recommendation, theme, inSentenceCase(status), ...[first, latest, outcome, daysLate].map(orEmpty)];
}

describe('the lists behind the numbers', () => {
  test.each(STATUSES)('/milestones?status=%s lists exactly those that stand so', async (status) => {
    for (const day of ['2019-10-01', '2021-07-19', TODAY]) {
      const rows = tableNamed(await getPage(at(`/milestones?status=${status}`, day)), 'Milestones');
      const expected = recountMilestones(day).filter((milestone) => milestone.status === status);
      expect(rows.map(([first]) => /\b[A-Z]+-\d+\.\d+\b/.exec(first ?? '')?.[0])).toEqual(
        expected.map(({ code }) => code),
      );
    }
  });

  test('each number of the themes table is the length of the list it leads to', async () => {
    for (const { code: theme } of THEMES) {
      for (const [stage, count] of Object.entries(tally(stagesOf(TODAY, theme)))) {
        const page = await getPage(at(`/recommendations?theme=${theme}&stage=${stage}`, TODAY));
        const shown = [...page.html.matchAll(/class="app-recommendations__item"/g)].length;
        expect([theme, stage, shown]).toEqual([theme, stage, count]);
        expect(page.text).toContain(`${count} of 61 recommendations`);
      }
    }
  });
});

describe('the themes', () => {
  test.each(THEMES)('$code counts its own and nothing else, today and earlier', async ({ code }) => {
    for (const day of ['2018-12-05', '2022-04-06', TODAY]) {
      const page = await getPage(at(`/themes/${code}`, day));
      expect(tilesOf(page)).toEqual(tally(stagesOf(day, code)));
      const expected = figureOne(day, code);
      const isNothing = expected.every(([, ...counts]) => counts.every((count) => count === '0'));
      if (isNothing) expect(page.text).toContain('No milestone had been promised by this day.');
      else expect(tableIn(page, 'figure-1').slice(1)).toEqual(expected);
      expect((await getCsv(at(`/figures/milestones-by-quarter.csv?theme=${code}`, day))).slice(1)).toEqual(expected);
    }
  });

  test('the sentence on the overview gives the counts', async () => {
    const { text } = await getPage(at('/', TODAY));
    expect(text).toContain(
      'Of 61 recommendations (60 under the themes and 1 on governance), 11 are delivered, 29 partly delivered, ' +
        '3 changed, 2 under way and 3 not delivered. For 13 it cannot be said: no public evidence was found for 7 and 6 are not assessed.',
    );
    expect((await getPage(at('/', '2026-11-22'))).text).toContain('had been judged by this day');
  });
});

/** What a summary must hold: everything for the board, nothing from memory in a publication. */
const inSummary = (audience: string, day: string) =>
  recountMilestones(day).filter(({ fromMemory }) => audience === 'board' || !fromMemory);

describe.each(['board', 'publication'])('the quarters, for the %s', (audience) => {
  let reader: Visitor;
  beforeAll(async () => {
    reader = audience === 'board' ? await signedInAs(server, 'internal reader') : visitor(server);
  });

  test.each(QUARTERS)('%s: the page, its CSV and its JSON give how each stood at its end', async (code) => {
    const end = quartersUntil(TODAY).find((quarter) => quarter.code === code)?.end ?? '';
    const expected = inSummary(audience, end);
    const page = await reader.get(`/quarters/${code}`);
    expect(page.status).toBe(200);
    expect(tableNamed(page, 'Every milestone').map(([first, , status]) => [first?.split(' ')[0], status])).toEqual(
      expected.map(({ code, status }) => [code, inSentenceCase(status)]),
    );

    const [, ...rows] = parse((await reader.get(`/quarters/${code}/summary.csv`)).html, { bom: true });
    expect(rows.map((row: string[]) => [row[0], row[2], ...row.slice(3, 9)])).toEqual(expected.map(csvCells));

    const json = JSON.parse((await reader.get(`/quarters/${code}/summary.json`)).html);
    expect(json).toMatchObject({ schemaVersion: 2, audience, quarter: code, asAt: end, mainTable: 'milestones' });
    expect(milestonesIn(json).map((row) => [textOf(row[0]), row[4], row[8]])).toEqual(
      expected.map(({ code, status, daysLate }) => [code, inSentenceCase(status), daysLate]),
    );
  });

  test('the running quarter is told as it stands today', async () => {
    const page = await reader.get('/quarters/2026-27-Q3');
    expect(tableNamed(page, 'Every milestone').map(([, , status]) => status)).toEqual(
      inSummary(audience, TODAY).map(({ status }) => inSentenceCase(status)),
    );
  });
});

/** The rows of the main table of a summary as JSON. */
function milestonesIn({ sections, mainTable }: SummaryDocument): DocumentCell[][] {
  const blocks = sections.flatMap((section) => section.blocks);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return tables.find(({ id }) => id === mainTable)?.rows ?? [];
}

const textOf = (cell: DocumentCell | undefined) => (typeof cell === 'object' ? cell?.text : cell);

describe('the quarters', () => {
  test('the list of quarters gives the same numbers as each quarter', async () => {
    const rows = allRows(await getPage(`${server.url}/quarters`)).toReversed();
    const quarters = quartersUntil(TODAY);
    expect(rows.map(([label, , , ...counts]) => [label, ...counts])).toEqual(
      quarters.map(({ label, end }) => [label, ...recountGroups(end < TODAY ? end : TODAY).map(String)]),
    );
  });
});
