import { CODE_FORM } from '../codes.ts';
import { isDay, isPartialDate } from '../partial-date.ts';
import { isPeriod } from '../period.ts';
import type { StrategyFile } from './strategy-files.ts';

/** What a cell must hold. `codesOf` names the file whose codes it must be among; `list` allows several, split by " | ". */
export interface CellRule {
  required: boolean;
  /** Says what to write instead, or null when the cell is right. */
  check?: (cell: string) => string | null;
  codesOf?: StrategyFile;
  list?: boolean;
  /** The words that it may hold. */
  words?: readonly string[];
  /** It holds a date: in a file that somebody sent it may be written as people write them. */
  date?: boolean;
  /** The column itself may be missing: files from before it was known have none. */
  mayLack?: boolean;
}

const LONGEST_TEXT = 4_000;

const textCheck = (cell: string): string | null =>
  cell.length > LONGEST_TEXT ? `shorten it to ${LONGEST_TEXT.toLocaleString('en-GB')} characters` : null;
const check = (test: (cell: string) => boolean, mend: string) => (cell: string) => (test(cell) ? null : mend);

export const text: CellRule = { required: true, check: textCheck };
export const code: CellRule = {
  required: true,
  check: check((cell) => CODE_FORM.test(cell), 'write a code of up to 24 letters, digits, points and hyphens'),
};
export const partialDate: CellRule = {
  required: true,
  date: true,
  check: check(isPartialDate, 'write a date such as 2019-10-01, 2019-10, 2019-Q4 or 2019'),
};
export const day: CellRule = {
  required: true,
  date: true,
  check: check(isDay, 'write a whole day such as 2019-10-01'),
};
export const position: CellRule = {
  required: true,
  check: check((cell) => /^[1-9]\d{0,5}$/.test(cell), 'write a whole number from 1'),
};
export const decimal: CellRule = {
  required: true,
  check: check((cell) => /^-?\d+(\.\d+)?$/.test(cell), 'write a plain number such as 240900 or 64.0'),
};
export const period: CellRule = {
  required: true,
  check: check(isPeriod, 'write a period such as 2019, 2019-Q4, 2019-10 or, for a financial year, 2021/22'),
};
export const webAddress: CellRule = {
  required: true,
  check: check((cell) => /^https?:\/\/\S+$/.test(cell), 'write a web address that begins with https:// or http://'),
};
/** A code that the file has. */
export const codeOf = (file: StrategyFile): CellRule => ({ required: true, codesOf: file });
/** One of those words. */
export const oneOf = (words: readonly string[]): CellRule => ({
  required: true,
  words,
  check: check((cell) => words.includes(cell), `write one of: ${words.join(', ')}`),
});
/** The same, or nothing: not known. */
export const optional = (rule: CellRule): CellRule => ({ ...rule, required: false });
/** `owner` is missing on purpose: an owner confirms in a return, never in a file. */
export const confirmation = oneOf(['published', 'memory']);
