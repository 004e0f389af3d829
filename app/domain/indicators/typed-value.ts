import type { EditConflict } from '../editing/editing-errors.ts';
import type { ObservationView } from './indicator.ts';
import { NEW_SERIES, seriesChosen } from './series-choice.ts';
import { standingFor } from './value-rules.ts';

interface Answer {
  values: Record<string, string>;
  conflict: EditConflict | null;
}

/** The name of the series in what was typed into the form. */
export const typedSeries = ({ series = '', newSeries = '' }: Record<string, string>): string =>
  series === NEW_SERIES ? newSeries.trim() : seriesChosen(series);

/**
 * The value that the form restates: the one asked for, or, when somebody else recorded the same period and series
 * meanwhile, theirs: sending the form again is then a second value that takes the place of the first.
 */
export function restatedBy<T extends ObservationView>(
  values: readonly T[],
  asked: T | null,
  answer: Answer | undefined,
): T | null {
  if (asked || !answer) return asked;
  const theirs = standingFor(
    values.map((value) => ({ ...value, replaces: null })),
    { period: answer.values['period']?.trim() ?? '', series: typedSeries(answer.values) },
  );
  const isTheirs = answer.conflict !== null || String(theirs?.number) === answer.values['replaces'];
  return isTheirs ? (values.find(({ number }) => number === theirs?.number) ?? null) : null;
}
