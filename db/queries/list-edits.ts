import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** One version of a text, a wording or a stage, and the change that wrote it. */
export interface EditRow {
  change: number;
  what: 'text' | 'stage' | 'wording';
  recommendation: string;
  /** Of a wording. */
  milestone: string | null;
  number: number;
}

/** What was written by one change, or about one recommendation, since the strategy was loaded. */
export function listEdits(
  db: Kysely<Database>,
  { change, recommendation }: { change?: number; recommendation?: string },
): Promise<EditRow[]> {
  const texts = db
    .selectFrom('recommendationRevision')
    .select(['change', sql<EditRow['what']>`'text'`.as('what'), 'recommendation'])
    .select([sql<string | null>`null`.as('milestone'), 'number']);
  const stages = db
    .selectFrom('stageJudgement')
    .select(['change', sql<EditRow['what']>`'stage'`.as('what'), 'recommendation'])
    .select([sql<string | null>`null`.as('milestone'), 'number']);
  const wordings = db
    .selectFrom('milestoneRevision')
    .innerJoin('milestone', 'milestone.code', 'milestoneRevision.milestone')
    .select(['milestoneRevision.change', sql<EditRow['what']>`'wording'`.as('what'), 'milestone.recommendation'])
    .select(['milestoneRevision.milestone', 'milestoneRevision.number']);
  return db
    .selectFrom(texts.unionAll(stages).unionAll(wordings).as('edit'))
    .innerJoin('change', 'change.number', 'edit.change')
    .where('change.kind', '!=', 'strategy loaded')
    .$if(change !== undefined, (query) => query.where('edit.change', '=', change ?? 0))
    .$if(recommendation !== undefined, (query) => query.where('edit.recommendation', '=', recommendation ?? ''))
    .select(['edit.change', 'edit.what', 'edit.recommendation', 'edit.milestone', 'edit.number'])
    .orderBy('edit.change')
    .orderBy('edit.what')
    .orderBy('edit.milestone')
    .execute();
}
