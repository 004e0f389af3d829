import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterFileTable } from '../tables/quarter-version.ts';

/** A file of a frozen quarter without its bytes. */
export interface QuarterFileRow extends Omit<QuarterFileTable, 'bytes'> {
  /** How many bytes it has. */
  size: number;
}

/** The files of one version of a quarter, or of all, in the order of their keys. */
export function listQuarterFiles(
  db: Kysely<Database>,
  of?: { quarter: string; version: number },
): Promise<QuarterFileRow[]> {
  return db
    .selectFrom('quarterFile')
    .$if(of !== undefined, (query) =>
      query.where('quarter', '=', of?.quarter ?? '').where('version', '=', of?.version ?? 0),
    )
    .select(({ fn }) => [
      'quarter',
      'version',
      'audience',
      'name',
      'mediaType',
      'sha256',
      fn<number>('length', ['bytes']).as('size'),
    ])
    .orderBy('quarter')
    .orderBy('version')
    .orderBy('audience')
    .orderBy('name')
    .execute();
}
