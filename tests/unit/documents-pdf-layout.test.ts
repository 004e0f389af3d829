import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, type Measure } from '#app/documents/pdf/lines.ts';
import { type Piece, paginate } from '#app/documents/pdf/pages.ts';
import { sharedWidths } from '#app/documents/pdf/widths.ts';

const piece = (height: number, changes: Partial<Piece> = {}): Piece => ({ height, gap: 0, keep: false, ...changes });
const FIT = { room: 100, most: 100, gaps: 1 };
const pagesOf = (pieces: Piece[]) => paginate(pieces, FIT).map(({ page }) => page);

describe('pieces on pages', () => {
  test('what keeps together goes to the next page together', () => {
    expect(pagesOf([piece(80), piece(15, { keep: true }), piece(10)])).toEqual([0, 1, 1]);
    expect(pagesOf([piece(80), piece(10, { keep: true }), piece(10)])).toEqual([0, 0, 0]);
  });

  test('what together is taller than it should be has a page of its own, and is not taken apart', () => {
    const pieces = [piece(10), piece(60, { keep: true }), piece(50), piece(10)];
    expect(paginate(pieces, { room: 100, most: 110, gaps: 1 }).map(({ page }) => page)).toEqual([0, 1, 1, 2]);
    expect(pagesOf(pieces)).toEqual([0, 1, 2, 2]);
  });

  test('the space above a piece is left out at the top of a page', () => {
    const placed = paginate([piece(90), piece(20, { gap: 30 })], FIT);
    expect(placed[1]).toMatchObject({ page: 1, y: 0 });
  });

  test('the header of a table is drawn again above a row that begins a page', () => {
    const onTop = { height: 12, draw: () => {} };
    const placed = paginate([piece(60, { onTop }), piece(60, { onTop })], FIT);
    expect(placed[1]).toMatchObject({ page: 1, y: 12, top: true });
  });

  test('a piece that begins a page does, but leaves no empty one', () => {
    expect(pagesOf([piece(10, { newPage: true }), piece(10, { newPage: true }), piece(10)])).toEqual([0, 1, 1]);
  });

  test('whatever they are: all are placed, in order, none over another, none over the edge', () => {
    const pieces = fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 80 }),
        gap: fc.integer({ min: 0, max: 20 }),
        keep: fc.boolean(),
        newPage: fc.boolean(),
        onTop: fc.option(fc.constant({ height: 15, draw: () => {} }), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(pieces, (given) => {
        const placed = paginate(given, FIT);
        expect(placed.map((each) => each.piece)).toEqual(given);
        placed.forEach(({ page, y, piece: { height } }, i) => {
          const before = placed[i - 1];
          expect(y + height).toBeLessThanOrEqual(100);
          if (before && before.page === page) expect(y).toBeGreaterThanOrEqual(before.y + before.piece.height);
          else expect(page).toBe((before?.page ?? -1) + 1);
        });
      }),
    );
  });
});

/** Every letter is as wide as its size. */
const measure: Measure = (text, _bold, size) => text.length * size;
const linesOf = (text: string, width: number) =>
  breakLines([{ text }], 1, width, measure).map(({ parts }) =>
    parts
      .map((part) => part.text)
      .join('')
      .trimEnd(),
  );

describe('lines', () => {
  test('break at spaces, keep breaks that were written, and take apart only what is wider than a line', () => {
    expect(linesOf('two words here', 9)).toEqual(['two words', 'here']);
    expect(linesOf('one\n\ntwo', 9)).toEqual(['one', '', 'two']);
    expect(linesOf('abcdefgh ij', 5)).toEqual(['abcde', 'fgh', 'ij']);
  });

  test('break after a hyphen between words, never in a code', () => {
    expect(linesOf('a long-term plan', 8)).toEqual(['a long-', 'term', 'plan']);
    expect(linesOf('see DAT-1.3', 9)).toEqual(['see', 'DAT-1.3']);
  });

  test('lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const joined = linesOf(text, width).join('').replace(/\s/g, '');
        expect(joined).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('columns of a table', () => {
  const wish = (least: number, ...cells: number[]) => ({ asked: 10, least, cells });

  test('are together as wide as the table, and none is narrower than its longest word', () => {
    const widths = sharedWidths([wish(30, 30, 30), wish(40, 300, 600), wish(20, 50, 90)], 400);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(400);
    expect(widths[0]).toBeGreaterThanOrEqual(30);
    expect(widths[1]).toBeGreaterThan(widths[2] ?? 0);
  });

  test('share what is left over as the document asks', () => {
    const [one, two] = sharedWidths(
      [
        { ...wish(10, 10), asked: 10 },
        { ...wish(10, 10), asked: 30 },
      ],
      120,
    );
    expect([one, two].map((width) => Math.round(width ?? 0))).toEqual([35, 85]);
  });

  test('are all made narrower when even the longest words do not fit', () => {
    expect(sharedWidths([wish(40, 40), wish(40, 40), wish(40, 40)], 60)).toEqual([20, 20, 20]);
  });
});
