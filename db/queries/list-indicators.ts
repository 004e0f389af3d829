import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

export type IndicatorRow = Selectable<Database['indicator']>;

/** Every indicator, or those of some themes, in the strategy's order. */
export function listIndicators(db: Kysely<Database>, themes?: readonly string[]): Promise<IndicatorRow[]> {
  return db
    .selectFrom('indicator')
    .selectAll()
    .$if(themes !== undefined, (query) => query.where('theme', 'in', themes ?? []))
    .orderBy('position')
    .execute();
}
