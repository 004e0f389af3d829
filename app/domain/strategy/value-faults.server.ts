import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Fault } from '../fault.ts';
import { readKnownIndicators } from '../indicators/known-values.server.ts';
import {
  type KnownIndicator,
  type PlannedValue,
  planValues,
  type ValueRow,
  valueRowOf,
} from '../indicators/plan-values.ts';
import type { Day } from '../partial-date.ts';
import { isPeriod } from '../period.ts';
import type { MergedRow, MergedStrategy } from './merge-strategy.ts';

/** What the indicators do not allow of the values that a file adds or changes. */
export async function valueFaults(db: Kysely<Database>, merged: MergedStrategy, today: Day): Promise<Fault[]> {
  const rows = valueRows(merged);
  if (rows.length === 0) return [];
  const sheet = merged.rows.find(({ file }) => file === 'observations.csv')?.sheet ?? '';
  const { faults, planned } = planValues(rows, await indicatorsWith(db, merged), today);
  const fromRules = faults.map(({ row, column, found, mend }) => ({
    ...{ file: sheet, found, mend },
    ...(row === null ? {} : { row }),
    ...(column === null ? {} : { column }),
  }));
  const late = merged.rows.filter((row) => row.file === 'observations.csv' && isRestated(row, merged));
  const mend = 'leave it: a later value took its place in the record';
  return [
    ...fromRules,
    ...late.map(({ row, after }) => ({ file: sheet, row, column: 'value', found: after['value'] ?? '', mend })),
    ...planned
      .filter(({ outcome }) => outcome === 'restated since')
      .map(({ row, value }) => ({ file: sheet, row, column: 'value', found: value, mend })),
  ];
}

/** True for a changed value that does not stand any more: one of the same period and series came after it. */
function isRestated({ before, changed }: MergedRow, { now }: MergedStrategy): boolean {
  if (!before || changed.length === 0) return false;
  const same = ['indicator', 'series', 'period'];
  return now['observations.csv'].some(
    ({ cells, id }) => same.every((column) => cells[column] === before.cells[column]) && Number(id) > Number(before.id),
  );
}

/** The values that a file adds or changes, as planned one after the other against the record. */
export async function plannedValues(db: Kysely<Database>, merged: MergedStrategy, today: Day): Promise<PlannedValue[]> {
  return planValues(valueRows(merged), await indicatorsWith(db, merged), today).planned;
}

/** The indicators of the record, and those that the file adds. */
async function indicatorsWith(db: Kysely<Database>, { rows }: MergedStrategy): Promise<KnownIndicator[]> {
  const added = rows.filter(({ file, before }) => file === 'indicators.csv' && before === null);
  const known = await readKnownIndicators(db);
  return [...known, ...added.map(({ after }) => ({ code: after['code'] ?? '', unit: after['unit'] ?? '', known: [] }))];
}

function valueRows({ rows }: MergedStrategy): ValueRow[] {
  return rows
    .filter(({ file, changed, isGone }) => file === 'observations.csv' && changed.length > 0 && !isGone)
    .filter(({ after }) => isPeriod(after['period'] ?? ''))
    .map(({ row, after }) => valueRowOf(row, after));
}
