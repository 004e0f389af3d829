import type { Kysely } from 'kysely';
import { findDemonstration } from '#db/queries/find-demonstration.ts';
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

/** The day that this database's demonstration was made; null in a database that is none. */
export async function findDemonstrationDay(db: Kysely<Database>): Promise<Day | null> {
  return (await findDemonstration(db)) ?? null;
}

/** The strategy itself, for the page about the record. */
export function readStrategy(db: Kysely<Database>): Promise<Strategy> {
  return findStrategy(db);
}
