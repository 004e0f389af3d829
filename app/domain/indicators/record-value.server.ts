import type { Kysely, Transaction } from 'kysely';
import { findAuthor } from '#db/queries/find-author.ts';
import { listObservations, type ObservationRow } from '#db/queries/list-observations.ts';
import type { Database } from '#db/schema.ts';
import type { ObservationStatus } from '#db/tables/indicator.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { untouchedFields } from '../editing/differences.ts';
import { EditConflictError } from '../editing/editing-errors.ts';
import { addEditChange, type Editor } from '../editing/editor.server.ts';
import { checkNewSource, type GivenSource, sourceOf } from '../milestones/record-fact.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { formatPeriod, type Period } from '../period.ts';
import { RefusedError } from '../refused.ts';
import { capitalised } from '../sentences.ts';
import { readKnownIndicators } from './known-values.server.ts';
import {
  endOfChain,
  faultsOfValue,
  type GivenValue,
  givenOf,
  sameKey,
  standingFor,
  VALUE_LABELS,
  valueDifferences,
} from './value-rules.ts';
import { formatValue } from './value-words.ts';

/** One value to record: a new one, or one that restates another. */
export interface ValueCommand extends GivenSource {
  indicator: string;
  period: Period;
  series: string;
  /** The person named a series that the indicator does not have: the method has changed. */
  isNewSeries: boolean;
  value: string;
  status: ObservationStatus;
  note: string | null;
  reason: string;
  /** Number of the value that it restates. */
  replaces: number | null;
  /** Number of the newest value when the form was filled in. */
  seen: number;
}

/**
 * Records one value of an indicator, in one transaction and as one change. Returns its number. Throws NotAllowedError,
 * RefusedError, or EditConflictError when somebody else recorded or restated the same value meanwhile; then nothing is saved.
 */
export async function recordValue(db: Kysely<Database>, command: ValueCommand, editor: Editor): Promise<number> {
  mustBeAllowed(editor.person, 'record facts');
  return db.transaction().execute(async (trx) => {
    const [indicator] = await readKnownIndicators(trx, command.indicator);
    if (!indicator) throw new RefusedError('form', 'There is no such indicator');
    const known = await listObservations(trx, { indicator: command.indicator });
    const given = givenIn(command);
    await checkConflict(trx, command, given, known);
    checkSeries(command, known);
    for (const { field, mend } of faultsOfValue(given, indicator, editor.today))
      throw new RefusedError(field === 'series' ? 'newSeries' : field, capitalised(mend));
    checkRestating(command, given, known, indicator.unit);
    checkNewSource(command, editor.today);
    const change = await addEditChange(trx, 'values recorded', command.reason, editor);
    const source = await sourceOf(trx, command, change);
    const { indicator: code, replaces } = command;
    const number = (known.at(-1)?.number ?? 0) + 1;
    await insertRows(trx, 'observation', [{ ...given, source, indicator: code, number, replaces, change }]);
    return number;
  });
}

function givenIn({ period, series, value, status, note, source, newSource }: ValueCommand): GivenValue {
  const confirmation = source === null && newSource === null ? 'memory' : 'published';
  return { period, series, value, status, confirmation, source: newSource ? newSource.title : source, note };
}

/** Somebody was faster when the value to restate is restated, or the period has a value that the form did not know. */
async function checkConflict(
  trx: Transaction<Database>,
  { replaces, seen }: ValueCommand,
  given: GivenValue,
  known: ObservationRow[],
): Promise<void> {
  const base = known.find(({ number }) => number === replaces);
  if (replaces !== null && !base) throw new RefusedError('form', 'The value to restate is not there');
  const end = replaces === null ? undefined : endOfChain(known, replaces);
  const other = end && end.number !== replaces ? end : standingFor(known, given);
  if (!other || other.number === replaces || (other.number <= seen && other !== end)) return;
  const differences = valueDifferences(other, given);
  const by = (await findAuthor(trx, other.change)) ?? null;
  if (differences.length === 0)
    throw new RefusedError('form', `${by ?? 'Somebody else'} recorded the same while you were writing`);
  const sides = base && { base: givenOf(base), standing: givenOf(other), mine: given };
  throw new EditConflictError({ by, differences, untouched: sides ? untouchedFields(VALUE_LABELS, sides) : [] });
}

function checkSeries({ series, isNewSeries }: ValueCommand, known: ObservationRow[]): void {
  const isThere = known.some((other) => other.series === series);
  if (isNewSeries && isThere)
    throw new RefusedError('newSeries', `“${series}” is a series of this indicator already: choose it above`);
  if (!isNewSeries && !isThere) throw new RefusedError('series', 'Choose one of the series, or name a new one');
}

/** One value a period and series stands; a value that moves to another period or series says why. */
function checkRestating({ replaces }: ValueCommand, given: GivenValue, known: ObservationRow[], unit: string): void {
  const there = standingFor(known, given);
  if (there && there.number !== replaces)
    throw new RefusedError(
      'period',
      `The series “${there.series}” has a value for ${formatPeriod(there.period)} already, ${formatValue(there.value, unit)}: restate that one instead`,
    );
  const base = known.find(({ number }) => number === replaces);
  if (!base) return;
  if (valueDifferences(base, given).length === 0)
    throw new RefusedError('form', 'Nothing is different from what stands, so nothing was saved');
  if (!sameKey(base, given) && given.note === null)
    throw new RefusedError(
      'note',
      `Say why the value of ${formatPeriod(base.period)}, “${base.series}”, moves to another period or series; to add one and keep it, record a new value instead`,
    );
}
