import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRows, getPage, type Page } from '../helpers/html.ts';
import { rowsOf } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

const ORGANISATIONS = rowsOf('organisations.csv');
const SUCCESSIONS = rowsOf('organisation_successions.csv');
const ANSWERS = rowsOf('recommendation_organisations.csv');
const MEMBERS = rowsOf('partnership_members.csv');
const RECOMMENDATIONS = rowsOf('recommendations.csv');
const OVER = ['delivered', 'changed', 'not delivered'];

const isOpen = (recommendation = ''): boolean =>
  !OVER.includes(RECOMMENDATIONS.find(({ code }) => code === recommendation)?.['stage'] ?? '');
const answersOf = (code: string) => ANSWERS.filter(({ organisation }) => organisation === code);
const named = (code: string) => ORGANISATIONS.find((row) => row['code'] === code);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

/** Codes of the recommendations under a heading of the page that begins so. */
function recommendationsUnder({ html }: Page, heading: string): string[] {
  const part = html.split('<h2').find((text) => text.replace(/^[^>]*>/, '').startsWith(heading)) ?? '';
  return [...part.matchAll(/<span class="app-code">([A-Z]+-\d+)<\/span>/g)].map(([, code = '']) => code);
}

describe('the list of organisations', () => {
  test('has each that a recommendation names or that takes part in a partnership or a succession, with what it answers for', async () => {
    const involved = new Set([
      ...[...ANSWERS, ...MEMBERS].map(({ organisation = '' }) => organisation),
      ...SUCCESSIONS.flatMap(({ organisation = '', successor = '' }) => [organisation, successor]),
    ]);
    const expected = [...involved].map((code) => {
      const leads = answersOf(code).filter(({ role }) => role === 'lead');
      const supports = answersOf(code).length - leads.length;
      const open = leads.filter(({ recommendation }) => isOpen(recommendation)).length;
      const partnerships = MEMBERS.filter(({ organisation }) => organisation === code).length;
      return [named(code)?.['name'], ...[leads.length, supports, open, partnerships].map(String)];
    });
    const rows = allRows(await getPage(`${server.url}/organisations`));
    expect(rows.map((cells) => [cells[0], ...cells.slice(-4)]).sort()).toEqual(expected.sort());
  });

  test('gives those that ended first, each with its day and who took over', async () => {
    const { text } = await getPage(`${server.url}/organisations`);
    const [ended = ''] = text.split('Bodies that exist');
    expect(ended).toContain('Department for Business, Energy and Industrial Strategy 7 February 2023 ');
    expect(ended).toMatch(/Public Health England 1 October 2021 (UKHSA|OHID)[^0-9]* and /);
    for (const { until } of ORGANISATIONS.filter(({ until }) => until?.length === 4)) expect(ended).toContain(until);
  });
});

describe('a body that has ended', () => {
  test('tells when it ended, who took over, and what it led that is still open', async () => {
    const page = await getPage(`${server.url}/organisations/BEIS`);
    const led = answersOf('BEIS').filter(({ role }) => role === 'lead');
    const open = led.filter(({ recommendation }) => isOpen(recommendation)).length;
    expect(page.text).toContain(`${open} recommendations that it led are still open.`);
    expect(page.text).toContain('It ended on 7 February 2023; ');
    for (const { successor = '' } of SUCCESSIONS.filter(({ organisation }) => organisation === 'BEIS')) {
      expect(page.text).toContain(named(successor)?.['name']);
      expect(page.html).toContain(`href="/organisations/${successor}"`);
    }
    expect(page.text).toContain('(split 7 February 2023) From memory: check before use');
    expect(recommendationsUnder(page, 'Leads').sort()).toEqual(led.map(({ recommendation }) => recommendation).sort());
    expect(recommendationsUnder(page, 'Supports')).toEqual(['HARP-1', 'GRO-8']);
  });

  test('is named as at the time, with those that answer now, wherever it led', async () => {
    const now = 'BEIS (at the time); now DBT, DESNZ and DSIT';
    expect((await getPage(`${server.url}/recommendations?theme=GRO`)).text).toContain(`Lead: ${now}`);
    const { text } = await getPage(`${server.url}/recommendations/GRO-7`);
    expect(text).toContain(
      'Department for Business, Energy and Industrial Strategy (at the time, until 7 February 2023); now DBT, DESNZ and DSIT',
    );
  });

  test('is named alone on a day when it still existed', async () => {
    for (const path of ['/recommendations?theme=GRO&asAt=2023-02-06', '/recommendations/GRO-7?asAt=2023-02-06'])
      expect((await getPage(server.url + path)).text).not.toContain('at the time');
    for (const path of ['/recommendations?theme=GRO&asAt=2023-02-07', '/recommendations/GRO-7?asAt=2023-02-07'])
      expect((await getPage(server.url + path)).text).toContain('at the time');
  });

  test('leaves what it answered for to those that took over, on their pages too', async () => {
    const page = await getPage(`${server.url}/organisations/DBT`);
    const heading = 'Led or supported by ';
    expect(page.text).toMatch(/Took over from .*Department for Business, Energy.*Department for International Trade/);
    const inherited = [...answersOf('BEIS'), ...answersOf('DIT')].map(({ recommendation }) => recommendation);
    expect([...new Set(recommendationsUnder(page, heading))].sort()).toEqual([...new Set(inherited)].sort());
  });
});

test('a body that exists says so, and whose reading it is that it leads', async () => {
  const { text } = await getPage(`${server.url}/organisations/OLS`);
  expect(text).toContain('Exists Yes');
  expect(text).not.toContain('It ended');
  expect(text).toContain('our inference; the strategy names no single owner');
});
