import type { Cell } from '../cells.ts';
import { latenessInWords } from '../lateness.ts';
import { formatPartialDate } from '../partial-date.ts';
import type { MilestoneView, OrganisationRef, Provenance, RecommendationView, RecordAsAt } from '../record/record.ts';
import { CONFIRMATION_WORDS, MILESTONE_STATUS_WORDS, STAGE_WORDS } from '../status-words.ts';

/** "Title, publisher, address" of a source, for a file. */
export function sourceInWords({ source }: Provenance): string {
  if (!source) return '';
  return [source.title, source.publisher, source.url].filter(Boolean).join(', ');
}

/** "UKRI (lead); NHS England (supporting, inferred)", for a file. */
export const organisationsInWords = (organisations: readonly OrganisationRef[]): string =>
  organisations
    .map(({ name, role, basis }) => `${name} (${role}${basis === 'inferred' ? ', inferred' : ''})`)
    .join('; ');

const MILESTONE_HEADER = [
  'Code',
  'Title',
  'Recommendation',
  'Theme',
  'Status',
  'First date',
  'Latest date',
  'Outcome date',
  'Late by (days)',
  'Late by (words)',
  'Organisations',
  'Confirmation',
  'Source',
];

/**
 * One row a milestone, as the quarterly summary and the register's download give it. Dates as they are known
 * (`2019-Q4`); days are whole calendar days, empty where lateness cannot be compared.
 */
export function milestoneCsvRows(record: RecordAsAt, milestones: readonly MilestoneView[]): Cell[][] {
  const organisations = new Map(record.recommendations.map(({ code, organisations }) => [code, organisations]));
  return [
    MILESTONE_HEADER,
    ...milestones.map((milestone) => [
      milestone.code,
      milestone.title,
      milestone.recommendation,
      milestone.theme,
      MILESTONE_STATUS_WORDS[milestone.status].word,
      milestone.firstDate,
      milestone.latestDate,
      milestone.outcome?.date ?? null,
      milestone.lateness.comparable ? milestone.lateness.span.days : null,
      latenessInWords(milestone.lateness),
      organisationsInWords(organisations.get(milestone.recommendation) ?? []),
      CONFIRMATION_WORDS[milestone.confirmation].word,
      sourceInWords(milestone),
    ]),
  ];
}

/** One row a recommendation, as the register's download gives it. */
export function recommendationCsvRows(recommendations: readonly RecommendationView[]): Cell[][] {
  return [
    ['Code', 'Title', 'Theme', 'Stage', 'Judged on', 'Reason', 'Target', 'Organisations', 'Confirmation', 'Source'],
    ...recommendations.map((recommendation) => [
      recommendation.code,
      recommendation.title,
      recommendation.theme,
      recommendation.stage ? STAGE_WORDS[recommendation.stage.stage].word : 'Not judged by this day',
      recommendation.stage ? formatPartialDate(recommendation.stage.judgedOn) : null,
      recommendation.stage?.reason ?? null,
      recommendation.target,
      organisationsInWords(recommendation.organisations),
      CONFIRMATION_WORDS[recommendation.confirmation].word,
      sourceInWords(recommendation),
    ]),
  ];
}
