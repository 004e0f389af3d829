import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Block, DocumentTable, Section, SummaryDocument } from '#app/domain/summary/document.ts';
import { readSummary } from '#app/domain/summary/read-summary.server.ts';
import { readSummaryInput } from '#app/domain/summary/read-summary-input.server.ts';
import { linesOf } from '#app/domain/summary/two-pages.ts';
import { maker } from '#app/summary-maker.server.ts';
import { AUDIENCES, type Audience } from '#db/tables/quarter-version.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { REAL_QUARTERS } from '../helpers/real-quarters.ts';

/** The document of the real strategy, which was never commissioned: what it says, of what, for whom. */

const TODAY = '2026-11-23';
const QUARTERS = REAL_QUARTERS;

let database: TestDatabase;
beforeAll(async () => {
  database = await seededDatabase();
});
afterAll(() => database?.close());

const summary = (quarter: string, audience: Audience = 'board'): Promise<SummaryDocument> =>
  readSummary(database.db, { quarter, audience, today: TODAY }, maker);
const sectionOf = ({ sections }: SummaryDocument, id: string): Section | undefined =>
  sections.find((section) => section.id === id);
const blocksOf = ({ sections }: SummaryDocument): Block[] => sections.flatMap(({ blocks }) => blocks);
const tablesOf = (document: SummaryDocument): DocumentTable[] =>
  blocksOf(document).flatMap((block) =>
    block.kind === 'table' ? [block.table] : block.kind === 'figure' ? [block.figure.table] : [],
  );
const sentencesOf = (document: SummaryDocument) =>
  blocksOf(document).flatMap((block) => (block.kind === 'sentences' ? block.sentences : []));

describe('every quarter', () => {
  test.each(QUARTERS)('%s is a whole document for each audience', async (quarter) => {
    for (const audience of AUDIENCES) {
      const document = await summary(quarter, audience);
      expect(document.standing).toBe(
        quarter === '2026-27-Q3' ? (audience === 'publication' ? 'so far' : 'draft') : 'reconstructed',
      );
      const ids = [
        ...document.sections.map(({ id }) => id),
        ...blocksOf(document).flatMap((block) => (block.kind === 'subheading' ? [block.id] : [])),
        ...tablesOf(document).map(({ id }) => id),
      ];
      expect(ids).toEqual([...new Set(ids)]);
      expect(tablesOf(document).map(({ id }) => id)).toContain(document.mainTable);
      for (const { id, columns, rows, keyColumn } of tablesOf(document)) {
        expect(
          rows.filter((row) => row.length !== columns.length),
          id,
        ).toEqual([]);
        const keys = rows.map((row) => JSON.stringify(row[keyColumn]));
        expect(keys, id).toEqual([...new Set(keys)]);
        const emptyWithoutWord = rows.flatMap((row) => columns.filter((column, i) => row[i] === null && !column.empty));
        expect(emptyWithoutWord, id).toEqual([]);
      }
      expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('the same record gives the same document', async () => {
    expect(await summary('2021-22-Q2')).toEqual(await summary('2021-22-Q2'));
  });
});

describe('sentences', () => {
  test.each(['2018-19-Q1', '2022-23-Q4', '2026-27-Q3'])('in %s name what they count', async (quarter) => {
    const sentences = sentencesOf(await summary(quarter));
    const counts = sentences.filter(({ text }) => /^Of [\d,]+ milestones? promised/.test(text));
    expect(counts.length).toBeGreaterThan(1);
    for (const { text, references } of counts) {
      const [, n] = /^Of ([\d,]+) /.exec(text) ?? [];
      expect(references, text).toHaveLength(Number(n?.replace(',', '')));
      expect(references.every(({ to }) => to === 'milestone')).toBe(true);
    }
  });

  test('on stages name the recommendations they are about, each once', async () => {
    const [known, unknown] = sentencesOf(await summary('2026-27-Q3'));
    expect(known?.text).toMatch(/^Of 61 recommendations/);
    expect(unknown?.text).toMatch(/^For \d+ it cannot be said/);
    const codes = [...(known?.references ?? []), ...(unknown?.references ?? [])].map(({ code }) => code);
    expect(new Set(codes).size).toBe(61);
    expect(unknown?.references).toHaveLength(Number(/^For (\d+)/.exec(unknown?.text ?? '')?.[1]));
  });

  test('compare with the quarter before, and the first says that there is none', async () => {
    expect(sentencesOf(await summary('2019-20-Q3')).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Since the end of July to September 2019: .*1 date moved/),
    );
    expect(sentencesOf(await summary('2017-18-Q2')).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/first quarter, so there is none to compare with/),
    );
  });
});

describe('what a quarter that was never commissioned says', () => {
  test('no return was made, and nothing is said of ratings, decisions, assessment or steers', async () => {
    const document = await summary('2020-21-Q4');
    expect(document.standingWords).toMatch(/Put together later from published sources; no return was made/);
    for (const id of ['assessment', 'decisions-wanted', 'steers']) expect(sectionOf(document, id)).toBeUndefined();
    expect(blocksOf(document).filter(({ field }) => field !== undefined)).toEqual([]);
    expect(JSON.stringify(document.sections)).not.toMatch(/Amber|delivery confidence/i);
  });
});

describe('the publication', () => {
  test.each(['2019-20-Q3', '2026-27-Q3'])(
    'of %s has nothing that rests on memory, and says what it left out',
    async (quarter) => {
      const board = await readSummaryInput(database.db, { quarter, audience: 'board', today: TODAY }, maker);
      const document = await summary(quarter, 'publication');
      const memory = [
        ...board.record.recommendations.filter(
          ({ confirmation, stage }) => confirmation === 'memory' || stage?.reason.includes('from memory'),
        ),
        ...board.record.milestones.filter(({ facts }) => facts.some(({ confirmation }) => confirmation === 'memory')),
      ];
      expect(memory.length).toBeGreaterThan(20);
      const text = JSON.stringify(document);
      for (const { title } of memory) expect(text).not.toContain(JSON.stringify(title));
      expect(/.{60}from memory.{60}/i.exec(text)?.[0] ?? null).toBeNull();
      expect(document.marking).toBeNull();
      expect(
        sentencesOf(document)
          .map(({ text }) => text)
          .join(' '),
      ).toMatch(/rest on memory of the strategy or of events.*: \d+ recommendations and \d+ milestones?\./);
    },
  );

  test('draws figure 1 without them too', async () => {
    const last = async (audience: Audience) => {
      const rows = tablesOf(await summary('2024-25-Q2', audience)).find(({ id }) => id === 'figure-1-rows')?.rows ?? [];
      const counts = (rows.at(-1) ?? []).slice(1).map(Number);
      return counts.reduce((sum, n) => sum + n, 0);
    };
    const milestones = async (audience: Audience) =>
      tablesOf(await summary('2024-25-Q2', audience)).find(({ id }) => id === 'milestones')?.rows.length;
    expect(await last('publication')).toBe(await milestones('publication'));
    expect(await last('board')).toBe(await milestones('board'));
    expect(await last('publication')).toBeLessThan(await last('board'));
  });
});

describe('the ministers’ summary', () => {
  test.each(QUARTERS)('of %s is short enough for two pages', async (quarter) => {
    expect(linesOf((await summary(quarter, 'ministers')).sections)).toBeLessThan(105);
  });

  test('says where it was cut, and by how much', async () => {
    const changes = tablesOf(await summary('2026-27-Q3', 'ministers')).find(({ id }) => id === 'changes');
    const all = tablesOf(await summary('2026-27-Q3')).find(({ id }) => id === 'changes')?.rows.length ?? 0;
    expect(all).toBeGreaterThan(changes?.rows.length ?? 0);
    expect(changes?.note).toBe(`The first ${changes?.rows.length} of ${all}; the summary for the board has all.`);
  });
});
