import type { Kysely } from 'kysely';
import { listLateSubmissions } from '#db/queries/list-late-submissions.ts';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import { londonDay } from '../clock.ts';
import type { Day } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';
import { type ReturnState, returnState } from '../returns/return-state.ts';

/** A return that was submitted after its quarter had been closed. */
export interface LateReturn {
  quarter: Quarter;
  recommendation: string;
  /** The last day in the span on which it was submitted, in London. */
  submittedOn: Day;
  /** How it stands now. */
  state: ReturnState;
}

/** The returns of closed quarters that were submitted from one day to another, both included; each once, by when. */
export async function readLateReturns(db: Kysely<Database>, from: Day, until: Day): Promise<LateReturn[]> {
  const states = new Map((await listReturns(db)).map((row) => [keyOf(row), row]));
  const late = new Map<string, LateReturn>();
  for (const { quarter, recommendation, recordedAt } of await listLateSubmissions(db)) {
    const submittedOn = londonDay(new Date(recordedAt));
    const row = states.get(keyOf({ quarter, recommendation }));
    if (!row || submittedOn < from || submittedOn > until) continue;
    const state = returnState(row.lastAct === null ? [] : [row.lastAct], row.draftVersion !== null);
    late.set(keyOf(row), { quarter, recommendation, submittedOn, state });
  }
  return [...late.values()];
}

const keyOf = ({ quarter, recommendation }: { quarter: Quarter; recommendation: string }): string =>
  `${quarter} ${recommendation}`;
