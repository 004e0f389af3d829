import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getPage, type Page, tableIn } from '../helpers/html.ts';
import { rowsOf } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { administrator, formFields, type Visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let ada: Visitor;
beforeAll(async () => {
  server = await startServer();
  ada = await administrator(server);
});
afterAll(() => server?.stop());

type Row = Record<string, string>;
const RECOMMENDATIONS = rowsOf('recommendations.csv');
const DATES = rowsOf('milestone_dates.csv');
const MEMORY_FILES = [
  ...['recommendations', 'milestone_dates', 'observations', 'events', 'organisation_successions', 'partnerships'],
];
const fromMemory = (file: string): Row[] => rowsOf(`${file}.csv`).filter((row) => row['confirmation'] === 'memory');

/** Headings with the number behind them: `{ Data: 12, … }`. */
function numberedHeadings({ html }: Page): Record<string, number> {
  const headings = [...html.replaceAll('<!-- -->', '').matchAll(/<h2[^>]*>([^<]*) \((\d+)\)<\/h2>/g)];
  return Object.fromEntries(headings.map(([, name = '', n]) => [name, Number(n)]));
}

describe('what rests on memory', () => {
  test('is counted as in the files, and each theme, the partnerships and the organisations add up to all', async () => {
    expect(MEMORY_FILES.map((file) => fromMemory(file).length)).toEqual([26, 8, 9, 29, 13, 1]);
    const page = await getPage(`${server.url}/memory`);
    expect(page.text).toContain('86 statements of this record name no source.');
    const numbers = numberedHeadings(page);
    expect(Object.values(numbers).reduce((sum, n) => sum + n, 0)).toBe(86);
    expect(numbers['Organisations that took over from others']).toBe(13);
    expect(numbers['Partnerships']).toBe(1);
    const themeOf = (code = '') => code.split('-')[0];
    const data = [
      ...fromMemory('recommendations').filter(({ code }) => themeOf(code) === 'DAT'),
      ...fromMemory('milestone_dates').filter(({ milestone }) => themeOf(milestone) === 'DAT'),
      ...fromMemory('events').filter(({ recommendation }) => themeOf(recommendation) === 'DAT'),
    ];
    expect(numbers['Data']).toBe(data.length);
  });

  test('leaves the list when a correction names a source', async () => {
    const { milestone = '', said_on = '', kind = '', value = '' } = fromMemory('milestone_dates')[0] ?? {};
    const number = DATES.filter((row) => row['milestone'] === milestone).findIndex((row) => row['kind'] === kind) + 1;
    const path = `/milestones/${milestone}?correct=${number}`;
    const fields = formFields(await ada.get(path), 'record');
    const answer = await ada.post(path, { ...fields, kind, note: '', reason: 'Seen there.', source: 'pl004' });
    expect([said_on, value].every(Boolean)).toBe(true);
    expect(answer.status).toBe(302);
    expect((await getPage(`${server.url}/memory`)).text).toContain('85 statements');
  });
});

/** What a search has to look through, straight from the files. */
const SEARCHED: Record<string, string[]> = {
  Themes: rowsOf('themes.csv').map(({ code, name, aim, goals }) => [code, name, aim, goals].join(' ')),
  Recommendations: RECOMMENDATIONS.map((row) => {
    const answering = rowsOf('recommendation_organisations.csv').filter((a) => a['recommendation'] === row['code']);
    const names = answering.map(({ organisation }) => nameOf(organisation));
    const texts = ['code', 'title', 'summary', 'stage_reason', 'target', 'note'].map((column) => row[column]);
    return [...texts, ...names].join(' ');
  }),
  Milestones: rowsOf('milestones.csv').map(({ code, title, note }) => {
    const notes = DATES.filter(({ milestone }) => milestone === code).map((row) => row['note']);
    return [code, title, note, ...notes].join(' ');
  }),
  Indicators: rowsOf('indicators.csv').map((row) => {
    const notes = rowsOf('observations.csv').filter(({ indicator }) => indicator === row['code']);
    const texts = ['code', 'name', 'unit', 'target_basis', 'caution'].map((column) => row[column]);
    return [...texts, ...notes.map(({ note }) => note)].join(' ');
  }),
  Partnerships: rowsOf('partnerships.csv').map((row) => {
    const parts = ['partnership_members.csv', 'partnership_strands.csv'].flatMap(rowsOf);
    const own = parts.filter(({ partnership }) => partnership === row['code']);
    const texts = ['code', 'name', 'purpose', 'funding', 'note'].map((column) => row[column]);
    return [...texts, ...own.flatMap((part) => [nameOf(part['organisation']), part['name'], part['detail']])].join(' ');
  }),
  'Findings on partnerships': rowsOf('findings.csv').map(({ code, text }) => [code, text].join(' ')),
  Events: rowsOf('events.csv').map(({ code, title, note }) => [code, title, note].join(' ')),
  Organisations: rowsOf('organisations.csv').map(({ code, name, short_name }) => [code, name, short_name].join(' ')),
  Sources: rowsOf('sources.csv').map(({ code, title, publisher, url }) => [code, title, publisher, url].join(' ')),
};

function nameOf(organisation = ''): string {
  return rowsOf('organisations.csv').find(({ code }) => code === organisation)?.['name'] ?? '';
}

function expectedHits(q: string): Record<string, number> {
  const words = q.toLowerCase().split(' ');
  const counts = Object.entries(SEARCHED).map(([subject, texts]) => {
    const hits = texts.filter((text) => words.every((word) => text.toLowerCase().includes(word)));
    return [subject, hits.length] as const;
  });
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

describe('search', () => {
  test.each([
    'genome',
    'GENOME',
    'clinical trials',
    'catalent',
    'wellcome',
    'brought forward',
    'restated',
    'pl088',
    'office for',
  ])('“%s” finds in every kind of text what the files hold', async (q) => {
    const page = await getPage(`${server.url}/search?q=${q}`);
    const expected = expectedHits(q);
    const total = Object.values(expected).reduce((sum, n) => sum + n, 0);
    expect(numberedHeadings(page)).toEqual(expected);
    expect(page.text).toMatch(new RegExp(`\\b${total} results? for “${q}”`));
  });

  test('finds what was only noted with a date, and marks the words', async () => {
    const { html, text } = await getPage(`${server.url}/search?q=restates`);
    expect(html).toContain('href="/milestones/HARP-2.1"');
    expect(text).toContain('the 2018 release restates it as by 2022');
    expect(html.replaceAll('<!-- -->', '')).toMatch(/<mark[^>]*>restates<\/mark>/);
  });

  test('says so when nothing is found', async () => {
    expect((await getPage(`${server.url}/search?q=zzzz`)).text).toContain('Nothing holds every word of “zzzz”.');
  });
});

describe('the list of changes', () => {
  const rows = async (query = '') => tableIn(await getPage(`${server.url}/changes${query}`), 'main').slice(1);
  const said = { 'saidOn.day': '1', 'saidOn.month': '11', 'saidOn.year': '2026' };

  test('tells who recorded what and when, with old and new, the newest first', async () => {
    const date = '/milestones/SCI-5.3?record=later-date';
    const value = { 'value.day': '', 'value.month': '3', 'value.year': '2028' };
    await ada.post(date, { ...formFields(await ada.get(date), 'record'), ...said, ...value, reason: 'It slipped.' });
    const correct = '/milestones/SCI-5.3?correct=2';
    const right = { ...formFields(await ada.get(correct), 'record'), 'value.month': '6', kind: 'forecast' };
    await ada.post(correct, { ...right, note: 'It slipped.', reason: 'June, not March.' });

    const [newest = [], before = []] = await rows();
    const who = ['23 November 2026', 'Ada Lovelace'];
    for (const word of who) expect(newest.join(' ')).toContain(word);
    expect(newest.slice(3)).toEqual([
      ...['A fact was corrected', 'SCI-5.3', 'Later date: March 2028', 'Later date: June 2028', 'June, not March.'],
    ]);
    expect(before.slice(3)).toEqual([
      ...['A date was recorded', 'SCI-5.3', 'First date: 2027', 'Later date: March 2028', 'It slipped.'],
    ]);
    expect(Number(newest[0])).toBe(Number(before[0]) + 1);
    expect((await rows()).at(-1)?.slice(2, 4)).toEqual(['The loader', 'The strategy was loaded']);
  });

  test('a correction takes the place of the fact it corrects, not of the date that stood last', async () => {
    const correct = '/milestones/SCI-5.3?correct=1';
    const right = { ...formFields(await ada.get(correct), 'record'), kind: 'baseline', 'value.year': '2026' };
    await ada.post(correct, { ...right, note: '', reason: 'Read again.' });
    expect((await rows())[0]?.slice(3)).toEqual([
      ...['A fact was corrected', 'SCI-5.3', 'First date: 2027', 'First date: 2026', 'Read again.'],
    ]);
  });

  // The changes of the tests above.
  test.each<[string, number]>([
    ['?kind=fact+corrected', 3],
    ['?kind=date+recorded', 1],
    ['?kind=outcome+recorded', 0],
    ['?subject=SCI-5.3', 3],
    ['?subject=SCI-5', 3],
    ['?subject=SCI-5.3&kind=fact+corrected', 2],
    ['?subject=GRO-1', 0],
  ])('%s keeps %i', async (query, n) => {
    const page = await getPage(`${server.url}/changes${query}`);
    expect(page.text).toContain(`${n} change${n === 1 ? '' : 's'}.`);
    expect(n === 0 ? 0 : (await rows(query)).length).toBe(n);
  });
});
