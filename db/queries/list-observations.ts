import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { SourceType } from '../tables/source.ts';

/** One measured value with the source that it names; the columns of the source are null where it names none. */
export type ObservationRow = Selectable<Database['observation']> & {
  sourceTitle: string | null;
  sourcePublisher: string | null;
  sourceType: SourceType | null;
  sourceUrl: string | null;
  sourcePublishedOn: string | null;
};

/** Every observation, replaced ones too, of all indicators, of those of some themes or of one, that rest on one source, or that came with one change. */
export function listObservations(
  db: Kysely<Database>,
  {
    themes,
    source,
    indicator,
    change,
  }: { themes?: readonly string[]; source?: string; indicator?: string; change?: number } = {},
): Promise<ObservationRow[]> {
  return db
    .selectFrom('observation')
    .innerJoin('indicator', 'indicator.code', 'observation.indicator')
    .leftJoin('source', 'source.code', 'observation.source')
    .selectAll('observation')
    .select([
      'source.title as sourceTitle',
      'source.publisher as sourcePublisher',
      'source.type as sourceType',
      'source.url as sourceUrl',
      'source.publishedOn as sourcePublishedOn',
    ])
    .$if(themes !== undefined, (query) => query.where('indicator.theme', 'in', themes ?? []))
    .$if(source !== undefined, (query) => query.where('observation.source', '=', source ?? ''))
    .$if(indicator !== undefined, (query) => query.where('observation.indicator', '=', indicator ?? ''))
    .$if(change !== undefined, (query) => query.where('observation.change', '=', change ?? 0))
    .orderBy('indicator.position')
    .orderBy('observation.number')
    .execute();
}
