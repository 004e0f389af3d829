import type { DateKind, FactKind, MilestoneFactTable, OutcomeKind } from '#db/tables/milestone-fact.ts';
import { DATE_KINDS, OUTCOME_KINDS } from '#db/tables/milestone-fact.ts';
import type { MilestoneStatus } from '#db/tables/position.ts';
import { type Day, firstDay, lastDay, type PartialDate } from './partial-date.ts';

/** What the rules need to know of a fact; every row of `milestone_fact` has it. */
export type Fact = Pick<MilestoneFactTable, 'number' | 'kind' | 'value' | 'saidOn' | 'replaces'>;

export interface MilestoneState<F extends Fact = Fact> {
  status: MilestoneStatus;
  firstDate: PartialDate | null;
  /** The latest date announced; null when none was, or when it was taken back. */
  latestDate: PartialDate | null;
  /** The outcome that counts on the day, if any. */
  outcome: F | null;
  /** The fact that the status rests on: the outcome, else the latest date. Null for a milestone with no facts. */
  restsOn: F | null;
}

/** Whether a fact of this kind says when something is due. */
export function isDateKind(kind: FactKind): kind is DateKind {
  return (DATE_KINDS as readonly string[]).includes(kind);
}

/** Whether a fact of this kind says how a promise ended. */
export function isOutcomeKind(kind: FactKind): kind is OutcomeKind {
  return (OUTCOME_KINDS as readonly string[]).includes(kind);
}

/** The facts that no later row replaces. */
export function standingFacts<F extends Fact>(facts: readonly F[]): F[] {
  const replaced = new Set(facts.map((fact) => fact.replaces));
  return facts.filter((fact) => !replaced.has(fact.number));
}

function latestBy<F extends Fact>(facts: readonly F[], order: (fact: F) => string): F | null {
  return facts.reduce<F | null>((best, fact) => {
    if (!best) return fact;
    const [a, b] = [order(best), order(fact)];
    return b > a || (b === a && fact.number > best.number) ? fact : best;
  }, null);
}

/** The dates said on or before the day, and the outcomes whose period had ended by it, among the facts that stand. */
export function factsAsAt<F extends Fact>(facts: readonly F[], day: Day): F[] {
  return standingFacts(facts).filter((fact) =>
    isOutcomeKind(fact.kind) ? lastDay(fact.value ?? fact.saidOn) <= day : firstDay(fact.saidOn) <= day,
  );
}

const OUTCOME_STATUS: Record<Exclude<OutcomeKind, 'met'>, MilestoneStatus> = {
  withdrawn: 'withdrawn',
  missed: 'not met',
  'partly met': 'partly met',
  're-measured': 'met by re-measurement',
};

/**
 * How a milestone stands on a day (docs/method.md, "Milestone status"): the outcome if its period has ended by then, else the latest
 * date said by then against the day and the first date. Uses everything recorded since, but nothing that another fact
 * replaces. Null when nothing had been promised by that day. A milestone for which nothing is recorded has no date.
 */
export function milestoneAsAt<F extends Fact>(facts: readonly F[], day: Day): MilestoneState<F> | null {
  if (facts.length === 0) return { status: 'no date', firstDate: null, latestDate: null, outcome: null, restsOn: null };

  const counted = factsAsAt(facts, day);
  if (counted.length === 0) return null;
  const outcome = latestBy(
    counted.filter((fact) => isOutcomeKind(fact.kind)),
    (fact) => lastDay(fact.value ?? fact.saidOn),
  );
  const latest = latestBy(
    counted.filter((fact) => isDateKind(fact.kind)),
    (fact) => firstDay(fact.saidOn),
  );
  // An outcome is judged against the first date even when that date was only said to us later.
  const baseline = (outcome ? standingFacts(facts) : counted).find((fact) => fact.kind === 'baseline');
  const firstDate = baseline?.value ?? null;
  const latestDate = latest?.value ?? null;
  return {
    status: outcome ? statusOfOutcome(outcome, firstDate) : statusOfDate(firstDate, latestDate, day),
    firstDate,
    latestDate,
    outcome,
    restsOn: outcome ?? latest,
  };
}

function statusOfOutcome(outcome: Fact, firstDate: PartialDate | null): MilestoneStatus {
  if (outcome.kind !== 'met') return OUTCOME_STATUS[outcome.kind as Exclude<OutcomeKind, 'met'>];
  const late = firstDate !== null && lastDay(outcome.value ?? outcome.saidOn) > lastDay(firstDate);
  return late ? 'done late' : 'done by its first date';
}

function statusOfDate(firstDate: PartialDate | null, latestDate: PartialDate | null, day: Day): MilestoneStatus {
  if (latestDate === null) return 'no date';
  if (lastDay(latestDate) < day) return 'date passed';
  if (firstDate !== null && lastDay(latestDate) > lastDay(firstDate)) return 'due later than first promised';
  return 'on course';
}
