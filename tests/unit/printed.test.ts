import { describe, expect, test } from 'vitest';
import { columnWidths } from '#app/documents/column-widths.ts';
import { startOfEnd } from '#app/documents/last-page.ts';
import { printedRows, withReferences } from '#app/documents/printed.ts';
import { contentsOf, printedParts } from '#app/documents/printed-parts.ts';
import { cellWords, columnsShown } from '#app/domain/summary/cell-words.ts';
import type { DocumentColumn, DocumentTable, Reference, Section } from '#app/domain/summary/document.ts';
import { sampleSummary, sampleTable } from '../helpers/sample-summary.ts';

const milestone = (code: string): Reference => ({ to: 'milestone', code, title: `Title of ${code}` });

describe('codes after a sentence', () => {
  test('stand before its full stop, each once', () => {
    const references = ['DAT-1.3', 'NHS-2.1', 'DAT-1.3'].map(milestone);
    expect(withReferences('2 dates moved.', references)).toBe('2 dates moved (DAT-1.3, NHS-2.1).');
    expect(withReferences('2 dates moved', references)).toBe('2 dates moved (DAT-1.3, NHS-2.1)');
    expect(withReferences('Nothing moved.', [])).toBe('Nothing moved.');
  });

  test('follow a colon as a list', () => {
    expect(withReferences('2 more:', ['DAT-1', 'DAT-2'].map(milestone))).toBe('2 more: DAT-1, DAT-2.');
  });

  test('are left out where the text has them, but not for a longer code that begins or ends the same', () => {
    expect(withReferences('DAT-1.3 moved.', [milestone('DAT-1.3')])).toBe('DAT-1.3 moved.');
    expect(withReferences('It was DAT-1.3.', [milestone('DAT-1.3')])).toBe('It was DAT-1.3.');
    expect(withReferences('DAT-1.3 moved.', [milestone('DAT-1')])).toBe('DAT-1.3 moved (DAT-1).');
    expect(withReferences('DAT-11 moved.', [milestone('DAT-1')])).toBe('DAT-11 moved (DAT-1).');
    expect(withReferences('X-DAT-1 moved.', [milestone('DAT-1')])).toBe('X-DAT-1 moved (DAT-1).');
  });
});

describe('a printed cell', () => {
  const column = (kind: DocumentColumn['kind'], word: string | null = null): DocumentColumn => ({
    ...{ label: 'L', kind, width: 10, printed: true },
    empty: word === null ? null : { word, shorthand: 'z' },
  });

  test.each([
    [1234.5, column('number'), '1,234.5'],
    ['2019-10', column('date'), 'October 2019'],
    ['2019-10', column('text'), '2019-10'],
    ['soon', column('date'), 'soon'],
    [{ text: '2019-Q4', reference: milestone('A') }, column('date'), 'October to December 2019'],
    [null, column('date', 'No date'), 'No date'],
    ['', column('text', 'None'), 'None'],
    [null, column('text'), ''],
    [0, column('number', 'None'), '0'],
  ])('%j is %s', (cell, of, words) => {
    expect(cellWords(cell, of)).toBe(words);
  });

  test('of a column for spreadsheets alone is not printed', () => {
    expect(columnsShown(sampleTable()).map(({ column: { label } }) => label)).toEqual([
      ...['Code', 'Milestone', 'Latest date', 'Late by (days)'],
    ]);
    expect(printedRows(sampleTable())[1]).toEqual(['DAT-1.2', "'=1+1", 'October 2019', 'Cannot be compared']);
  });
});

describe('the printed document', () => {
  const kinds = (section: Section): string[] =>
    printedParts(sampleSummary({ audience: 'ministers', sections: [section] }))
      .slice(3)
      .map((part) => (part.kind === 'paragraph' ? part.role : part.kind));
  const named = (heading: string, table: DocumentTable): Section => ({
    id: 'only',
    heading,
    blocks: [{ kind: 'table', table }],
  });

  test('does not repeat the title of a table as its caption', () => {
    expect(kinds(named(sampleTable().title, sampleTable()))).toEqual(['heading', 'lead', 'table']);
    expect(kinds(named('Another', sampleTable()))).toEqual(['heading', 'caption', 'lead', 'table']);
  });

  test('leaves out what only spreadsheets have room for', () => {
    expect(kinds(named('Wide', { ...sampleTable(), printed: false }))).toEqual(['heading']);
  });

  test('has a figure without a drawing as its table, under its own title', () => {
    const figures = sampleSummary().sections.find(({ id }) => id === 'figures');
    const [block] = figures?.blocks ?? [];
    if (!figures || block?.kind !== 'figure') throw new Error('The sample has no figure');
    expect(kinds(figures)).toEqual(['heading', 'caption', 'lead', 'drawing', 'note', 'caption', 'table']);
    const undrawn: Section = { ...figures, blocks: [{ ...block, figure: { ...block.figure, drawing: null } }] };
    expect(kinds(undrawn)).toEqual(['heading', 'caption', 'lead', 'table', 'note']);
  });

  test('has contents of sections and what is right below them', () => {
    expect(contentsOf(printedParts(sampleSummary())).map(({ id, level }) => `${level} ${id}`)).toEqual([
      ...['2 assessment', '2 position', '2 by-theme', '3 theme-DAT', '2 figures', '2 annex'],
    ]);
  });
});

describe('the end of the document', () => {
  const paragraphs = (many: number): Section['blocks'] =>
    Array.from({ length: many }, () => ({ kind: 'words', label: null, text: 'Words.', by: null }));
  const endOf = (...blocks: Section['blocks'][]): string | undefined => {
    const sections = blocks.map((each, i) => ({ id: `section-${i}`, heading: `Section ${i}`, blocks: each }));
    const parts = printedParts(sampleSummary({ sections }));
    const [first] = parts.slice(startOfEnd(parts));
    return first?.kind === 'heading' ? first.id : first?.kind;
  };

  test('is kept on one page: the last section, or more of them while they are short', () => {
    expect(endOf(paragraphs(8), paragraphs(5))).toBe('section-1');
    expect(endOf(paragraphs(8), paragraphs(1))).toBe('section-0');
    expect(endOf(paragraphs(8), paragraphs(1), paragraphs(1), paragraphs(1))).toBe('section-1');
  });

  test('is not, where it would be a page or has a table', () => {
    expect(endOf(paragraphs(2), paragraphs(40))).toBeUndefined();
    expect(endOf(paragraphs(2), [{ kind: 'table', table: sampleTable() }])).toBeUndefined();
  });
});

describe('widths of columns', () => {
  const sum = (widths: number[]): number => widths.reduce((total, width) => total + width, 0);

  test('are together what there is', () => {
    for (const whole of [170, 60]) expect(sum(columnWidths(sampleTable(20), whole, 10))).toBeCloseTo(whole, 3);
  });

  test('never break a code, and give most to the column of sentences', () => {
    const table = sampleTable(20);
    const long = { ...table, rows: table.rows.map(([code, , ...rest]) => [code ?? null, 'word '.repeat(80), ...rest]) };
    const [code = 0, words = 0, date = 0] = columnWidths(long, 170, 10);
    // "DAT-1.20" in letters of 10 points is about 15 mm wide.
    expect(code).toBeGreaterThan(17);
    expect(words).toBeGreaterThan(date * 1.5);
  });
});
