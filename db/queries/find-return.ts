import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterState } from '../tables/quarter.ts';

export interface FoundReturn {
  quarter: string;
  recommendation: string;
  quarterState: QuarterState;
  /** Of the commission, before any extension. */
  deadline: string;
}

/** The return asked for of a recommendation for a quarter; undefined when none was, or it was taken out again. */
export function findReturn(
  db: Kysely<Database>,
  quarter: string,
  recommendation: string,
): Promise<FoundReturn | undefined> {
  return db
    .selectFrom('quarterlyReturn')
    .innerJoin('commission', 'commission.quarter', 'quarterlyReturn.quarter')
    .innerJoin('quarter', 'quarter.code', 'quarterlyReturn.quarter')
    .where('quarterlyReturn.quarter', '=', quarter)
    .where('quarterlyReturn.recommendation', '=', recommendation)
    .where('quarterlyReturn.endedChange', 'is', null)
    .select([
      'quarterlyReturn.quarter',
      'quarterlyReturn.recommendation',
      'quarter.state as quarterState',
      'commission.deadline',
    ])
    .executeTakeFirst();
}
