import type { Kysely } from 'kysely';
import { findStrategy, type Strategy } from '#db/queries/find-strategy.ts';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';

/** What the frame of every page says of the strategy. */
export async function readStrategySummary(
  db: Kysely<Database>,
): Promise<{ name: string; shortName: string; publishedOn: Day }> {
  const { name, shortName, publishedOn } = await findStrategy(db);
  return { name, shortName, publishedOn };
}

/** The day the strategy was published: no page can be asked for an earlier one. */
export async function readStrategyStart(db: Kysely<Database>): Promise<Day> {
  return (await findStrategy(db)).publishedOn;
}

/** The strategy itself, for the page about the record. */
export function readStrategy(db: Kysely<Database>): Promise<Strategy> {
  return findStrategy(db);
}
