import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

export type IndicatorRow = Selectable<Database['indicator']>;

/** Every indicator, or those of one theme, in the strategy's order. */
export function listIndicators(db: Kysely<Database>, theme?: string): Promise<IndicatorRow[]> {
  return db
    .selectFrom('indicator')
    .selectAll()
    .$if(theme !== undefined, (query) => query.where('theme', '=', theme ?? ''))
    .orderBy('position')
    .execute();
}
