import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import { type Quarter, quarterLabel } from '#app/domain/quarter.ts';
import type { ReturnSheet, ReturnSheetRow } from '#app/domain/returns/return-sheet.ts';
import { RETURN_COLUMNS } from '#app/domain/returns/sent-returns.ts';
import { counted } from '#app/domain/sentences.ts';
import { contentsSheet } from './workbook/front.ts';
import { SheetNames } from './workbook/names.ts';
import type { Sheet, SheetColumn, Workbook } from './workbook.ts';

/** A workbook of returns to fill in and send back. */
export interface ReturnWorkbook {
  quarter: Quarter;
  strategy: string;
  returns: readonly ReturnSheet[];
  /** Who it was made for, and when. */
  dated: Day;
  marking: string;
  /** What a demonstration says of itself; null of a real record. */
  demonstration: string | null;
}

const [FIELD, ANSWER, QUESTION, LAST, HINT] = RETURN_COLUMNS;
/** The place of the column that is filled in. */
const ANSWER_PLACE = 2;
const NOTHING = '[z]';
/** Letters that a sentence above a table may have, so that it runs across the columns in one line. */
const LONGEST_LINE = 150;

/** The sheets: instructions, contents, notes, then one for each return. */
export function returnWorkbook(made: ReturnWorkbook): Workbook {
  const { quarter, strategy, returns, dated, marking, demonstration } = made;
  const names = new SheetNames(['Instructions', 'Contents', 'Notes']);
  const sheets = returns.map((each) => sheetOf(each, names));
  const all = [instructionsSheet(made), contentsSheet([NOTES, ...sheets]), NOTES, ...sheets];
  const above = [marking, ...(demonstration === null ? [] : [demonstration])];
  return {
    title: `${strategy}: returns for ${quarterLabel(quarter)}`,
    subject: `Returns for ${quarterLabel(quarter)}, to fill in and send back`,
    creator: strategy,
    dated,
    sheets: all.map((sheet) => ({ ...sheet, lines: [...above, ...sheet.lines] })),
  };
}

function instructionsSheet({ quarter, strategy, returns, dated }: ReturnWorkbook): Sheet {
  return {
    name: 'Instructions',
    title: `Returns for ${quarterLabel(quarter)}: instructions`,
    lines: [
      `${strategy}. Made on ${formatPartialDate(dated)}.`,
      `This workbook has ${counted(returns.length, 'return')} to fill in, each on a sheet of its own that is named by the recommendation. Fill in as many as you like.`,
      'Write only in the column “Your answer”. What is there already is your draft, or what was sent back to you.',
      `Do not change the column “${FIELD}”, nor the rows whose last column says “Do not change this.”: by them the site knows what you answer, and what others changed meanwhile. You may move, sort and widen what you like.`,
      'Some cells offer a list: choose from it, or leave the cell empty. Write dates as exactly as they are known, such as 1 October 2027, October 2027, October to December 2027, or 2027.',
      'To take an answer back, empty its cell. A row that you take out altogether changes nothing.',
      'What you write may be released under the Freedom of Information Act 2000. Write what can be read by anybody, and no names of people.',
      'When you are done, save the workbook as ODS or XLSX, sign in to the site, and send it under “Returns”. You see everything that would change, and what is missing, before anything is saved. If somebody else changed the same answer meanwhile, you are asked which one stands.',
    ],
    table: null,
  };
}

const NOTES: Sheet = {
  name: 'Notes',
  title: 'Notes',
  lines: ['What the shorthand and the empty cells in this workbook mean.'],
  table: {
    name: 'table_notes',
    columns: [
      { label: 'Shorthand', width: 14, numeric: false },
      { label: 'Meaning', width: 80, numeric: false },
    ],
    rows: [
      [NOTHING, `Not applicable: in the column “${LAST}”, nothing was said, or it was not asked.`],
      ['Blank cell', `In the column “${ANSWER}”: not answered yet.`],
      [
        'Dates',
        'Dates are written in words, as exactly as they are known: a day, a month, three months of a year that begin in January, April, July or October, or a year.',
      ],
    ],
  },
};

const column = (label: string, width: number): SheetColumn => ({ label, width, numeric: false });

const COLUMNS: SheetColumn[] = [
  column(FIELD, 26),
  column(QUESTION, 38),
  { ...column(ANSWER, 54), typed: true },
  column(LAST, 38),
  column(HINT, 38),
];

function sheetOf({ recommendation, title, lines, rows }: ReturnSheet, names: SheetNames): Sheet {
  return {
    name: names.take(recommendation),
    title: `${recommendation}: ${title}`,
    lines: lines.flatMap(broken),
    table: {
      name: names.takeTable(recommendation),
      columns: COLUMNS,
      rows: rows.map(({ field, question, answer, last, hint }) => [field, question, answer, last || NOTHING, hint]),
      lists: rows.flatMap(listOf),
    },
  };
}

function listOf({ choices }: ReturnSheetRow, row: number) {
  return choices === null ? [] : [{ row, column: ANSWER_PLACE, values: choices }];
}

/** A sentence in lines that are not too long, broken between words. */
function broken(sentence: string): string[] {
  const lines = [''];
  for (const word of sentence.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= LONGEST_LINE) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
