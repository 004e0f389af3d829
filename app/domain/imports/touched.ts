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

/** What the rows of each sheet of a strategy are about. Sheets that are not here have no pages of their own. */
const SUBJECTS: Record<string, Touched['what']> = {
  themes: 'theme',
  sources: 'source',
  organisations: 'organisation',
  organisationsuccessions: 'organisation',
  recommendations: 'recommendation',
  recommendationorganisations: 'recommendation',
  milestones: 'milestone',
  milestonedates: 'milestone',
  events: 'event',
  indicators: 'indicator',
  observations: 'indicator',
  partnerships: 'partnership',
  partnershipmembers: 'partnership',
  partnershipthemes: 'partnership',
  partnershipstrands: 'partnership',
};

/** What the rows of a plan touch, each once, in the order of the file. */
export function touchedBy({ kind, quarter, tables }: Pick<ImportPlan, 'kind' | 'quarter' | 'tables'>): Touched[] {
  const touched = tables.flatMap((table) => {
    const what = kind === 'returns' ? 'return' : subjectOf(table);
    if (what === undefined) return [];
    return table.rows.map(({ code }): Touched => ({ what, code, quarter }));
  });
  return [...new Map(touched.map((each) => [`${each.what} ${each.code}`, each])).values()];
}

const subjectOf = ({ sheet }: PlannedTable) => SUBJECTS[sheet.toLowerCase().replace(/[^a-z]/g, '')];
