import { read } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ods, odsFile } from '#app/documents/ods.ts';
import { SheetNames, uniqueLabels } from '#app/documents/workbook/names.ts';
import { type Workbook, workbookOf } from '#app/documents/workbook.ts';
import { linesOf } from '#app/documents/xlsx/heights.ts';
import { xlsx, xlsxFile } from '#app/documents/xlsx.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { readBack, written } from '../helpers/read-workbook.ts';
import { HARD_TEXT, sampleSummary, sampleTable } from '../helpers/sample-summary.ts';

const WRITERS = { ods, xlsx };
const FORMATS = ['ods', 'xlsx'] as const;
const CORRECTED: Partial<SummaryDocument> = {
  version: {
    number: 2,
    madeOn: '2026-12-01',
    reason: 'A date was wrong.',
    corrections: [
      { where: 'Milestones', what: 'DAT-1.3, Latest date', before: '2019-10', after: '2019-11' },
      { where: 'Milestones', what: 'DAT-1.4', before: null, after: 'Added' },
      { where: 'Milestones', what: 'DAT-1.5', before: 'Taken out', after: null },
    ],
  },
};

describe.each(FORMATS)('a summary as %s', (format) => {
  const write = WRITERS[format];

  test('another library reads every sheet, text and number as the document has them', () => {
    const document = sampleSummary(CORRECTED);
    const back = readBack(write(document));
    expect([...back]).toEqual([...written(workbookOf(document))]);
    const { rows } = sampleTable(60);
    const sheet = back.get('Milestones')?.slice(-60) ?? [];
    expect(sheet.map(([code, words]) => [code, words])).toEqual(
      rows.map(([code, words]) => [typeof code === 'object' ? code?.text : code, words]),
    );
    expect(sheet.map((row) => row[3])).toEqual(rows.map((row) => row[3] ?? '[x]'));
  });

  test('text that looks like a formula, a number or a date is text', () => {
    const book = read(write(sampleSummary()), { dense: true });
    const cells = (book.Sheets['Milestones']?.['!data'] ?? []).flat();
    const typeOf = (text: string) => cells.find((cell) => cell?.v === text)?.t;
    for (const text of [...HARD_TEXT, '2019-10', '2026-09-30']) expect([text, typeOf(text)]).toEqual([text, 's']);
    expect(cells.every((cell) => cell?.f === undefined)).toBe(true);
  });

  test('spaces, tabs and line ends inside a text are kept; what XML cannot hold is left out', () => {
    // Excel alone reads `_x0041_` as a letter; the library that reads here does so in either format.
    const odd = format === 'xlsx' ? '_x0041_ & &amp;' : '& &amp;';
    const texts = ['  two before', 'two  between', 'behind  ', 'a\tb', 'a \t  b', 'one\n\nthree', odd];
    const back = readBack((format === 'ods' ? odsFile : xlsxFile)(bookWith([...texts, 'bell\u0007 half\uD83E.'])));
    expect(back.get('Texts')?.slice(2).flat()).toEqual([...texts, 'bell half.']);
  });

  test('the same document gives the same bytes, wherever and whenever', () => {
    const before = process.env['TZ'];
    const first = write(sampleSummary());
    process.env['TZ'] = 'Pacific/Auckland';
    const second = write(sampleSummary());
    process.env['TZ'] = before;
    expect(second).toEqual(first);
  });

  test('carries the document’s own day, and opens at its first sheet', () => {
    const files = unzipSync(write(sampleSummary({ dated: '2020-02-29' })));
    const properties = files[format === 'ods' ? 'meta.xml' : 'docProps/core.xml'];
    expect(strFromU8(properties ?? new Uint8Array()).match(/2020-02-29T00:00:00/g)).toHaveLength(2);
  });
});

function bookWith(texts: string[]): Workbook {
  const columns = [{ label: 'Text', width: 20, numeric: false }];
  const table = { name: 'table_texts', columns, rows: texts.map((text) => [text]) };
  const sheets = [{ name: 'Texts', title: 'Texts', lines: [], table }];
  return { title: 'Texts', subject: 'Texts', creator: 'Us', dated: '2026-09-30', sheets };
}

describe('the sheets of a summary', () => {
  const sheetsOf = (changes: Partial<SummaryDocument> = {}) => workbookOf(sampleSummary(changes)).sheets;
  const sheet = (name: string, changes: Partial<SummaryDocument> = {}) =>
    sheetsOf(changes).find((each) => each.name === name);

  test('are cover, contents, notes, words, corrections, then each table', () => {
    expect(sheetsOf(CORRECTED).map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'In words',
      'Corrections',
      'Figure 1',
      'Milestones',
      'None',
    ]);
    expect(sheetsOf({ sections: [] }).map(({ name }) => name)).toEqual(['Cover', 'Contents', 'Notes']);
  });

  test('lose nothing that the document says: every text of it is in a cell', () => {
    const document = sampleSummary(CORRECTED);
    const all = JSON.stringify([...written(workbookOf(document)).values()]);
    const lost = textsIn(document).filter((text) => !all.includes(JSON.stringify(text).slice(1, -1)));
    expect(lost).toEqual([]);
  });

  test('each carry the marking; those of a publication have none', () => {
    expect(sheetsOf().every(({ lines }) => lines[0] === 'OFFICIAL')).toBe(true);
    expect(sheetsOf({ marking: null }).some(({ lines }) => lines.includes('OFFICIAL'))).toBe(false);
  });

  test('print shorthand for empty cells and for what is to be known of a row, and explain it', () => {
    const rows = sheet('Milestones')?.table?.rows ?? [];
    expect(rows[1]).toEqual(['DAT-1.2', "'=1+1", '2019-10', '[x]', expect.any(String), '[f] [r]']);
    expect(rows[2]?.[2]).toBe('[z]');
    const notes = new Map(sheet('Notes')?.table?.rows.map(([code, words]) => [code, String(words)]));
    expect([...notes.keys()]).toEqual(['[x]', '[z]', '[f]', '[r]', 'Dates', 'Blank cell']);
    expect(notes.get('[x]')).toContain('“Cannot be compared” (Late by (days))');
    expect(notes.get('Blank cell')).toContain('Shorthand');
  });

  test('show what was first published beside what is corrected', () => {
    expect(sheet('Corrections', CORRECTED)?.table?.rows).toEqual([
      ['Milestones', 'DAT-1.3, Latest date', '2019-10', '2019-11 [r]'],
      ['Milestones', 'DAT-1.4', '[z]', 'Added [r]'],
      ['Milestones', 'DAT-1.5', 'Taken out', '[z] [r]'],
    ]);
  });

  test('leave out a column in which no row says anything', () => {
    const table = sampleTable(1);
    const section = { id: 'annex', heading: 'Annex', blocks: [{ kind: 'table' as const, table }] };
    const labels = sheet('Milestones', { sections: [section] })?.table?.columns.map(({ label }) => label);
    expect(labels).toEqual(['Code', 'Milestone', 'Latest date', 'Late by (days)', 'Source']);
  });

  test('say in words that a table has no rows', () => {
    expect(sheet('None')).toMatchObject({ table: null });
    expect(sheet('None')?.lines.at(-1)).toBe('No milestone had been promised by then.');
  });
});

/** Every text that a reader of the document meets; the drawing, addresses inside it and codes of titles aside. */
function textsIn(value: unknown, key = ''): string[] {
  const UNREAD = [
    'id',
    'schemaVersion',
    'quarter',
    'audience',
    'standing',
    'asAt',
    'dated',
    'madeOn',
    'mainTable',
    'kind',
  ];
  const UNREAD_TOO = ['to', 'field', 'shorthand', 'sheet', 'drawing', 'emptyWords', 'reference', 'strategy', 'label'];
  if ([...UNREAD, ...UNREAD_TOO].includes(key)) return [];
  if (typeof value === 'string') return value === 'f r' || value === '' ? [] : value.split('\n');
  if (Array.isArray(value)) {
    if (key === 'references') return value.map(({ code }) => code);
    return value.flatMap((each) => textsIn(each));
  }
  if (typeof value !== 'object' || value === null) return [];
  if ('emptyWords' in value && 'rows' in value && (value.rows as unknown[]).length === 0)
    return [String(value.emptyWords)];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, name));
}

describe('names in a workbook', () => {
  test.each([
    ['Late by: what/why?', 'Late by what why'],
    ["'Quoted'", 'Quoted'],
    ['', 'Table'],
    ['History', 'Table History'],
    ['Every milestone promised by 30 September 2026', 'Every milestone promised by 30'],
    ['A'.repeat(40), 'A'.repeat(31)],
  ])('a sheet for %j is named %j', (wanted, name) => {
    expect(new SheetNames([]).take(wanted)).toBe(name);
  });

  test('are given once, whatever their case, and never get too long', () => {
    const names = new SheetNames(['Notes']);
    expect([names.take('notes'), names.take('Notes')]).toEqual(['notes 2', 'Notes 3']);
    const long = 'B'.repeat(31);
    expect([names.take(long), names.take(long)]).toEqual([long, `${'B'.repeat(29)} 2`]);
    expect([names.takeTable('dat1'), names.takeTable('figure-1-rows')]).toEqual(['table_dat1', 'table_figure_1_rows']);
  });

  test('of columns are unique and never empty', () => {
    expect(uniqueLabels(['Date', 'date', '', 'Two\nlines'])).toEqual(['Date', 'date 2', 'Column 3', 'Two lines']);
  });
});

test('wrapped text is given as many lines as it needs', () => {
  expect(linesOf('short', 20)).toBe(1);
  expect(linesOf('two\nlines', 20)).toBe(2);
  expect(linesOf('words '.repeat(20).trim(), 20)).toBeGreaterThanOrEqual(5);
  expect(linesOf('unbreakable'.repeat(10), 20)).toBeGreaterThanOrEqual(5);
});
