import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Confidence, ReturnAct } from '../tables/quarterly-return.ts';

/** One act on a return, without its words. */
export interface ReturnActRow {
  quarter: string;
  recommendation: string;
  number: number;
  act: ReturnAct;
  confidence: Confidence | null;
  ownConfidence: Confidence | null;
  unchanged: number | null;
  /** Moment in UTC, ISO 8601. */
  recordedAt: string;
}

/** Every act on the returns that are asked for from a quarter on, by quarter, recommendation and number. */
export function listReturnActs(db: Kysely<Database>, from: string): Promise<ReturnActRow[]> {
  return db
    .selectFrom('returnRevision as revision')
    .innerJoin('quarterlyReturn as asked', (join) =>
      join
        .onRef('asked.quarter', '=', 'revision.quarter')
        .onRef('asked.recommendation', '=', 'revision.recommendation'),
    )
    .innerJoin('change', 'change.number', 'revision.change')
    .where('asked.endedChange', 'is', null)
    .where('revision.quarter', '>=', from)
    .select([
      'revision.quarter',
      'revision.recommendation',
      'revision.number',
      'revision.act',
      'revision.confidence',
      'revision.ownConfidence',
      'revision.unchanged',
      'change.recordedAt',
    ])
    .orderBy('revision.quarter')
    .orderBy('revision.recommendation')
    .orderBy('revision.number')
    .execute();
}
