import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { getPage, linksOf, type Page, wordsOf } from '../helpers/html.ts';
import { signedInAs } from '../helpers/people.ts';
import { eventsAfter, NOTES, quartersUntil, sourcesAfter } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { visitor } from '../helpers/visitor.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

/** How three promises ended, the day it became known, and words that would tell it. */
const ENDINGS = [
  { code: 'DAT-6.1', known: '2021-07-19', tells: /scrapped|put off without|date taken back/i, status: /no date/i },
  {
    code: 'GRO-11.3',
    known: '2022-04-06',
    tells: /catalent|sold (off|to|before)|vaccine plant|never opened|profit warning|£215m/i,
    status: /withdrawn/i,
  },
  {
    code: 'GRO-7.2',
    known: '2025-09-11',
    tells: /merck scraps|msd cancel|cancelled before|125 jobs/i,
    status: /withdrawn/i,
  },
];

/** Words of a page or file without its forms, which name every status on every day. */
const wordsToRead = ({ html }: Page): string => wordsOf(html.replace(/<form.*?<\/form>/gs, ''));

/** The rows of tables, items of lists and sentences of a summary as JSON. */
function piecesOf({ sections }: SummaryDocument): unknown[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): unknown[] => {
      if (block.kind === 'table') return block.table.rows;
      if (block.kind === 'figure') return block.figure.table.rows;
      if (block.kind === 'list') return block.items;
      return block.kind === 'sentences' ? block.sentences.map(({ text }) => text) : [];
    }),
  );
}

/** Rows of tables, items of lists, lines of CSV files and pieces of JSON files that name a milestone. */
function placesNaming({ html }: Page, code: string): string[] {
  const places = html.startsWith('{')
    ? piecesOf(JSON.parse(html)).map((piece) => JSON.stringify(piece))
    : html.replace(/<svg.*?<\/svg>/gs, '').match(/<tr.*?<\/tr>|<li.*?<\/li>|^[^<\n]*$/gms);
  return (places ?? []).map(wordsOf).filter((words: string) => new RegExp(`\\b${code}\\b`).test(words));
}

function expectNoEnding(path: string, page: Page, day: string): void {
  const words = wordsToRead(page);
  for (const { code, tells, status } of ENDINGS.filter((ending) => ending.known > day)) {
    expect(words, `${path} tells how ${code} ended`).not.toMatch(tells);
    for (const place of placesNaming(page, code)) expect(place, `${path} on ${code}`).not.toMatch(status);
  }
}

/** Every page and file that can be reached from the overview of that day and that keeps the day in its address. */
async function crawl(day: string): Promise<Map<string, Page>> {
  const seen = new Map<string, Page>();
  let next = [`/?asAt=${day}`];
  while (next.length > 0) {
    const pages = await Promise.all(
      next.slice(0, 4).map(async (path) => [path, await getPage(server.url + path)] as const),
    );
    for (const [path, page] of pages) seen.set(path, page);
    const found = pages.flatMap(([, page]) => linksOf(page)).map((href) => new URL(href, server.url));
    const wanted = found.filter((url) => url.origin === server.url && url.searchParams.get('asAt') === day);
    const paths = [...next.slice(4), ...wanted.map((url) => url.pathname + url.search)];
    next = [...new Set(paths)].filter((path) => !seen.has(path));
  }
  return seen;
}

describe.each(['2021-07-18', '2022-04-05', '2025-09-10'])('everything linked from the overview of %s', (day) => {
  let pages: Map<string, Page>;
  beforeAll(async () => {
    pages = await crawl(day);
  });

  test('is there, and reaches themes, recommendations, milestones, lists and files', () => {
    expect([...pages].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([]);
    const paths = [...pages.keys()].join('\n');
    for (const path of ['/themes/GRO?', '/recommendations/GRO-11?', '/milestones/GRO-11.3?', '/milestones.csv?'])
      expect(paths).toContain(path);
    for (const path of ['/figures/timeline.csv?', '/figures/milestones-by-quarter.csv?', '/recommendations.csv?'])
      expect(paths).toContain(path);
    expect(pages.size).toBeGreaterThan(150);
  });

  test('tells no ending that was not known yet', () => {
    for (const [path, page] of pages) expectNoEnding(path, page, day);
  });

  test('tells no event that had not happened', () => {
    const titles = eventsAfter(day);
    expect(titles.length).toBeGreaterThan(0);
    for (const [path, page] of pages) {
      const words = wordsToRead(page);
      expect(
        titles.filter((title) => words.includes(title)),
        path,
      ).toEqual([]);
    }
  });

  test('shows no note, since notes were written with hindsight', () => {
    expect(NOTES.length).toBeGreaterThan(50);
    for (const [path, page] of pages) {
      const words = wordsToRead(page);
      expect(
        NOTES.filter((note) => words.includes(note)),
        path,
      ).toEqual([]);
    }
  });

  test('names no source that was not published yet', () => {
    const titles = sourcesAfter(day);
    expect(titles.length).toBeGreaterThan(5);
    for (const [path, page] of pages) {
      const words = wordsToRead(page);
      expect(
        titles.filter((title) => words.includes(title)),
        path,
      ).toEqual([]);
    }
  });
});

test('no quarter, nor its files, tells what came after its end, to the board or to anybody', async () => {
  const readers = [visitor(server), await signedInAs(server, 'internal reader')];
  for (const { code, end } of quartersUntil('2025-09-10').slice(-18)) {
    for (const path of [`/quarters/${code}`, `/quarters/${code}/summary.csv`, `/quarters/${code}/summary.json`]) {
      for (const reader of readers) expectNoEnding(path, await reader.get(path), end);
    }
  }
}, 60_000);

test('the day after, the ending is told', async () => {
  const vmic = await getPage(`${server.url}/milestones/GRO-11.3?asAt=2022-04-06`);
  expect(vmic.text).toContain('Withdrawn');
  expect(vmic.text).toContain('VMIC sold to Catalent before opening');
  expect((await getPage(`${server.url}/milestones/GRO-7.2?asAt=2025-09-11`)).text).toContain(
    'MSD cancels the London centre',
  );
  expect((await getPage(`${server.url}/milestones/DAT-6.1?asAt=2021-07-19`)).text).toContain('Date taken back');
});
