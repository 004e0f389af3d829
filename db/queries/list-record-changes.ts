import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import type { ChangeKind } from '../tables/change.ts';

/** One change as it touched one subject. */
export interface RecordChangeRow {
  number: number;
  recordedAt: string;
  kind: ChangeKind;
  reason: string | null;
  person: string | null;
  /** The person, when their name is not shown to signed-out readers. */
  nameRemoved: number | null;
  /** The milestone that a fact was recorded for, or null when the recommendation itself was touched. */
  milestone: string | null;
  fact: number | null;
}

/** The changes that touched a recommendation, its stage or its milestones, newest first. */
export async function listRecommendationChanges(db: Kysely<Database>, code: string): Promise<RecordChangeRow[]> {
  const own = db
    .selectFrom('recommendation')
    .where('code', '=', code)
    .select(['change', sql<string | null>`null`.as('milestone'), sql<number | null>`null`.as('fact')]);
  const facts = db
    .selectFrom('milestoneFact')
    .innerJoin('milestone', 'milestone.code', 'milestoneFact.milestone')
    .where('milestone.recommendation', '=', code)
    .select(['milestoneFact.change', 'milestoneFact.milestone', 'milestoneFact.number as fact']);
  return db
    .selectFrom(own.unionAll(facts).as('touched'))
    .innerJoin('change', 'change.number', 'touched.change')
    .leftJoin('person', 'person.id', 'change.person')
    .leftJoin('removedName', 'removedName.person', 'change.person')
    .select([
      'change.number',
      'change.recordedAt',
      'change.kind',
      'change.reason',
      'person.name as person',
      'removedName.person as nameRemoved',
      'touched.milestone',
      'touched.fact',
    ])
    .orderBy('change.number', 'desc')
    .orderBy('touched.milestone')
    .orderBy('touched.fact')
    .execute();
}
