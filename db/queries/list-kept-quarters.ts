import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterState } from '../tables/quarter.ts';

export interface KeptQuarter {
  code: string;
  state: QuarterState;
  /** 1 when positions of it are kept. */
  hasPositions: number;
}

/** Every quarter that has a row, oldest first, and whether it has positions. */
export function listKeptQuarters(db: Kysely<Database>): Promise<KeptQuarter[]> {
  return db
    .selectFrom('quarter')
    .select((eb) => [
      'quarter.code',
      'quarter.state',
      eb
        .or([
          eb.exists(
            eb.selectFrom('milestonePosition as m').select('m.quarter').whereRef('m.quarter', '=', 'quarter.code'),
          ),
          eb.exists(
            eb.selectFrom('recommendationPosition as r').select('r.quarter').whereRef('r.quarter', '=', 'quarter.code'),
          ),
        ])
        .$castTo<number>()
        .as('hasPositions'),
    ])
    .orderBy('quarter.code')
    .execute();
}
