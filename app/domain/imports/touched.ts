import type { ImportPlan, PlannedTable } from './import-plan.ts';

/** Something of the record that a file changed and that has a page. */
export interface Touched {
  what:
    | 'recommendation'
    | 'milestone'
    | 'theme'
    | 'indicator'
    | 'partnership'
    | 'organisation'
    | 'source'
    | 'event'
    | 'return';
  code: string;
  /** Of a return. */
  quarter: string | null;
}

/** What the rows of each table are about. Tables that are not here have no pages of their own. */
const SUBJECTS: Partial<Record<PlannedTable['of'], Touched['what']>> = {
  return: 'return',
  'themes.csv': 'theme',
  'sources.csv': 'source',
  'organisations.csv': 'organisation',
  'organisation_successions.csv': 'organisation',
  'recommendations.csv': 'recommendation',
  'recommendation_organisations.csv': 'recommendation',
  'milestones.csv': 'milestone',
  'milestone_dates.csv': 'milestone',
  'events.csv': 'event',
  'indicators.csv': 'indicator',
  'observations.csv': 'indicator',
  'partnerships.csv': 'partnership',
  'partnership_members.csv': 'partnership',
  'partnership_themes.csv': 'partnership',
  'partnership_strands.csv': 'partnership',
};

/** What the rows of a plan touch, each once, in the order of the file. */
export function touchedBy({ quarter, tables }: Pick<ImportPlan, 'quarter' | 'tables'>): Touched[] {
  const touched = tables.flatMap(({ of, rows }) => {
    const what = SUBJECTS[of];
    return what === undefined ? [] : rows.map(({ code }): Touched => ({ what, code, quarter }));
  });
  return [...new Map(touched.map((each) => [`${each.what} ${each.code}`, each])).values()];
}
