import type { Kysely } from 'kysely';
import type { Database, StageJudgement } from '../schema.ts';

/** Every stage judgement of one recommendation, or of all, by recommendation and number. */
export function listStageJudgements(db: Kysely<Database>, recommendation?: string): Promise<StageJudgement[]> {
  return db
    .selectFrom('stageJudgement')
    .selectAll()
    .$if(recommendation !== undefined, (query) => query.where('recommendation', '=', recommendation ?? ''))
    .orderBy('recommendation')
    .orderBy('number')
    .execute();
}
