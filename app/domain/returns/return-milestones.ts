import type { Confidence } from '#db/tables/quarterly-return.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLastDay } from '../quarter.ts';
import type { FactView, MilestoneView } from '../record/record.ts';
import type { AskedMilestone } from './return-fields.ts';
import type { RulesContext } from './return-rules.ts';

/** A milestone on the page of a return. */
export interface ReturnMilestone extends MilestoneView {
  isOpen: boolean;
  /** The facts that count today and rest on memory: the owner is asked whether they are right. */
  fromMemory: FactView[];
}

export interface AskedMilestones {
  all: ReturnMilestone[];
  /** What of them the form asks about. */
  asked: AskedMilestone[];
}

/** What a return asks of a recommendation's milestones: dates and outcomes while they are open, facts from memory always. */
export function askedMilestones(milestones: readonly MilestoneView[]): AskedMilestones {
  const all = milestones.map((milestone) => ({
    ...milestone,
    isOpen: milestone.outcome === null,
    fromMemory: milestone.facts.filter(({ confirmation }) => confirmation === 'memory'),
  }));
  const asked = all.map(({ code, isOpen, fromMemory }) => ({
    code,
    isOpen,
    facts: fromMemory.map(({ number }) => number),
  }));
  return { all, asked };
}

/** What the answers of a return are held against. */
export function rulesContext(
  { all }: AskedMilestones,
  about: { quarter: Quarter; today: Day; lastConfidence: Confidence | null; stage: Stage | null },
): RulesContext {
  const { quarter, today, lastConfidence, stage } = about;
  const milestones = all.filter(({ isOpen }) => isOpen);
  return { today, quarterEnd: quarterLastDay(quarter), lastConfidence, stage, milestones };
}
