import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Numbers of the changes that brought a return into the record after the last published version of its quarter was made,
 * as a query to ask further from. `publishing` is a quarter that counts as published with all its returns.
 */
export function heldAcceptances(db: Kysely<Database>, publishing: string) {
  return db
    .selectFrom('change')
    .where('change.kind', '=', 'return accepted')
    .where('change.quarter', '!=', publishing)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('publication')
            .innerJoin('quarterVersion', (join) =>
              join
                .onRef('quarterVersion.quarter', '=', 'publication.quarter')
                .onRef('quarterVersion.number', '=', 'publication.version'),
            )
            .whereRef('publication.quarter', '=', 'change.quarter')
            .whereRef('quarterVersion.change', '>', 'change.number')
            .select('publication.version'),
        ),
      ),
    )
    .select('change.number');
}
