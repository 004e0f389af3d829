import { latenessOf } from '#app/domain/lateness.ts';
import { type Fact, milestoneAsAt } from '#app/domain/milestone-status.ts';
import type { MilestoneView, RecommendationView, RecordAsAt } from '#app/domain/record/record.ts';

const FROM_MEMORY = { confirmation: 'memory', source: null } as const;

/** One row of a milestone's facts: what it is, its date, and when it was said. */
export type FactRow = [kind: Fact['kind'], value: string | null, saidOn: string];

/** A milestone with those facts, as pages show it on a day. */
export function aMilestone(rows: FactRow[], day: string, fields: Partial<MilestoneView> = {}): MilestoneView {
  const facts = rows.map(([kind, value, saidOn], i) => ({ number: i + 1, kind, value, saidOn, replaces: null }));
  const state = milestoneAsAt(facts, day);
  if (!state) throw new Error(`Nothing had been promised by ${day}`);
  const { status, firstDate, latestDate, outcome } = state;
  return {
    code: 'A-1.1',
    recommendation: 'A-1',
    theme: 'A',
    title: 'A promise',
    note: null,
    status,
    firstDate,
    latestDate,
    outcome: outcome?.value ? { kind: outcome.kind, date: outcome.value } : null,
    lateness: latenessOf(state),
    noOutcomeFound: status === 'date passed',
    facts: facts.map((fact) => ({ ...fact, asPublished: null, note: null, replacedBy: null, ...FROM_MEMORY })),
    ...FROM_MEMORY,
    ...fields,
  };
}

/** A recommendation that nobody has judged, unless the fields say so. */
export function aRecommendation(fields: Partial<RecommendationView> = {}): RecommendationView {
  return {
    code: 'A-1',
    theme: 'A',
    title: 'Do something',
    summary: 'Something done.',
    target: null,
    targetDue: null,
    doneWhen: null,
    placeInSource: null,
    note: null,
    stage: null,
    organisations: [],
    ...FROM_MEMORY,
    ...fields,
  };
}

/** A stage with its reason, judged on 23 November 2026. */
export function judged(stage: NonNullable<RecommendationView['stage']>['stage']): RecommendationView['stage'] {
  return { stage, judgedOn: '2026-11-23', judgedBy: 'compilers', reason: 'Because' };
}

/** A record of two themes, A and the governance of XCUT, on 23 November 2026. */
export function aRecord(fields: Partial<RecordAsAt> = {}): RecordAsAt {
  const theme = { aim: 'An aim', goals: [], placeInReport: null, parent: null, depth: 0 };
  return {
    strategy: {
      code: 'S',
      name: 'A strategy',
      shortName: 'S',
      author: 'Somebody',
      publishedOn: '2017-08-30',
      succeededBy: null,
      assessedOn: '2026-11-23',
      assessedBy: 'compilers',
      about: 'About it',
    },
    day: '2026-11-23',
    isToday: true,
    view: 'publication',
    themes: [
      { ...theme, code: 'A', name: 'Data', crossCutting: false },
      { ...theme, code: 'XCUT', name: 'Governance', crossCutting: true },
    ],
    recommendations: [],
    milestones: [],
    ...fields,
  };
}
