import type { Fault } from '../fault.ts';
import type { FoundTable } from '../imports/found-file.ts';
import { heldText } from '../imports/held-text.ts';
import { isQuarter, type Quarter } from '../quarter.ts';
import type { FileRow } from '../strategy/strategy-files.ts';
import { questionWords } from './return-fields.ts';
import { type ReadAnswer, readAnswerCell } from './sent-answer.ts';

/** The columns of a sheet of a return. The first two make it one; the others are for reading. */
export const RETURN_COLUMNS = [
  'Field (do not change)',
  'Your answer',
  'Question',
  'Last quarter',
  'What to write',
] as const satisfies string[];
const [FIELD, ANSWER] = RETURN_COLUMNS;

/** The rows of a sheet that say which return it is, and from what it was made. */
export const ABOUT_FIELDS = ['quarter', 'recommendation', 'made from', 'marks'] as const;
type AboutField = (typeof ABOUT_FIELDS)[number];

/** One answer of a sheet. */
export interface SentAnswer extends ReadAnswer {
  row: number;
  question: string;
}

/** One return as a sheet gives it. */
export interface SentReturn {
  sheet: string;
  quarter: Quarter;
  recommendation: string;
  /** As `seen` of draft-basis.ts. */
  madeFrom: string;
  marks: string;
  answers: SentAnswer[];
  /** Columns that mean nothing here. */
  ignored: string[];
}

export interface SentReturns {
  returns: SentReturn[];
  faults: Fault[];
}

/** "revision 2, draft 5": which acts and saves a sheet was made from. Not "2-5", which programs take for a day. */
export function madeFromInWords(seen: string): string {
  const [acts, version] = seen.split('-');
  return `revision ${acts}, draft ${version}`;
}

const readMadeFrom = (words: string): string | null =>
  /^revision (\d+), draft (\d+)$/i.exec(words)?.slice(1).join('-') ?? null;

/** The returns in the sheets of a file, and everything wrong with them as far as the sheets alone can tell. */
export function sentReturns(tables: readonly FoundTable[]): SentReturns {
  const sheets = tables.map(readSheet);
  const returns = sheets.flatMap(({ sent }) => (sent ? [sent] : []));
  return { returns, faults: [...sheets.flatMap(({ faults }) => faults), ...faultsBetween(returns)] };
}

/** All are of one quarter, and each return is there once. */
function faultsBetween(returns: readonly SentReturn[]): Fault[] {
  return returns.flatMap(({ sheet, quarter, recommendation }, i): Fault[] => {
    const before = returns.slice(0, i);
    const twice = before.find((each) => each.recommendation === recommendation);
    if (twice)
      return [
        { file: sheet, found: recommendation, mend: `keep one sheet of it: it is on sheet “${twice.sheet}” too` },
      ];
    const other = before.find((each) => each.quarter !== quarter);
    if (!other) return [];
    return [
      {
        file: sheet,
        found: quarter,
        mend: `send it in a file of its own: sheet “${other.sheet}” is for ${other.quarter}`,
      },
    ];
  });
}

function readSheet(table: FoundTable): { sent: SentReturn | null; faults: Fault[] } {
  const { sheet, unknown } = table;
  const faults = [...table.faults];
  const about = new Map<AboutField, { row: number; text: string }>();
  const answers = new Map<string, SentAnswer>();
  for (const row of table.rows) {
    const fault = readRow(row, about, answers);
    if (fault) faults.push({ file: sheet, row: row.row, ...fault });
  }
  const said = aboutSheet(about);
  faults.push(...said.faults.map((fault) => ({ file: sheet, ...fault })));
  const sent = said.about && { sheet, ...said.about, answers: [...answers.values()], ignored: unknown };
  return { sent, faults };
}

type Wrong = Omit<Fault, 'file'>;

/** Puts a row where it belongs; says what is wrong with it where it belongs nowhere. */
function readRow(
  { row, cells }: FileRow,
  about: Map<AboutField, { row: number; text: string }>,
  answers: Map<string, SentAnswer>,
): Wrong | null {
  const field = (cells[FIELD] ?? '').trim();
  const text = heldText(cells[ANSWER] ?? '');
  if (field === '')
    return text === '' ? null : { column: ANSWER, found: text, mend: 'put back the field that this row answers' };
  const ofSheet = ABOUT_FIELDS.find((name) => name === field.toLowerCase().replace(/\s+/g, ' '));
  if (ofSheet ? about.has(ofSheet) : answers.has(field))
    return { column: FIELD, found: field, mend: 'keep one row of this field' };
  if (ofSheet) about.set(ofSheet, { row, text });
  else if (questionWords(field) === null)
    return { column: FIELD, found: field, mend: 'write the field as the workbook had it, or take the row out' };
  else {
    const read = readAnswerCell(field, text);
    if ('mend' in read) return { column: ANSWER, found: text, mend: read.mend };
    answers.set(field, { row, question: field, ...read });
  }
  return null;
}

type About = Pick<SentReturn, 'quarter' | 'recommendation' | 'madeFrom' | 'marks'>;

function aboutSheet(said: Map<AboutField, { row: number; text: string }>): { about: About | null; faults: Wrong[] } {
  const [quarter, recommendation, from, marks] = ABOUT_FIELDS.map((field) => said.get(field)?.text ?? '');
  const madeFrom = readMadeFrom(from ?? '');
  const isRight = {
    quarter: isQuarter(quarter ?? ''),
    recommendation: recommendation !== '',
    'made from': madeFrom !== null,
    marks: marks !== '',
  };
  const faults = ABOUT_FIELDS.filter((field) => !isRight[field]).map((field) => aboutFault(field, said.get(field)));
  if (faults.length > 0 || madeFrom === null) return { about: null, faults };
  return {
    about: {
      quarter: quarter ?? '',
      recommendation: recommendation ?? '',
      madeFrom,
      marks: marks === 'none' ? '' : (marks ?? ''),
    },
    faults: [],
  };
}

function aboutFault(field: AboutField, there: { row: number; text: string } | undefined): Wrong {
  if (!there)
    return {
      column: FIELD,
      found: `no row for “${field}”`,
      mend: `put back the row “${field}” as the workbook had it`,
    };
  return { row: there.row, column: ANSWER, found: there.text, mend: `write what the workbook had for “${field}”` };
}
