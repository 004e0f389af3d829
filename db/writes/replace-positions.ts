import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import { insertRows } from './insert-rows.ts';

/** Puts new positions of one milestone in the place of those it had in the same quarters. */
export async function replaceMilestonePositions(
  trx: Transaction<Database>,
  milestone: string,
  quarters: string[],
  positions: Insertable<Database['milestonePosition']>[],
): Promise<void> {
  if (quarters.length === 0) return;
  await trx
    .deleteFrom('milestonePosition')
    .where('milestone', '=', milestone)
    .where('quarter', 'in', quarters)
    .execute();
  await insertRows(trx, 'milestonePosition', positions);
}

/** The same for the positions of one recommendation. */
export async function replaceRecommendationPositions(
  trx: Transaction<Database>,
  recommendation: string,
  quarters: string[],
  positions: Insertable<Database['recommendationPosition']>[],
): Promise<void> {
  if (quarters.length === 0) return;
  await trx
    .deleteFrom('recommendationPosition')
    .where('recommendation', '=', recommendation)
    .where('quarter', 'in', quarters)
    .execute();
  await insertRows(trx, 'recommendationPosition', positions);
}

/** Puts new positions of everything in the place of those that one quarter had. */
export async function replaceQuarterPositions(
  trx: Transaction<Database>,
  quarter: string,
  positions: {
    milestones: Insertable<Database['milestonePosition']>[];
    recommendations: Insertable<Database['recommendationPosition']>[];
  },
): Promise<void> {
  await trx.deleteFrom('milestonePosition').where('quarter', '=', quarter).execute();
  await trx.deleteFrom('recommendationPosition').where('quarter', '=', quarter).execute();
  await insertRows(trx, 'milestonePosition', positions.milestones);
  await insertRows(trx, 'recommendationPosition', positions.recommendations);
}
