import type { Kysely } from 'kysely';
import { listCommissions } from '#db/queries/find-commission.ts';
import { listReturnActs } from '#db/queries/list-return-acts.ts';
import type { Database } from '#db/schema.ts';
import { londonDay } from '../clock.ts';
import { readAskedReturns } from '../commission/progress-page.server.ts';
import type { Day } from '../partial-date.ts';
import { type Arrival, type Punctuality, punctuality } from './punctuality.ts';
import { QUARTERS_SHOWN } from './read-ratings.server.ts';

/** Figure 9: punctuality in the last eight quarters that were commissioned, newest first. For the office alone. */
export async function readPunctuality(db: Kysely<Database>, today: Day): Promise<Punctuality[]> {
  const quarters = (await listCommissions(db)).map(({ quarter }) => quarter).slice(0, QUARTERS_SHOWN);
  const acts = await listReturnActs(db, quarters.at(-1) ?? '');
  const arrivals: Arrival[] = [];
  for (const quarter of quarters)
    for (const { recommendation, deadline } of await readAskedReturns(db, quarter, today)) {
      const own = acts.filter((act) => act.quarter === quarter && act.recommendation === recommendation);
      const first = own.find(({ act }) => act === 'submitted');
      arrivals.push({
        quarter,
        cameOn: first ? londonDay(new Date(first.recordedAt)) : null,
        dueOn: deadline,
        missing: own.at(-1)?.act === 'missing',
      });
    }
  return punctuality(arrivals);
}
