import { latenessOf } from '#app/domain/lateness.ts';
import { factsAsAt, milestoneAsAt } from '#app/domain/milestone-status.ts';
import type { MilestoneView } from '#app/domain/record/record.ts';
import type { FactKind } from '#db/tables/milestone-fact.ts';

interface Said {
  kind: FactKind;
  value: string | null;
  saidOn: string;
}

const FROM_MEMORY = { confirmation: 'memory' as const, source: null };

/** A milestone with these facts, in the order said, as pages show it on `day`. */
export function milestone(code: string, said: Said[], day = '2026-11-23'): MilestoneView {
  const facts = said.map((fact, i) => ({ ...fact, number: i + 1, note: null, replaces: null }));
  const state = milestoneAsAt(facts, day);
  if (!state) throw new Error(`Nothing had been promised for ${code} by ${day}`);
  const { status, firstDate, latestDate, outcome } = state;
  return {
    code,
    recommendation: code.replace(/\.\d+$/, ''),
    theme: code.replace(/-.*$/, ''),
    title: `The promise ${code}`,
    note: null,
    status,
    firstDate,
    latestDate,
    outcome: outcome?.value ? { kind: outcome.kind, date: outcome.value } : null,
    lateness: latenessOf(state),
    noOutcomeFound: status === 'date passed',
    ...FROM_MEMORY,
    facts: factsAsAt(facts, day).map((fact) => ({ ...fact, asPublished: null, replacedBy: null, ...FROM_MEMORY })),
  };
}
