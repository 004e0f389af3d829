import { type DocumentTable, SHORTHANDS, type Shorthand } from '#app/domain/summary/document.ts';
import type { Sheet } from '../workbook.ts';
import { sheetCell } from './cells.ts';
import { uniqueLabels } from './names.ts';

/** The shorthand of the Analysis Function, in words. */
const MEANING: Record<Shorthand, string> = {
  x: 'Not available.',
  z: 'Not applicable.',
  f: 'Forecast: expected, and not reached yet.',
  r: 'Revised since it was first said or published.',
  p: 'Provisional: may still change.',
  b: 'Break in the series: cannot be compared with what was before it.',
  e: 'Estimated.',
};

const DATES =
  'Dates are text with the year first, so that they sort. 2019-10-01 is a day, 2019-10 a month, 2019-Q4 the last quarter ' +
  'of the calendar year and 2019 a year. None is written more exactly than it is known.';

/** Every shorthand that the tables use, how dates are written, and what a blank cell means. */
export function notesSheet(tables: readonly DocumentTable[]): Sheet {
  const usage = readUsage(tables);
  const used = SHORTHANDS.filter((shorthand) => usage.shorthand.has(shorthand));
  const rows = used.map((shorthand) => [`[${shorthand}]`, meaningOf(shorthand, usage.empty)]);
  const blank = usage.blank.size > 0 ? [['Blank cell', blankWords([...usage.blank])]] : [];
  return {
    name: 'Notes',
    title: 'Notes',
    lines: ['What the shorthand in this workbook means, and how dates are written.'],
    table: {
      name: 'table_notes',
      columns: [
        { label: 'Shorthand', width: 14, numeric: false },
        { label: 'Meaning', width: 80, numeric: false },
      ],
      rows: [...rows, ['Dates', DATES], ...blank],
    },
  };
}

interface Usage {
  shorthand: Set<string>;
  /** Of each shorthand of empty cells: what it stands for, and the labels of the columns in which it does. */
  empty: Map<string, Map<string, Set<string>>>;
  /** Labels of columns that leave cells blank. */
  blank: Set<string>;
}

function readUsage(tables: readonly DocumentTable[]): Usage {
  const usage: Usage = { shorthand: new Set(), empty: new Map(), blank: new Set() };
  for (const table of tables) {
    const labels = uniqueLabels(table.columns.map(({ label }) => label));
    for (const [place, column] of table.columns.entries()) {
      const cells = table.rows.map((row) => sheetCell(row[place] ?? null, column));
      const label = labels[place] ?? '';
      const empty = column.empty && `[${column.empty.shorthand}]`;
      if (cells.includes('')) usage.blank.add(label);
      if (column.empty && cells.some((cell) => cell === empty)) note(usage.empty, column.empty, label);
      for (const cell of cells) for (const code of codesIn(cell)) usage.shorthand.add(code);
    }
  }
  return usage;
}

function codesIn(cell: string | number): string[] {
  if (typeof cell === 'number' || !cell.includes('[')) return [];
  return [...cell.matchAll(/\[([a-z])\]/g)].map(([, code]) => code ?? '');
}

function note(empty: Usage['empty'], { word, shorthand }: { word: string; shorthand: Shorthand }, label: string): void {
  const words = empty.get(shorthand) ?? new Map<string, Set<string>>();
  empty.set(shorthand, words);
  words.set(word, (words.get(word) ?? new Set()).add(label));
}

function meaningOf(shorthand: Shorthand, empty: Usage['empty']): string {
  const words = [...(empty.get(shorthand) ?? [])];
  if (words.length === 0) return MEANING[shorthand];
  const uses = words.map(([word, labels]) => `“${word}” (${[...labels].join(', ')})`);
  return `${MEANING[shorthand]} Where a cell would be empty it stands for: ${uses.join('; ')}.`;
}

function blankWords(labels: readonly string[]): string {
  return `Nothing is to be said of the row in that column. Columns with blank cells: ${labels.join(', ')}.`;
}
