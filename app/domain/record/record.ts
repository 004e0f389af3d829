import type { Bearing } from '#db/tables/event.ts';
import type { FactKind } from '#db/tables/milestone-fact.ts';
import type { MilestoneStatus } from '#db/tables/position.ts';
import type { ResponsibilityBasis, ResponsibilityRole } from '#db/tables/responsibility.ts';
import type { Confirmation, SourceType } from '#db/tables/source.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import type { View } from '../as-at.ts';
import type { Lateness } from '../lateness.ts';
import type { Day, PartialDate } from '../partial-date.ts';

/**
 * The record as it stood on one day, in the shape that pages, figures and downloads share.
 * Every array is in the strategy's own order, a theme before what is inside it. One record serves many requests, so nothing in it is ever changed.
 */
export interface RecordAsAt {
  strategy: StrategyView;
  day: Day;
  /** False when an earlier day was asked for: notes written with hindsight are then left out. */
  isToday: boolean;
  view: View;
  /** As in AsAt: a quarter whose returns count as published. */
  publishing?: string;
  themes: readonly ThemeView[];
  recommendations: readonly RecommendationView[];
  milestones: readonly MilestoneView[];
}

export interface StrategyView {
  code: string;
  name: string;
  shortName: string;
  author: string;
  publishedOn: Day;
  /** Null on a day before today: it is later history. */
  succeededBy: string | null;
  assessedOn: Day;
  assessedBy: string;
  about: string;
}

export interface ThemeView {
  code: string;
  name: string;
  aim: string;
  goals: string[];
  placeInReport: string | null;
  /** The theme that it is part of, and how many it is inside: 0 for most. */
  parent: string | null;
  depth: number;
  /** Governance, which is not one of the themes. */
  crossCutting: boolean;
}

/** Where a statement was seen. The title is withheld on a day before the source was published. */
export interface SourceRef {
  code: string;
  title: string;
  publisher: string;
  type: SourceType;
  url: string | null;
}

/** How sure a statement is, and where it was seen. */
export interface Provenance {
  confirmation: Confirmation;
  source: SourceRef | null;
}

export interface OrganisationRef {
  code: string;
  name: string;
  shortName: string | null;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
  /** When the body ended, if that was on or before the day. */
  ended: PartialDate | null;
  /** Who took over from it, if it ended. */
  successors: { code: string; name: string; shortName: string | null }[];
}

export interface RecommendationView extends Provenance {
  code: string;
  theme: string;
  title: string;
  summary: string;
  target: string | null;
  targetDue: PartialDate | null;
  doneWhen: string | null;
  placeInSource: string | null;
  note: string | null;
  /** The judgement that stood on the day; null when none had been made. */
  stage: StageView | null;
  organisations: OrganisationRef[];
}

export interface StageView {
  stage: Stage;
  judgedOn: Day;
  judgedBy: string;
  reason: string;
}

export interface FactView extends Provenance {
  number: number;
  kind: FactKind;
  value: PartialDate | null;
  /** The date in the words of its source, where it has others. */
  asPublished: string | null;
  saidOn: PartialDate;
  note: string | null;
  replaces: number | null;
  replacedBy: number | null;
}

export interface MilestoneView extends Provenance {
  code: string;
  recommendation: string;
  theme: string;
  title: string;
  note: string | null;
  status: MilestoneStatus;
  firstDate: PartialDate | null;
  latestDate: PartialDate | null;
  outcome: { kind: FactKind; date: PartialDate } | null;
  lateness: Lateness;
  /** False when later facts show how it went on: then "no outcome found" would not be true. */
  noOutcomeFound: boolean;
  /** The dates and outcomes that count on the day, in the order in which they were said. */
  facts: FactView[];
}

export interface EventView extends Provenance {
  code: string;
  recommendation: string;
  alsoBearsOn: string[];
  milestone: string | null;
  happenedOn: PartialDate;
  title: string;
  bearing: Bearing;
  note: string | null;
}
