import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import { getPage, linksOf } from '../helpers/html.ts';
import { quartersUntil, rowsOf } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;
/** Paths of this site, without what follows a question mark, that a reader can be at after two steps from `/`. */
let reached: Set<string>;

beforeAll(async () => {
  server = await startServer();
  const first = await linkedFrom(['/']);
  const second = await linkedFrom(first);
  reached = new Set(['/', ...first, ...second].map((path) => path.split('?')[0] ?? ''));
});
afterAll(() => server?.stop());

/** Every address on this site that the pages link to or have a form for. */
async function linkedFrom(paths: string[]): Promise<string[]> {
  const found = new Set<string>();
  const pages = paths.filter((path) => !/\.(csv|json|svg|css|docx|odt|pdf|ods|xlsx)\b/.test(path));
  for (const path of pages) {
    const page = await getPage(server.url + path);
    const forms = [...page.html.matchAll(/<form[^>]* action="([^"?]*)/g)].map(([, action = '']) => action);
    const links = [...linksOf(page), ...forms].map((href) => new URL(href, server.url + path));
    for (const { origin, pathname, search } of links) if (origin === server.url) found.add(pathname + search);
  }
  return [...found];
}

/** Pages that are reached in another way: from a mail, by a machine, by whoever is signed in, or once a post was added. */
const ELSEWHERE = [
  '$',
  'health',
  'sign-out',
  'welcome.$token',
  'account',
  'redact',
  'people._index',
  'people.$id',
  'posts.$id',
  'returns._index',
  'returns.$quarter.$code._index',
  'returns.$quarter.$code.check',
  'returns.$quarter.$code.draft',
  'returns.$quarter.workbook[.]ods',
  'returns.$quarter.workbook[.]xlsx',
  'quarters.$quarter.office',
  'quarters.$quarter.held',
  'quarters.$quarter.close',
  'quarters.$quarter.publish',
  'quarters.$quarter.correct',
  'commission',
  'chase',
  'returns.$quarter.$code.review',
  'recommendations.$code.edit',
  'recommendations.$code.stage',
  'recommendations.$code.add-milestone',
  'milestones.$code_.edit',
  'themes.$theme_.add-recommendation',
  'strategy[.]ods',
  'strategy[.]xlsx',
  'strategy[.]zip',
  'import._index',
  'import.$id',
  'indicators.$code_.record',
  'indicators.values',
  'partnerships.add',
  'partnerships.$code_.edit',
  'partnerships.$code_.health',
];
const ONE_STEP_FURTHER = [
  'partnerships.$code_.history',
  'recommendations.$code.history',
  'quarters.$quarter.manifest[.]json',
  ...SUMMARY_FORMATS.map((format) => `quarters.$quarter.summary[.]${format}`),
];

const codesIn = (file: string): string[] => rowsOf(file).map(({ code = '' }) => code);
const involved = new Set(
  ['recommendation_organisations.csv', 'partnership_members.csv']
    .flatMap(rowsOf)
    .map(({ organisation = '' }) => organisation),
);

describe('within two steps of the overview', () => {
  test('is every kind of page and file', () => {
    const routes = readdirSync(join(import.meta.dirname, '../../app/routes')).map((file) =>
      file.replace(/\.tsx?$/, ''),
    );
    expect(routes.length).toBeGreaterThan(20);
    const missing = routes
      .filter((route) => ![...ELSEWHERE, ...ONE_STEP_FURTHER].includes(route))
      .filter((route) => ![...reached].some((path) => patternOf(route).test(path)));
    expect(missing).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['themes', codesIn('themes.csv')],
    ['recommendations', codesIn('recommendations.csv')],
    ['milestones', codesIn('milestones.csv')],
    ['events', codesIn('events.csv')],
    ['sources', codesIn('sources.csv')],
    ['organisations', [...involved]],
    ['partnerships', codesIn('partnerships.csv')],
    ['indicators', codesIn('indicators.csv')],
    ['quarters', quartersUntil('2026-11-23').map(({ code }) => code)],
  ])('is every page under /%s', (folder, codes) => {
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.map((code) => `/${folder}/${code}`).filter((path) => !reached.has(path))).toEqual([]);
  });
});

/** The addresses that a file in app/routes answers. */
function patternOf(route: string): RegExp {
  const segments = route
    .replaceAll('[.]', '\0')
    .split('.')
    .filter((segment) => segment !== '_index')
    .map((segment) => (segment.startsWith('$') ? segment.replace(/^\$\w+/, '[^/]+') : segment).replace('\0', '\\.'));
  return new RegExp(`^/${segments.join('/')}$`);
}

test('what is one step further stands on the page it belongs to', async () => {
  const links = await linkedFrom(['/recommendations/DAT-1', '/quarters/2019-20-Q3']);
  for (const path of ['/recommendations/DAT-1/history', '/quarters/2019-20-Q3/manifest.json'])
    expect(links).toContain(path);
  for (const format of SUMMARY_FORMATS)
    expect(links).toContain(`/quarters/2019-20-Q3/summary.${format}?audience=publication`);
});

test('every page has the same ways on in its header and its footer', async () => {
  for (const path of ['/', '/milestones/DAT-1.3', '/sources/pl004', '/sign-in', '/nothing-here', '/?asAt=2030-01-01']) {
    const { html } = await getPage(server.url + path);
    const footer = /<footer.*<\/footer>/s.exec(html)?.[0] ?? '';
    for (const page of [
      'recommendations',
      'indicators',
      'partnerships',
      'organisations',
      'posts',
      'events',
      'sources',
      'memory',
      'changes',
      'about',
    ])
      expect([path, footer]).toEqual([path, expect.stringContaining(`href="/${page}"`)]);
    for (const page of ['themes', 'milestones', 'quarters']) expect(html).toContain(`href="/${page}"`);
    expect(html).toMatch(/<form[^>]* action="\/search"/);
  }
});
