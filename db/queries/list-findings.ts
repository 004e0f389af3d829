import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface FindingRow {
  code: string;
  source: string;
  text: string;
}

/** What reports found about how partnerships work, in the order of the record. */
export function listFindings(db: Kysely<Database>): Promise<FindingRow[]> {
  return db.selectFrom('finding').select(['code', 'source', 'text']).orderBy('position').execute();
}
