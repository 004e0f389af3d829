/** Something wrong in what somebody sent: where it is, what was found, and what to do, in words that begin small. */
export interface Fault {
  /** The file or the sheet. */
  file: string;
  /** As a spreadsheet counts: the header of a CSV file is row 1. */
  row?: number;
  column?: string;
  found: string;
  mend: string;
}

/** "milestone_dates.csv, row 14, column said_on: found "2019-13"; write a date such as …" */
export function faultInWords({ file, row, column, found, mend }: Fault): string {
  const place = [file, row === undefined ? '' : `row ${row}`, column === undefined ? '' : `column ${column}`];
  return `${place.filter(Boolean).join(', ')}: found ${found === '' ? 'an empty cell' : `"${shortened(found)}"`}; ${mend}.`;
}

/** What was found, as a list of faults shows it. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** True for a fault at a place of which those say nothing: of a cell that could not be read, nothing more is said. */
export function notTold(told: readonly Fault[]): (fault: Fault) => boolean {
  const places = new Set(told.map(({ file, row, column }) => `${file} ${row} ${column}`));
  return ({ file, row, column }) => !places.has(`${file} ${row} ${column}`);
}
