import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crawlSignedOut } from '../helpers/crawl.ts';
import { temporaryFolder } from '../helpers/database.ts';
import { getCsv, getPage, type Page, tableIn, tilesOf, wordsOf } from '../helpers/html.ts';
import { signedInAs } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

const STRATEGY = 'seeds/ai-opportunities-action-plan';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ database: join(temporaryFolder(), 'another.db'), env: { STRATEGY } });
});
afterAll(() => server?.stop());

const page = (path: string): Promise<Page> => getPage(server.url + path);
const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(STRATEGY, file)), { columns: true, skip_empty_lines: true });
const inSentenceCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The codes of a theme and of what is inside it, counted from the files alone. */
function within(code: string): string[] {
  const parts = rowsOf('themes.csv').filter(({ parent }) => parent === code);
  return [code, ...parts.flatMap((part) => within(part['code'] ?? ''))];
}
const recommendationsOf = (theme: string) =>
  rowsOf('recommendations.csv').filter((row) => within(theme).includes(row['theme'] ?? ''));

describe('every page and file of another strategy', () => {
  test('is there, has one heading of its own, and speaks of no other strategy', async () => {
    const extra = rowsOf('themes.csv').map(({ code }) => `/themes/${code}`);
    const lists = [
      '/indicators/AI-USE',
      '/indicators/AI-SKILLS',
      '/organisations/DSIT',
      '/events/E01',
      '/sources/plan',
    ];
    const pages = await crawlSignedOut(server, ['/', '/partnerships', '/memory', '/accessibility', ...extra, ...lists]);
    expect(pages.size).toBeGreaterThan(300);
    for (const [path, { status, html, type }] of pages) {
      expect([path, status]).toEqual([path, 200]);
      expect([path, /Life Sciences|\bHARP\b|\bXCUT\b|Sir John Bell|\bthe report names/.exec(html)?.[0]]).toEqual([
        path,
        undefined,
      ]);
      if (type.startsWith('text/html')) expect([path, html.match(/<h1[ >]/g)?.length]).toEqual([path, 1]);
    }
  });

  test('is written in every format of the summary', async () => {
    for (const format of ['csv', 'json', 'ods', 'xlsx', 'docx', 'odt', 'pdf']) {
      const answer = await fetch(`${server.url}/quarters/2025-26-Q3/summary.${format}?audience=publication`);
      expect([format, answer.status, (await answer.arrayBuffer()).byteLength > 1_000]).toEqual([format, 200, true]);
    }
  });
});

describe('counts', () => {
  const stages = [...new Set(rowsOf('recommendations.csv').map(({ stage }) => stage ?? ''))];

  test('on the overview are those of the files', async () => {
    const overview = await page('/');
    const all = rowsOf('recommendations.csv');
    const expected = Object.fromEntries(stages.map((word) => [word, all.filter(({ stage }) => stage === word).length]));
    expect(tilesOf(overview)).toEqual(expected);
    expect(overview.text).toContain(`Of ${all.length} recommendations`);
  });

  test('by theme take in the parts, and the last row all', async () => {
    const [header = [], ...rows] = tableIn(await page('/'), 'figure-0');
    const themes = rowsOf('themes.csv');
    const counts = (of: Record<string, string>[]) => [
      ...header
        .slice(1, -1)
        .map((word) => String(of.filter(({ stage = '' }) => inSentenceCase(stage) === word).length)),
      String(of.length),
    ];
    expect(rows.map((row) => row.slice(1))).toEqual([
      ...themes.map(({ code = '' }) => counts(recommendationsOf(code))),
      counts(rowsOf('recommendations.csv')),
    ]);
    expect(rows.map(([name]) => name?.split(' , part of ')[0])).toEqual([...themes.map(({ name }) => name), 'All']);
  });

  test('of the register and of figures asked for a theme are those of its parts too', async () => {
    for (const theme of ['1', '2.2', 'PILOT', '3']) {
      const own = recommendationsOf(theme);
      const codes = (await getCsv(`${server.url}/recommendations.csv?theme=${theme}`)).slice(1).map(([code]) => code);
      expect(codes).toEqual(own.map(({ code }) => code));
      const promised = rowsOf('milestones.csv').filter((row) => own.some(({ code }) => code === row['recommendation']));
      expect(await getCsv(`${server.url}/milestones.csv?theme=${theme}`)).toHaveLength(promised.length + 1);
    }
  });

  test('of milestones stand in the order of the plan, their codes as text', async () => {
    const codes = (await getCsv(`${server.url}/milestones.csv`)).slice(1).map(([code]) => code);
    expect(codes).toEqual(rowsOf('milestones.csv').map(({ code }) => code));
  });
});

describe('a theme inside another', () => {
  test('stands inside it in the list of themes', async () => {
    const { html } = await page('/themes');
    const list = html.slice(html.indexOf('Change lives by embracing AI'), html.indexOf('Secure our future'));
    expect(wordsOf(list)).toMatch(/Scan, pilot, scale.*Scan .*Pilot .*Scale .*Barriers/);
    expect(list).toMatch(/<h4[^>]*>\s*<a[^>]*href="\/themes\/PILOT"/);
  });

  test('is named on the page of its theme, and names it', async () => {
    const outer = await page('/themes/2.2');
    expect(outer.text).toMatch(/Parts of this theme.*Pilot.*5 recommendations\./);
    const inner = await page('/themes/PILOT');
    const crumbs = /<nav class="govuk-breadcrumbs.*?<\/nav>/s.exec(inner.html)?.[0] ?? '';
    expect(wordsOf(crumbs)).toBe('Overview Themes Change lives by embracing AI Scan, pilot, scale in government Pilot');
    expect((await page('/recommendations/34')).html).toContain('href="/themes/2.2"');
  });

  test('without a recommendation says so', async () => {
    const { text } = await page('/themes/2.1');
    expect(text).toContain('No recommendation is recorded for this theme.');
    expect(text).not.toContain('None of the 0');
  });

  test('is told in the summary as part of its theme', async () => {
    const { text } = await page('/quarters/2026-27-Q2?audience=publication');
    expect(text).toContain('Part of “Scan, pilot, scale in government”, in “Change lives by embracing AI”.');
  });
});

describe('what another strategy has nothing of', () => {
  test('partnerships: said once, with no empty table', async () => {
    const { text, html } = await page('/partnerships');
    expect(text).toContain('No partnership is recorded.');
    expect(html).not.toContain('<table');
    expect(text).not.toContain('each of the sectors shown');
  });

  test('governance and memory', async () => {
    expect((await page('/')).text).not.toContain('Governance is not one of the themes');
    expect((await page('/memory')).text).toContain('Nothing: every statement');
  });
});

describe('codes of every shape', () => {
  const CODES = { 35: '9iv', 36: '2a', 38: 'P1.2', 42: '1.10' };
  let mixed: RunningServer;
  beforeAll(async () => {
    const folder = join(temporaryFolder(), 'mixed');
    cpSync(STRATEGY, folder, { recursive: true });
    for (const file of ['recommendations.csv', 'recommendation_organisations.csv']) {
      const rename = (_: string, code: keyof typeof CODES) => `${CODES[code]},`;
      writeFileSync(
        join(folder, file),
        readFileSync(join(folder, file), 'utf8').replace(/^(35|36|38|42),/gm, rename as never),
      );
    }
    mixed = await startServer({ database: join(temporaryFolder(), 'mixed.db'), env: { STRATEGY: folder } });
  });
  afterAll(() => mixed?.stop());

  test('are addresses as they are, and in the order of the plan', async () => {
    for (const code of Object.values(CODES)) {
      const { status, text } = await getPage(`${mixed.url}/recommendations/${code}`);
      expect([code, status, text.includes(`Recommendation ${code} `)]).toEqual([code, 200, true]);
    }
    expect((await getPage(`${mixed.url}/recommendations/2A`)).status).toBe(404);
    const codes = (await getCsv(`${mixed.url}/recommendations.csv?theme=PILOT`)).slice(1).map(([code]) => code);
    expect(codes).toEqual(['34', '9iv', '2a', '37', 'P1.2']);
  });

  test('can be ticked in a commission, full stops and all, and asked for a return', async () => {
    const reviewer = await signedInAs(mixed, 'reviewer');
    const form = await reviewer.get('/commission?quarter=2026-27-Q3');
    const boxes = ['9iv', '2a', 'P1_2', '1_10'].map((code) => `recommendations.${code}`);
    for (const name of boxes) expect(form.html).toContain(`name="${name}"`);
    const ticked = Object.fromEntries(boxes.map((name) => [name, 'yes']));
    const deadline = { 'deadline.day': '15', 'deadline.month': '1', 'deadline.year': '2027' };
    const wanted = { act: 'commission', quarter: '2026-27-Q3', ...ticked, ...deadline };
    expect((await reviewer.post('/commission?quarter=2026-27-Q3', wanted)).status).toBe(302);
    for (const code of Object.values(CODES))
      expect([code, (await reviewer.get(`/returns/2026-27-Q3/${code}/review`)).status]).toEqual([code, 200]);
    const { text } = await reviewer.post('/partnerships/add', { 'themes.1_1': 'yes', 'themes.1': 'yes' });
    expect(text).not.toContain('Choose from the themes on this page');
  });
});
