/** Something wrong in a strategy folder: where it is, what was found, and what to do. */
export interface Fault {
  file: string;
  /** As a spreadsheet counts: the header is row 1. */
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

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** The folder was refused whole; the message lists every fault. */
export class StrategyFaultsError extends Error {
  override name = 'StrategyFaultsError';
  constructor(
    readonly folder: string,
    readonly faults: Fault[],
  ) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(`${folder} was not loaded: ${count}. Nothing was changed.\n${faults.map(faultInWords).join('\n')}`);
  }
}
