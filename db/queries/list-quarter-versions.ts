import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** A version of a closed quarter, and what of it was published. */
export interface QuarterVersionRow {
  quarter: string;
  number: number;
  /** Why it was corrected; null for the first. */
  reason: string | null;
  change: number;
  /** When it was made: moment in UTC, ISO 8601. */
  madeAt: string;
  /** Who made it; null for nobody signed in. */
  person: string | null;
  /** JSON list of the fields that were published, and when; null while it is not published. */
  fields: string | null;
  publishedAt: string | null;
}

/** Every version of one closed quarter, or of all, by quarter, the oldest first. */
export function listQuarterVersions(db: Kysely<Database>, quarter?: string): Promise<QuarterVersionRow[]> {
  return db
    .selectFrom('quarterVersion as version')
    .innerJoin('change as made', 'made.number', 'version.change')
    .leftJoin('person', 'person.id', 'made.person')
    .leftJoin('publication', (join) =>
      join.onRef('publication.quarter', '=', 'version.quarter').onRef('publication.version', '=', 'version.number'),
    )
    .leftJoin('change as published', 'published.number', 'publication.change')
    .$if(quarter !== undefined, (query) => query.where('version.quarter', '=', quarter ?? ''))
    .select([
      'version.quarter',
      'version.number',
      'version.reason',
      'version.change',
      'made.recordedAt as madeAt',
      'person.name as person',
      'publication.fields',
      'published.recordedAt as publishedAt',
    ])
    .orderBy('version.quarter')
    .orderBy('version.number')
    .execute();
}
