import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { MilestoneStatus } from '../tables/position.ts';

export interface PositionCount {
  quarter: string;
  status: MilestoneStatus;
  milestones: number;
}

/** How many milestones stood at each status at the end of each quarter, of some themes or of all, without those named. */
export function countPositions(
  db: Kysely<Database>,
  themes?: readonly string[],
  without: readonly string[] = [],
): Promise<PositionCount[]> {
  return db
    .selectFrom('milestonePosition as position')
    .$if(themes !== undefined, (query) =>
      query
        .innerJoin('milestone', 'milestone.code', 'position.milestone')
        .innerJoin('recommendation', 'recommendation.code', 'milestone.recommendation')
        .where('recommendation.theme', 'in', themes ?? []),
    )
    .$if(without.length > 0, (query) => query.where('position.milestone', 'not in', without))
    .select(({ fn }) => ['position.quarter', 'position.status', fn.countAll<number>().as('milestones')])
    .groupBy(['position.quarter', 'position.status'])
    .orderBy('position.quarter')
    .execute();
}
