import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { HealthDimension } from '../tables/partnership-health.ts';

/** What one look at a partnership says of one dimension. */
export interface PartnershipHealthRow {
  number: number;
  notedOn: string;
  dimension: HealthDimension;
  words: string;
  evidence: string;
  person: string | null;
}

/** What was noted of a partnership's health, the newest day first; of one day, what was noted last. */
export function listPartnershipHealth(db: Kysely<Database>, partnership: string): Promise<PartnershipHealthRow[]> {
  return db
    .selectFrom('partnershipHealth as health')
    .innerJoin('partnershipHealthWords as said', (join) =>
      join.onRef('said.partnership', '=', 'health.partnership').onRef('said.number', '=', 'health.number'),
    )
    .innerJoin('change', 'change.number', 'health.change')
    .leftJoin('person', 'person.id', 'change.person')
    .where('health.partnership', '=', partnership)
    .select(['health.number', 'health.notedOn', 'said.dimension', 'said.words', 'said.evidence'])
    .select('person.name as person')
    .orderBy('health.notedOn', 'desc')
    .orderBy('health.number', 'desc')
    .execute();
}
