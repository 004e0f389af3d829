import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import type { IndicatorView, ObservationView } from './indicator.ts';
import { readIndicatorPage } from './indicators.server.ts';
import { readKnownIndicators } from './known-values.server.ts';
import { endOfChain } from './value-rules.ts';

/** What the form that records a value is filled from. */
export interface ValueForm {
  indicator: IndicatorView;
  /** The value to restate: the one that stands in place of the one asked for. */
  restated: ObservationView | null;
  /** Number of the newest value. */
  newest: number;
}

/** The form of an indicator; undefined for a code that none has. `asked` is the number of a value to restate, as it was typed. */
export async function readValueForm(
  db: Kysely<Database>,
  code: string,
  asked: string | null,
  today: Day,
): Promise<ValueForm | undefined> {
  const page = await readIndicatorPage(db, code, { day: today, isToday: true, view: 'internal' });
  const known = (await readKnownIndicators(db, code))[0]?.known;
  if (!page || !known) return undefined;
  const { indicator } = page;
  const stands = asked && /^\d{1,9}$/.test(asked) ? endOfChain(known, Number(asked)) : undefined;
  const restated = indicator.values.find(({ number }) => number === stands?.number) ?? null;
  return { indicator, restated, newest: known.at(-1)?.number ?? 0 };
}
