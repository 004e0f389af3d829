import { addMonths, format, parseISO } from 'date-fns';
import type { MilestoneStatus } from '#db/tables/position.ts';
import type { Confirmation } from '#db/tables/source.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import { dueBy } from '../overview/attention.ts';
import { type Day, lastDay } from '../partial-date.ts';
import type { MilestoneView, OrganisationRef, RecommendationView, RecordAsAt } from '../record/record.ts';
import { holdsEveryWord } from '../sentences.ts';
import {
  CONFIRMATION_WORDS,
  MILESTONE_STATUS_ORDER,
  MILESTONE_STATUS_WORDS,
  STAGE_ORDER,
  STAGE_WORDS,
} from '../status-words.ts';
import { codesWithin } from '../themes/nesting.ts';

/** How soon a milestone is due, as the register's filter offers it. */
export const DUE_WITHIN = {
  '3-months': 'Within 3 months',
  '12-months': 'Within 12 months',
  ahead: 'Any date ahead',
} as const;
export type DueWithin = keyof typeof DUE_WITHIN;

export const MILESTONE_SORTS = {
  order: 'Order of the strategy',
  latest: 'Latest date, nearest first',
  first: 'First date, oldest first',
  late: 'Late by, most first',
  status: 'Status',
} as const;
export const RECOMMENDATION_SORTS = { order: 'Order of the strategy', stage: 'Stage', title: 'Title' } as const;

interface Shared {
  theme: string | null;
  organisation: string | null;
  confirmation: Confirmation | null;
  q: string | null;
}

export interface MilestoneQuery extends Shared {
  status: MilestoneStatus | null;
  due: DueWithin | null;
  sort: keyof typeof MILESTONE_SORTS;
}

export interface RecommendationQuery extends Shared {
  stage: Stage | null;
  sort: keyof typeof RECOMMENDATION_SORTS;
}

/** What a register shows: the rows kept, how many there are in all, and the filter in words. */
export interface Register<T> {
  rows: T[];
  total: number;
  /** "theme Data", "status Date passed"; empty when nothing is left out. */
  filters: string[];
}

/** The milestones that a query keeps, in its order. */
export function milestoneRegister(record: RecordAsAt, query: MilestoneQuery): Register<MilestoneView> {
  const organisations = new Map(record.recommendations.map(({ code, organisations }) => [code, organisations]));
  const rows = record.milestones.filter(
    (milestone) =>
      matchesShared(record, milestone, organisations.get(milestone.recommendation) ?? [], query, [
        milestone.note ?? '',
      ]) &&
      (query.status === null || milestone.status === query.status) &&
      (query.due === null || isDueWithin(milestone, query.due, record.day)),
  );
  return {
    rows: rows.sort(MILESTONE_ORDERS[query.sort]),
    total: record.milestones.length,
    filters: [
      ...sharedInWords(record, query),
      ...(query.status ? [`status “${MILESTONE_STATUS_WORDS[query.status].word}”`] : []),
      ...(query.due ? [`due: ${DUE_WITHIN[query.due].toLowerCase()}`] : []),
    ],
  };
}

/** The recommendations that a query keeps, in its order. */
export function recommendationRegister(record: RecordAsAt, query: RecommendationQuery): Register<RecommendationView> {
  const rows = record.recommendations.filter(
    (recommendation) =>
      matchesShared(record, recommendation, recommendation.organisations, query, [
        recommendation.summary,
        recommendation.stage?.reason ?? '',
        recommendation.note ?? '',
      ]) &&
      (query.stage === null || recommendation.stage?.stage === query.stage),
  );
  return {
    rows: rows.sort(RECOMMENDATION_ORDERS[query.sort]),
    total: record.recommendations.length,
    filters: [...sharedInWords(record, query), ...(query.stage ? [`stage “${STAGE_WORDS[query.stage].word}”`] : [])],
  };
}

function matchesShared(
  { themes }: RecordAsAt,
  row: { theme: string; code: string; title: string; confirmation: Confirmation },
  organisations: OrganisationRef[],
  query: Shared,
  texts: string[],
): boolean {
  return (
    (query.theme === null || codesWithin(themes, query.theme).includes(row.theme)) &&
    (query.organisation === null || organisations.some(({ code }) => code === query.organisation)) &&
    (query.confirmation === null || row.confirmation === query.confirmation) &&
    holdsEveryWord([row.code, row.title, ...texts], query.q)
  );
}

function sharedInWords(record: RecordAsAt, { theme, organisation, confirmation, q }: Shared): string[] {
  const organisations = record.recommendations.flatMap((recommendation) => recommendation.organisations);
  return [
    ...(theme ? [`theme “${record.themes.find(({ code }) => code === theme)?.name ?? theme}”`] : []),
    ...(organisation
      ? [`organisation “${organisations.find(({ code }) => code === organisation)?.name ?? organisation}”`]
      : []),
    ...(confirmation ? [`“${CONFIRMATION_WORDS[confirmation].word}”`] : []),
    ...(q ? [`words “${q}”`] : []),
  ];
}

function isDueWithin(milestone: MilestoneView, within: DueWithin, day: Day): boolean {
  if (milestone.status !== 'on course' && milestone.status !== 'due later than first promised') return false;
  const until = {
    '3-months': format(addMonths(parseISO(day), 3), 'yyyy-MM-dd'),
    '12-months': format(addMonths(parseISO(day), 12), 'yyyy-MM-dd'),
    ahead: '9999-12-31',
  };
  return dueBy(milestone) <= until[within];
}

type Order<T> = (a: T, b: T) => number;

const daysLate = ({ lateness }: MilestoneView): number =>
  lateness.comparable ? lateness.span.days : Number.NEGATIVE_INFINITY;
const firstDue = ({ firstDate }: MilestoneView): string => (firstDate ? lastDay(firstDate) : '9999-12-31');

/** Sorting keeps the strategy's order among equals. */
const MILESTONE_ORDERS: Record<MilestoneQuery['sort'], Order<MilestoneView>> = {
  order: () => 0,
  latest: (a, b) => dueBy(a).localeCompare(dueBy(b)),
  first: (a, b) => firstDue(a).localeCompare(firstDue(b)),
  late: (a, b) => (daysLate(a) === daysLate(b) ? 0 : daysLate(b) - daysLate(a)),
  status: (a, b) => MILESTONE_STATUS_ORDER.indexOf(a.status) - MILESTONE_STATUS_ORDER.indexOf(b.status),
};

const stageOrder = ({ stage }: RecommendationView): number => (stage ? STAGE_ORDER.indexOf(stage.stage) : 99);

const RECOMMENDATION_ORDERS: Record<RecommendationQuery['sort'], Order<RecommendationView>> = {
  order: () => 0,
  stage: (a, b) => stageOrder(a) - stageOrder(b),
  title: (a, b) => a.title.localeCompare(b.title, 'en-GB'),
};

/** The organisations that any recommendation names, by name, for the filter's list. */
export function organisationChoices(record: RecordAsAt): { code: string; name: string }[] {
  const byCode = new Map(
    record.recommendations.flatMap(({ organisations }) => organisations.map(({ code, name }) => [code, name] as const)),
  );
  return [...byCode].map(([code, name]) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
