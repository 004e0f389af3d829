import type { MilestoneStatus } from '#db/tables/position.ts';
import { isDateKind } from './milestone-status.ts';
import type { Day, PartialDate } from './partial-date.ts';
import type { MilestoneView } from './record/record.ts';
import { MILESTONE_STATUS_WORDS } from './status-words.ts';

/** One milestone of figure 5, the timeline. */
export interface TimelineRow {
  code: string;
  title: string;
  href: string;
  status: MilestoneStatus;
  firstDate: PartialDate | null;
  /** Dates announced after the first, in the order in which they were said; restatements of the same date left out. */
  laterDates: PartialDate[];
  /** True when the latest date was taken back and none given. */
  dateTakenBack: boolean;
  outcome: { word: string; date: PartialDate } | null;
}

/** Figure 5 as its loader hands it over. */
export interface Timeline {
  rows: TimelineRow[];
  asAt: Day;
}

/** Figure 5 of some milestones, in the order given. `href` makes the address of a milestone's page. */
export function timelineOf(milestones: readonly MilestoneView[], asAt: Day, href: (code: string) => string): Timeline {
  return { asAt, rows: milestones.map((milestone) => timelineRow(milestone, href)) };
}

function timelineRow(milestone: MilestoneView, href: (code: string) => string): TimelineRow {
  const { code, title, status, firstDate, latestDate, outcome } = milestone;
  return {
    code,
    title,
    href: href(code),
    status,
    firstDate,
    laterDates: laterDates(milestone),
    dateTakenBack: firstDate !== null && latestDate === null && outcome === null,
    outcome: outcome && { word: MILESTONE_STATUS_WORDS[status].word, date: outcome.date },
  };
}

/** The dates announced after the first, in the order in which they were said; one that repeats the one before is left out. */
export function laterDates({ facts }: Pick<MilestoneView, 'facts'>): PartialDate[] {
  const dates = facts.filter((fact) => isDateKind(fact.kind)).flatMap((fact) => (fact.value ? [fact.value] : []));
  return dates.filter((date, i) => i > 0 && date !== dates[i - 1]);
}
