import type { Kysely } from 'kysely';
import { listIndicators } from '#db/queries/list-indicators.ts';
import { listObservations, type ObservationRow } from '#db/queries/list-observations.ts';
import type { Database } from '#db/schema.ts';
import { formatPeriod } from '../period.ts';
import { formatValue, OBSERVATION_STATUS_WORDS } from './value-words.ts';

/** The values that came with one change, for the list of changes and for what is said after a file was recorded. */
export interface RecordedValues {
  /** Codes of the indicators, in the strategy's order. */
  indicators: string[];
  values: number;
  restated: number;
  /** The values that were restated, in words; null for none. */
  before: string | null;
  after: string;
}

const SHOWN = 5;

/** The values of one change in words; undefined when it brought none. */
export async function readRecordedValues(db: Kysely<Database>, change: number): Promise<RecordedValues | undefined> {
  const recorded = await listObservations(db, { change });
  if (recorded.length === 0) return undefined;
  const units = new Map((await listIndicators(db)).map(({ code, unit }) => [code, unit]));
  const words = (values: ObservationRow[]) => inWords(values, units);
  const codes = [...new Set(recorded.map(({ indicator }) => indicator))];
  const all = (await Promise.all(codes.map((indicator) => listObservations(db, { indicator })))).flat();
  const restated = recorded.flatMap(({ indicator, replaces }) =>
    all.filter((other) => other.indicator === indicator && other.number === replaces),
  );
  return {
    indicators: codes,
    values: recorded.length,
    restated: restated.length,
    before: restated.length > 0 ? words(restated) : null,
    after: words(recorded),
  };
}

function inWords(values: ObservationRow[], units: Map<string, string>): string {
  const more = values.length - SHOWN;
  const shown = values.slice(0, SHOWN).map(({ indicator, period, series, value, status }) => {
    const measured = formatValue(value, units.get(indicator) ?? '');
    return `${indicator}, ${formatPeriod(period)}, ${series}: ${measured}, ${OBSERVATION_STATUS_WORDS[status].toLowerCase()}`;
  });
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
