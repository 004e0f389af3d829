import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface MilestoneRow {
  code: string;
  recommendation: string;
  position: number;
  title: string;
  note: string | null;
}

/** Every milestone with its standing text, in the strategy's order. */
export function listMilestones(db: Kysely<Database>): Promise<MilestoneRow[]> {
  return db
    .selectFrom('milestone')
    .innerJoin('recommendation', 'recommendation.code', 'milestone.recommendation')
    .innerJoin('theme', 'theme.code', 'recommendation.theme')
    .innerJoin('milestoneRevision as revision', 'revision.milestone', 'milestone.code')
    .where('revision.number', '=', ({ selectFrom }) =>
      selectFrom('milestoneRevision as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.milestone', '=', 'milestone.code'),
    )
    .select(['milestone.code', 'milestone.recommendation', 'milestone.position', 'revision.title', 'revision.note'])
    .orderBy('theme.position')
    .orderBy('recommendation.position')
    .orderBy('milestone.position')
    .execute();
}
