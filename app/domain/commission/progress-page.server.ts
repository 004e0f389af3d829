import type { Kysely } from 'kysely';
import { type CommissionRow, findCommission } from '#db/queries/find-commission.ts';
import { listExtensionReasons } from '#db/queries/list-extension-reasons.ts';
import { listReturns, type ReturnRow } from '#db/queries/list-returns.ts';
import { listUnchangedReturns } from '#db/queries/list-unchanged-returns.ts';
import type { Database } from '#db/schema.ts';
import type { QuarterState } from '#db/tables/quarter.ts';
import { whyNotClosed } from '../closing/closing-rules.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import type { RecordAsAt } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { isClosed, isWithOwner, RETURN_STATES, type ReturnState, returnState } from '../returns/return-state.ts';
import { type OwnerInWords, readOwnersInWords } from './owners.server.ts';

/** A return of a commission, as the office looks at it. */
export interface AskedReturn {
  recommendation: string;
  title: string;
  owner: OwnerInWords | null;
  state: ReturnState;
  /** As extended for the owner's post. */
  deadline: Day;
  /** It has passed while the return is with its owner, and the quarter is not closed. */
  isLate: boolean;
  /** Something was done with it, so that it cannot be taken out of the commission. */
  isUsed: boolean;
}

/** How a commissioned quarter stands. */
export interface ProgressPage {
  quarter: Quarter;
  label: string;
  state: QuarterState;
  /** Of the commission, before any extension. */
  deadline: Day;
  counts: { state: ReturnState; returns: number }[];
  returns: AskedReturn[];
  /** The number of the act that each waits with. */
  unchanged: (AskedReturn & { seen: number })[];
  /** Recommendations that are not asked, by theme. */
  notAsked: { theme: string; recommendations: { code: string; title: string }[] }[];
  /** Posts that own a return of it. */
  posts: { post: number; words: string }[];
  extensions: { post: number; number: number; deadline: Day; reason: string | null }[];
  /** It is commissioned: recommendations can be added and taken out, deadlines extended. */
  isOpen: boolean;
  /** What still comes is kept as late. */
  isClosed: boolean;
  /** Why it cannot be closed; null when it can. */
  whyNotClosed: string | null;
}

/** How a commissioned quarter stands on a day; null when it was never commissioned. */
export async function readProgress(db: Kysely<Database>, quarter: Quarter, today: Day): Promise<ProgressPage | null> {
  const commission = await findCommission(db, quarter);
  if (!commission) return null;
  const record = await readRecordAsAt(db, { day: today, isToday: true, view: 'internal' });
  const extensions = await listExtensionReasons(db, quarter);
  const returns = await readAskedReturns(db, quarter, today);
  return {
    quarter,
    label: quarterLabel(quarter),
    ...standing(commission, today),
    counts: RETURN_STATES.map((state) => ({ state, returns: returns.filter((each) => each.state === state).length })),
    returns,
    unchanged: (await listUnchangedReturns(db, quarter)).flatMap(({ recommendation, number }) =>
      returns.filter((each) => each.recommendation === recommendation).map((each) => ({ ...each, seen: number })),
    ),
    notAsked: notAsked(record, returns),
    posts: [...new Map(returns.flatMap(({ owner }) => (owner ? [[owner.post, owner.words] as const] : [])))]
      .map(([post, words]) => ({ post, words }))
      .sort((a, b) => a.words.localeCompare(b.words)),
    extensions,
  };
}

function standing(commission: CommissionRow, today: Day) {
  const { state, deadline } = commission;
  return {
    ...{ state, deadline, isOpen: state === 'commissioned', isClosed: isClosed(state) },
    whyNotClosed: whyNotClosed(commission, today),
  };
}

/** Every return that is asked for a quarter, in the strategy's order. */
export async function readAskedReturns(db: Kysely<Database>, quarter: Quarter, today: Day): Promise<AskedReturn[]> {
  const record = await readRecordAsAt(db, { day: today, isToday: true, view: 'internal' });
  const rows = new Map((await listReturns(db, quarter)).map((row) => [row.recommendation, row]));
  const owners = await readOwnersInWords(db, today);
  const extended = new Map((await listExtensionReasons(db, quarter)).map(({ post, deadline }) => [post, deadline]));
  return record.recommendations.flatMap(({ code, title }) => {
    const row = rows.get(code);
    if (!row) return [];
    const owner = owners.get(code) ?? null;
    const deadline = (owner && extended.get(owner.post)) ?? row.deadline;
    return [{ recommendation: code, title, owner, deadline, ...stateOf(row, deadline, today) }];
  });
}

function stateOf({ lastAct, draftVersion, quarterState }: ReturnRow, deadline: Day, today: Day) {
  const state = returnState(lastAct === null ? [] : [lastAct], draftVersion !== null);
  const isLate = isWithOwner(state) && deadline < today && !isClosed(quarterState);
  return { state, isLate, isUsed: lastAct !== null };
}

function notAsked({ themes, recommendations }: RecordAsAt, returns: AskedReturn[]): ProgressPage['notAsked'] {
  const asked = new Set(returns.map(({ recommendation }) => recommendation));
  return themes.flatMap((theme) => {
    const left = recommendations.filter(({ code, theme: own }) => own === theme.code && !asked.has(code));
    if (left.length === 0) return [];
    return [{ theme: theme.name, recommendations: left.map(({ code, title }) => ({ code, title })) }];
  });
}
