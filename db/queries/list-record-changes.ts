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
  /** The milestone that a fact or wording was recorded for, or null when the recommendation itself was touched. */
  milestone: string | null;
  fact: number | null;
  /** The name of the file that it came with. */
  fileName: string | null;
}

/** The changes that touched a recommendation, its text or stage, who answers for it, or its milestones, newest first. */
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
  const passed = db
    .selectFrom('responsibility')
    .innerJoin('change', 'change.number', 'responsibility.change')
    .where('responsibility.recommendation', '=', code)
    .where('change.kind', 'in', ['responsibility passed', 'strategy imported'])
    .select(['responsibility.change', sql<string | null>`null`.as('milestone'), sql<number | null>`null`.as('fact')]);
  const texts = db
    .selectFrom('recommendationRevision')
    .where('recommendation', '=', code)
    .where('number', '>', 1)
    .select(['change', sql<string | null>`null`.as('milestone'), sql<number | null>`null`.as('fact')]);
  const stages = db
    .selectFrom('stageJudgement')
    .where('recommendation', '=', code)
    .select(['change', sql<string | null>`null`.as('milestone'), sql<number | null>`null`.as('fact')]);
  const wordings = db
    .selectFrom('milestoneRevision')
    .innerJoin('milestone', 'milestone.code', 'milestoneRevision.milestone')
    .where('milestone.recommendation', '=', code)
    .where('milestoneRevision.number', '>', 1)
    .select(['milestoneRevision.change', 'milestoneRevision.milestone', sql<number | null>`null`.as('fact')]);
  return db
    .selectFrom(own.unionAll(facts).unionAll(passed).unionAll(texts).unionAll(stages).unionAll(wordings).as('touched'))
    .innerJoin('change', 'change.number', 'touched.change')
    .leftJoin('person', 'person.id', 'change.person')
    .leftJoin('removedName', 'removedName.person', 'change.person')
    .leftJoin('import', 'import.change', 'change.number')
    .select([
      'change.number',
      'change.recordedAt',
      'change.kind',
      'change.reason',
      'person.name as person',
      'removedName.person as nameRemoved',
      'touched.milestone',
      'touched.fact',
      'import.fileName',
    ])
    .orderBy('change.number', 'desc')
    .orderBy('touched.milestone')
    .orderBy('touched.fact')
    .execute();
}
