import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterState } from '../tables/quarter.ts';

export interface CommissionRow {
  quarter: string;
  /** Of the commission, before any extension. */
  deadline: string;
  state: QuarterState;
}

/** The commission of a quarter; undefined when it was never commissioned. */
export function findCommission(db: Kysely<Database>, quarter: string): Promise<CommissionRow | undefined> {
  return commissions(db).where('commission.quarter', '=', quarter).executeTakeFirst();
}

/** The commission that takes returns now, if there is one. */
export function findOpenCommission(db: Kysely<Database>): Promise<CommissionRow | undefined> {
  return commissions(db).where('quarter.state', '=', 'commissioned').executeTakeFirst();
}

/** Every commission there was, newest quarter first. */
export function listCommissions(db: Kysely<Database>): Promise<CommissionRow[]> {
  return commissions(db).orderBy('commission.quarter', 'desc').execute();
}

function commissions(db: Kysely<Database>) {
  return db
    .selectFrom('commission')
    .innerJoin('quarter', 'quarter.code', 'commission.quarter')
    .select(['commission.quarter', 'commission.deadline', 'quarter.state']);
}
