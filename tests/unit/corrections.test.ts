import { describe, expect, test } from 'vitest';
import { chosenFields } from '#app/domain/summary/chosen-fields.ts';
import { correctionsBetween, withCorrections } from '#app/domain/summary/corrections.ts';
import type { Block, DocumentCell, SummaryDocument } from '#app/domain/summary/document.ts';
import { tablesOf, withTables } from '#app/domain/summary/document-tables.ts';
import { ratedRed } from '#app/domain/summary/rated-red.ts';
import { sampleSummary, sampleTable } from '../helpers/sample-summary.ts';

const VERSION = { number: 2, madeOn: '2026-12-01', reason: 'A date was wrong', corrections: [] };

/** The document with its milestones' rows as `change` hands them back. */
const withRows = (change: (rows: DocumentCell[][]) => DocumentCell[][]): SummaryDocument =>
  withTables(sampleSummary({ version: VERSION }), (table) =>
    table.id === 'milestones' ? { ...table, rows: change(table.rows) } : table,
  );
const withBlocks = (id: string, blocks: Block[]): SummaryDocument => {
  const summary = sampleSummary();
  return { ...summary, sections: summary.sections.map((one) => (one.id === id ? { ...one, blocks } : one)) };
};

describe('what a correction changes', () => {
  test('nothing, when only the version, the day and shorthand differ', () => {
    const later = withRows((rows) => rows.map((row) => row.with(5, 'p')));
    expect(correctionsBetween(sampleSummary(), { ...later, dated: '2027-01-01' })).toEqual([]);
  });

  test('a cell, by what names its row and the label of its column, in words', () => {
    const later = withRows((rows) => rows.map((row, place) => (place === 1 ? row.with(2, '2020-02') : row)));
    expect(correctionsBetween(sampleSummary(), later)).toEqual([
      {
        where: 'Every milestone promised by 30 September 2026',
        what: 'DAT-1.2, Latest date',
        before: 'October 2019',
        after: 'February 2020',
      },
    ]);
  });

  test('an empty cell is told as what it means', () => {
    const later = withRows((rows) => rows.map((row, place) => (place === 1 ? row.with(2, null) : row)));
    expect(correctionsBetween(sampleSummary(), later)[0]).toMatchObject({ before: 'October 2019', after: 'No date' });
  });

  test('rows that came and went, each with what it says', () => {
    const later = withRows((rows) => [...rows.slice(1), ['DAT-9.1', 'A new hub', '2027', 3, 'A report', '']]);
    expect(correctionsBetween(sampleSummary(), later)).toEqual([
      expect.objectContaining({
        what: 'DAT-9.1',
        before: null,
        after: 'Milestone: A new hub; Latest date: 2027; Late by (days): 3',
      }),
      expect.objectContaining({ what: 'DAT-1.1', after: null, before: expect.stringContaining('30 September 2026') }),
    ]);
  });

  test('texts, by the place where they stand; one that only moved is none', () => {
    const assessment: Block = { kind: 'words', label: null, text: 'Other words.', by: null };
    expect(correctionsBetween(sampleSummary(), withBlocks('assessment', [assessment]))).toEqual([
      {
        where: 'Our assessment',
        what: 'Text',
        before: 'First line of the assessment.\nSecond line of it.',
        after: 'Other words.',
      },
    ]);
    const [position] = sampleSummary().sections.filter(({ id }) => id === 'position');
    const [said, list] = position?.blocks ?? [];
    if (said?.kind !== 'sentences' || list?.kind !== 'list') throw new Error('The sample has changed');
    const turned = withBlocks('position', [{ ...said, sentences: said.sentences.toReversed() }, list]);
    expect(correctionsBetween(sampleSummary(), turned)).toEqual([]);
    const onlyOne = withBlocks('position', [{ ...said, sentences: said.sentences.slice(0, 1) }, list]);
    expect(correctionsBetween(sampleSummary(), onlyOne)).toEqual([
      { where: 'Where we are', what: 'Text', before: '1 date moved.', after: null },
    ]);
  });

  test('the message of a figure, and what is under a heading by that heading', () => {
    const figures = sampleSummary().sections.find(({ id }) => id === 'figures')?.blocks ?? [];
    const changed = figures.map(
      (block): Block =>
        block.kind === 'figure' ? { ...block, figure: { ...block.figure, title: '42 of 59 milestones done' } } : block,
    );
    expect(correctionsBetween(sampleSummary(), withBlocks('figures', changed))).toEqual([
      expect.objectContaining({ where: 'Figures', what: 'Figure 1', after: '42 of 59 milestones done' }),
    ]);
    const theme = sampleSummary().sections.find(({ id }) => id === 'by-theme')?.blocks ?? [];
    const said = theme.map((block): Block => (block.kind === 'words' ? { ...block, text: 'Six hubs opened.' } : block));
    expect(correctionsBetween(sampleSummary(), withBlocks('by-theme', said))[0]).toMatchObject({
      what: 'DAT-1 Digital Innovation Hubs, Achieved',
      before: 'Five hubs opened.',
    });
  });

  test('marks the rows that are not as before with r, once, beside what else they carry', () => {
    const later = withRows((rows) => [
      ...rows.map((row, place) => (place === 1 ? row.with(2, '2020-02') : row.with(5, ''))),
      ['DAT-9.1', 'A new hub', '2027', 3, 'A report', ''],
    ]);
    const corrected = withCorrections(sampleSummary(), later);
    const rows = tablesOf(corrected).find(({ id }) => id === 'milestones')?.rows ?? [];
    expect(rows.flatMap(([code, , , , , marks]) => (marks ? [[codeOf(code), marks]] : []))).toEqual([
      ['DAT-1.2', 'f r'],
      ['DAT-9.1', 'r'],
    ]);
    expect(corrected.version?.corrections).toHaveLength(2);
  });
});

const codeOf = (cell: DocumentCell | undefined): string =>
  typeof cell === 'object' ? (cell?.text ?? '') : String(cell);

describe('what is published of a document', () => {
  const tagged = (): SummaryDocument => {
    const columns = sampleTable().columns.map((column) =>
      column.label === 'Source' ? { ...column, label: 'Rating', field: 'ratings' as const } : column,
    );
    const rows = sampleTable(2).rows.map((row, place) => row.with(4, place === 0 ? 'Red' : 'Green'));
    return withTables(sampleSummary(), (table) => (table.id === 'milestones' ? { ...table, columns, rows } : table));
  };

  test('only blocks and columns of the fields that were chosen, and everything without a field', () => {
    const [table] = tablesOf(chosenFields(tagged(), [])).filter(({ id }) => id === 'milestones');
    expect(table?.columns.map(({ label }) => label)).not.toContain('Rating');
    expect(table?.rows.every((row) => row.length === 5)).toBe(true);
    expect(JSON.stringify(chosenFields(tagged(), ['achieved']))).toContain('Five hubs opened.');
    expect(JSON.stringify(chosenFields(tagged(), ['ratings']))).not.toContain('Five hubs opened.');
    expect(tablesOf(chosenFields(tagged(), ['ratings']))[1]).toEqual(tablesOf(tagged())[1]);
  });

  test('no heading without anything below it, and no section without anything in it', () => {
    expect(chosenFields(tagged(), []).sections.map(({ id }) => id)).not.toContain('by-theme');
    expect(chosenFields(tagged(), ['achieved']).sections.find(({ id }) => id === 'by-theme')?.blocks).toHaveLength(3);
  });

  test('no table that would only name what it was about', () => {
    const mostly = withTables(sampleSummary(), (table) =>
      table.id === 'milestones'
        ? {
            ...table,
            columns: table.columns.map((one, place) => (place < 2 ? one : { ...one, field: 'risks' as const })),
          }
        : table,
    );
    expect(tablesOf(chosenFields(mostly, ['achieved'])).map(({ id }) => id)).not.toContain('milestones');
    expect(tablesOf(chosenFields(mostly, ['risks'])).map(({ id }) => id)).toContain('milestones');
  });

  test('names what is rated Red', () => {
    expect(ratedRed(tagged())).toEqual(['DAT-1.1']);
    expect(ratedRed(sampleSummary())).toEqual([]);
  });
});
