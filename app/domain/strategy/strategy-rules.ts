import type { Fault } from '../fault.ts';
import { groupBy } from '../group-by.ts';
import { isOutcomeKind } from '../milestone-status.ts';
import { type Day, firstDay, formatPartialDate, isPartialDate, lastDay } from '../partial-date.ts';
import { understandDate } from '../understood-date.ts';
import {
  type Codes,
  checkBaselines,
  checkCells,
  checkConfirmation,
  checkOnce,
  checkParents,
  checkValues,
  type StrategyRows,
} from './check-strategy.ts';
import { sheetNameOf } from './file-words.ts';
import { type MergedRow, type MergedStrategy, wholeRows } from './merge-strategy.ts';
import { STRATEGY_FILES, type StrategyFile } from './strategy-files.ts';

const FILES = Object.keys(STRATEGY_FILES) as StrategyFile[];

/**
 * Everything that keeps a merged file from being accepted, by the sheets and rows of the file: the rules of a strategy
 * folder for what it adds and changes, and what the record does not allow.
 */
export function checkMerged(merged: MergedStrategy, today: Day): Fault[] {
  const whole = Object.fromEntries(FILES.map((file) => [file, wholeRows(merged, file)])) as StrategyRows;
  const codes: Codes = new Map(
    FILES.map((file) => [file, new Set(whole[file].map(({ cells }) => cells['code'] ?? ''))]),
  );
  const touched = merged.rows.filter(({ changed }) => changed.length > 0);
  const byFile = groupBy(touched, ({ file }) => file);
  const faults = FILES.flatMap((file) => fileFaults(file, byFile.get(file) ?? [], whole, codes));
  return [
    ...faults.map((fault) => placed(fault, merged)),
    ...touched.flatMap((row) =>
      rowFaults(row, merged, today).map((fault) => ({ ...fault, file: row.sheet, row: row.row })),
    ),
  ];
}

function fileFaults(file: StrategyFile, touched: readonly MergedRow[], whole: StrategyRows, codes: Codes): Fault[] {
  if (touched.length === 0) return [];
  const isTouched = new Map(touched.map((row) => [row.row, row]));
  const rows = touched.map(({ row, after }) => ({ row, cells: after }));
  const ofTouched = (fault: Fault): boolean => fault.row === undefined || isTouched.has(fault.row);
  return [
    // What a row of the record holds already is not held against the file: an owner's confirmation, an agreed date.
    ...checkCells(file, rows, codes).filter((fault) => {
      const row = isTouched.get(fault.row ?? 0);
      return row?.before === null || row?.changed.includes(fault.column ?? '');
    }),
    ...checkOnce(file, whole[file]),
    ...checkConfirmation(file, rows),
    ...(file === 'milestone_dates.csv' ? checkValues(rows) : []),
    ...(file === 'milestone_dates.csv' || file === 'milestones.csv' ? checkBaselines(whole).filter(ofTouched) : []),
    ...(file === 'themes.csv' ? checkParents(whole[file]).filter(ofTouched) : []),
  ];
}

/** A fault under the name of the sheet; a row of the record that it speaks of has no number. */
function placed(fault: Fault, { rows }: MergedStrategy): Fault {
  const sheet = rows.find(({ file }) => file === fault.file)?.sheet ?? fault.file;
  const mend = fault.mend
    .replace(/^row 0 has it already: keep one of the two/, 'the record has it already: give another')
    .replace(/^row 0 is its first date already/, 'the record has its first date already')
    .replace(/[a-z_]+\.csv/g, (file) => `the sheet “${sheetNameOf(file as StrategyFile)}”`);
  return { ...fault, file: sheet, mend };
}

type RowFault = Pick<Fault, 'column' | 'found' | 'mend'>;

function rowFaults(row: MergedRow, merged: MergedStrategy, today: Day): RowFault[] {
  if (row.isGone) return [gone(row)];
  const { file, after, before, changed } = row;
  const cell = (column: string): string => after[column] ?? '';
  const fault = (column: string, mend: string): RowFault => ({ column, found: cell(column), mend });
  const isLate = (column: string, day: (date: string) => Day): boolean =>
    changed.includes(column) && isPartialDate(cell(column)) && day(cell(column)) > today;
  if (file === 'strategy.csv' && before === null)
    return [fault('code', `this database holds ${merged.now[file][0]?.id}: one database holds one strategy`)];
  if (file === 'milestones.csv' && before && changed.includes('recommendation'))
    return [
      fault('recommendation', `leave it ${before.cells['recommendation']}: a milestone stays where it was promised`),
    ];
  if (file === 'recommendations.csv' && isLate('stage_on', lastDay))
    return [fault('stage_on', 'give today or a day before: a stage is a judgement of what was seen')];
  return file === 'milestone_dates.csv' ? dateFaults(row, { cell, fault, isLate }) : [];
}

const gone = ({ after, changed: [column = ''] }: MergedRow): RowFault => ({
  column,
  found: after[column] ?? '',
  mend: 'leave this row as it was: it left the record since the workbook was made',
});

interface Cell {
  cell: (column: string) => string;
  fault: (column: string, mend: string) => RowFault;
  isLate: (column: string, day: (date: string) => Day) => boolean;
}

function dateFaults({ changed, before }: MergedRow, { cell, fault, isLate }: Cell): RowFault[] {
  const faults: RowFault[] = [];
  if (isLate('said_on', firstDay)) faults.push(fault('said_on', 'give a day by now: it was said already'));
  if (isOutcomeKind(cell('kind') as never) && isLate('value', lastDay))
    faults.push(fault('value', 'give a date that is over: an outcome has happened'));
  if (before && changed.includes('milestone'))
    faults.push(fault('milestone', `leave it ${before.cells['milestone']}, and add a row for the other milestone`));
  const published = cell('as_published') === '' ? null : understandDate(cell('as_published'));
  if (published?.kind === 'date' && published.value !== cell('value'))
    faults.push(
      fault(
        'as_published',
        `say the same as Value, ${formatPartialDate(cell('value') || published.value)}, or leave it empty`,
      ),
    );
  return faults;
}
