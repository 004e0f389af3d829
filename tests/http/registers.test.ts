import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCsv, getPage, type Page, tableIn } from '../helpers/html.ts';
import { recountMilestones, recountRecommendations, rowsOf, tally } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

const TODAY = '2026-11-23';
const MILESTONES = rowsOf('milestones.csv');
/** In the order of the pages: governance, which the file has first, stands last. */
const RECOMMENDATIONS = rowsOf('recommendations.csv').toSorted(
  (a, b) => Number(a['theme'] === 'XCUT') - Number(b['theme'] === 'XCUT'),
);
const ORGANISATIONS = rowsOf('recommendation_organisations.csv');
const DATES = rowsOf('milestone_dates.csv');

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const codeIn = (text = ''): string =>
  /\b[A-Z]+-\d+(\.\d+)?$/.exec(text.replace(/ From memory.*$/, '').trim())?.[0] ?? '';
const milestonesShown = (page: Page): string[][] => tableIn(page, 'main').slice(1);
const recommendationsShown = ({ html }: Page): string[] =>
  [
    ...html.matchAll(/href="\/recommendations\/([A-Z]+-\d+)[^"]*">[^<]*<\/a>(?:<!-- -->)? *<span class="app-code"/g),
  ].map(([, code = '']) => code);
const answeredBy = (organisation: string): (string | undefined)[] =>
  ORGANISATIONS.filter((row) => row['organisation'] === organisation).map((row) => row['recommendation']);
const holds = (q: string, ...texts: (string | undefined)[]): boolean =>
  q.split(' ').every((word) => texts.join(' ').toLowerCase().includes(word));

/** Whether what a milestone's status rests on is from memory: its outcome, else the date said last. */
function restsOnMemory({ code, outcome, latest }: ReturnType<typeof recountMilestones>[number]): boolean {
  const rows = DATES.filter((row) => row['milestone'] === code && row['value'] === (outcome ?? latest ?? ''));
  const kinds = ['baseline', 'forecast', 'undated'];
  return (
    rows.findLast((row) => kinds.includes(row['kind'] ?? '') === (outcome === null))?.['confirmation'] === 'memory'
  );
}

const noteOf = (code: string): string | undefined => MILESTONES.find((row) => row['code'] === code)?.['note'];
const titleOf = (code: string): string | undefined => MILESTONES.find((row) => row['code'] === code)?.['title'];

type Kept = (milestone: ReturnType<typeof recountMilestones>[number]) => boolean;
const MILESTONE_FILTERS: [string, Kept, words: string][] = [
  ['theme=DAT', ({ theme }) => theme === 'DAT', 'theme “'],
  ['status=done+late', ({ status }) => status === 'done late', 'status “Done late”'],
  ['organisation=OLS', ({ recommendation }) => answeredBy('OLS').includes(recommendation), 'Office for Life Sciences'],
  ['confirmation=memory', restsOnMemory, '“From memory'],
  ['q=genome', ({ code }) => holds('genome', code, titleOf(code), noteOf(code)), 'words “genome”'],
  ['q=the+2019', ({ code }) => holds('the 2019', code, titleOf(code), noteOf(code)), 'words “the 2019”'],
  ['due=12-months', ({ code }) => ['DAT-1.4', 'DAT-4.2', 'REG-3.1'].includes(code), 'due: within 12 months'],
  ['theme=NHS&status=done+late', ({ theme, status }) => theme === 'NHS' && status === 'done late', '” and status “'],
];

describe('the list of milestones', () => {
  test('shows all and says so when nothing is asked', async () => {
    const page = await getPage(`${server.url}/milestones`);
    expect(milestonesShown(page).map(([first]) => codeIn(first))).toEqual(MILESTONES.map(({ code }) => code));
    expect(page.text).toContain('All 62 milestones.');
  });

  test.each(MILESTONE_FILTERS)(
    '%s keeps what the files say, and tells how many it left out',
    async (query, kept, words) => {
      const expected = recountMilestones(TODAY).filter(kept);
      expect(expected.length).toBeGreaterThan(0);
      const page = await getPage(`${server.url}/milestones?${query}`);
      expect(milestonesShown(page).map(([first]) => codeIn(first))).toEqual(expected.map(({ code }) => code));
      const told = /(\d+) of 62 milestones with (.*?)\. (\d+) milestones left out\./.exec(page.text);
      expect([told?.[1], told?.[3]]).toEqual([String(expected.length), String(62 - expected.length)]);
      expect(told?.[2]).toContain(words);
    },
  );

  test.each(['order', 'latest', 'first', 'late', 'status'])('in the order %s, page and file agree', async (sort) => {
    for (const query of [`sort=${sort}`, `sort=${sort}&theme=DAT`, `sort=${sort}&asAt=2019-10-01`]) {
      const rows = milestonesShown(await getPage(`${server.url}/milestones?${query}`));
      const [, ...file] = await getCsv(`${server.url}/milestones.csv?${query}`);
      expect(rows.map(([first, , , , , late]) => [codeIn(first), late?.toLowerCase()])).toEqual(
        file.map((cells) => [cells[0], cells[9]?.toLowerCase()]),
      );
      for (const [i, [, status]] of rows.entries()) expect(status).toContain(file[i]?.[4]);
    }
  });

  test('the most late come first, and what cannot be compared last', async () => {
    const [, ...rows] = await getCsv(`${server.url}/milestones.csv?sort=late`);
    const days = rows.map((cells) => (cells[8] ? Number(cells[8]) : Number.NEGATIVE_INFINITY));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(days.at(-1)).toBe(Number.NEGATIVE_INFINITY);
  });

  test('a list of none says so, and offers no file', async () => {
    const { text, html } = await getPage(`${server.url}/milestones?q=zzzz`);
    expect(text).toContain('0 of 62 milestones with words “zzzz”. 62 milestones left out.');
    expect(html).not.toContain('/milestones.csv');
  });

  test('the form comes back as it was filled in', async () => {
    const { html } = await getPage(`${server.url}/milestones?theme=DAT&status=done+late&q=hubs&sort=late`);
    for (const value of ['DAT', 'done late', 'late'])
      expect(html).toMatch(new RegExp(`<option value="${value}" selected=""|<option selected="" value="${value}"`));
    expect(html).toMatch(/name="q"[^>]* value="hubs"|value="hubs"[^>]* name="q"/);
  });
});

const recommendationTexts = (row: Record<string, string>): (string | undefined)[] =>
  ['code', 'title', 'summary', 'stage_reason', 'note'].map((column) => row[column]);
const RECOMMENDATION_FILTERS: [string, (row: Record<string, string>) => boolean][] = [
  ['theme=SKI', (row) => row['theme'] === 'SKI'],
  ['stage=not+delivered', (row) => row['stage'] === 'not delivered'],
  ['organisation=BEIS', (row) => answeredBy('BEIS').includes(row['code'])],
  ['confirmation=memory', (row) => row['confirmation'] === 'memory'],
  ['q=clinical+trials', (row) => holds('clinical trials', ...recommendationTexts(row))],
  ['theme=NHS&stage=partly+delivered', (row) => row['theme'] === 'NHS' && row['stage'] === 'partly delivered'],
];

describe('the list of recommendations', () => {
  test.each(RECOMMENDATION_FILTERS)('%s keeps what the files say, on the page and in the file', async (query, kept) => {
    const expected = RECOMMENDATIONS.filter(kept).map(({ code }) => code);
    expect(expected.length).toBeGreaterThan(0);
    const page = await getPage(`${server.url}/recommendations?${query}`);
    expect(recommendationsShown(page)).toEqual(expected);
    expect(page.text).toContain(`${expected.length} of 61 recommendations`);
    expect(page.text).toContain(`${61 - expected.length} recommendations left out`);
    const [, ...rows] = await getCsv(`${server.url}/recommendations.csv?${query}`);
    expect(rows.map(([code]) => code)).toEqual(expected);
  });

  test('by stage: the delivered first, and within a stage in the order of the strategy', async () => {
    const [, ...rows] = await getCsv(`${server.url}/recommendations.csv?sort=stage`);
    const stages = rows.map(([, , , stage = '']) => stage.toLowerCase());
    expect([...new Set(stages)].length).toBe(new Set(RECOMMENDATIONS.map((row) => row['stage'])).size);
    expect(stages.slice(0, 11)).toEqual(Array(11).fill('delivered'));
    expect(tally(stages)).toEqual(tally(recountRecommendations(TODAY).map(({ stage }) => stage)));
    const delivered = RECOMMENDATIONS.filter((row) => row['stage'] === 'delivered').map(({ code }) => code);
    expect(rows.slice(0, 11).map(([code]) => code)).toEqual(delivered);
  });
});

/** What in the files names each source that anything names. */
const NAMED = tally(
  ['recommendations.csv', 'milestone_dates.csv', 'events.csv', 'organisation_successions.csv']
    .concat('partnerships.csv', 'findings.csv', 'observations.csv')
    .flatMap(rowsOf)
    .map((row) => row['source'] || null),
);

describe('the list of sources', () => {
  const SOURCES = rowsOf('sources.csv');

  test('gives each source how much rests on it, the most first', async () => {
    const rows = tableIn(await getPage(`${server.url}/sources`), 'main').slice(1);
    expect(rows).toHaveLength(SOURCES.length);
    const numbers = rows.map((cells) => Number(cells.at(-1)));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    const expected = SOURCES.map(({ code = '', title }) => `${title?.replace(/\s+/g, ' ')}: ${NAMED[code] ?? 0}`);
    expect(rows.map(([title, , , , n]) => `${title}: ${n}`).sort()).toEqual(expected.sort());
  });

  test.each(['press', 'official'])('type=%s keeps those', async (type) => {
    const page = await getPage(`${server.url}/sources?type=${type}`);
    const expected = SOURCES.filter((row) => row['type'] === type);
    expect(tableIn(page, 'main').slice(1)).toHaveLength(expected.length);
    expect(page.text).toContain(`${expected.length} of 322 sources`);
  });

  test('the page of a source tells everything that rests on it', async () => {
    const most = Object.entries(NAMED).sort(([, a], [, b]) => b - a);
    for (const [code, count] of [...most.slice(0, 8), ...most.slice(-4)]) {
      const page = await getPage(`${server.url}/sources/${code}`);
      expect([code, tableIn(page, 'main').slice(1).length]).toEqual([code, count]);
    }
    const unused = SOURCES.find(({ code = '' }) => !(code in NAMED));
    const { text } = await getPage(`${server.url}/sources/${unused?.['code']}`);
    expect(text).toContain('Nothing in the record rests on this source.');
  });
});
