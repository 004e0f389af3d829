import type { Sector } from '#db/tables/organisation.ts';
import type { MilestoneStatus } from '#db/tables/position.ts';
import type { Audience } from '#db/tables/quarter-version.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import type { CommissionAct } from './domain/commission/commission-acts.ts';
import type { OfficeAct } from './domain/office/office-acts.ts';
import type { PartnershipDone } from './domain/partnerships/partnership-done.ts';
import { pairSlug, type SectorPair, sectorSlug } from './domain/partnerships/sector-pair.ts';
import type { PostAct } from './domain/posts/post-acts.ts';
import type { RecommendationDone } from './domain/recommendations/recommendation-done.ts';
import type { ReviewAct } from './domain/review/review-acts.ts';
import type { QuarterAct } from './domain/summary/quarter-acts.ts';
import type { SummaryFormat } from './domain/summary/summary-formats.ts';

type Query = Record<string, string | number | null | undefined>;

function address(path: string, query: Query, anchor = ''): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return `${path}${search ? `?${search}` : ''}${anchor ? `#${anchor}` : ''}`;
}

export interface MilestoneFilter {
  theme?: string | null;
  status?: MilestoneStatus | null;
  organisation?: string | null;
  confirmation?: string | null;
  due?: string | null;
  q?: string | null;
  sort?: string | null;
}

export interface RecommendationFilter {
  theme?: string | null;
  stage?: Stage | null;
  organisation?: string | null;
  confirmation?: string | null;
  q?: string | null;
  sort?: string | null;
}

export interface PartnershipFilter {
  pair?: SectorPair | null;
  sector?: Sector | null;
  theme?: string | null;
}

export interface PostQuery {
  /** The form that is shown. */
  do?: PostAct | null;
  /** The act that succeeded. */
  done?: PostAct | null;
}

export interface OrganisationQuery {
  /** The form that is shown. */
  do?: 'pass-on' | null;
  /** Every box of the form is ticked. */
  tick?: 'all' | null;
  /** The act that succeeded. */
  done?: 'pass-on' | null;
}

export interface OfficeQuery {
  /** The form that is shown. */
  do?: OfficeAct | null;
  /** Of the form that marks a steer as done: its id. */
  steer?: number | null;
  /** The act that succeeded. */
  done?: OfficeAct | null;
}

export interface SummaryQuery {
  audience?: Audience | null;
  /** Of a closed quarter: the version; its newest when left out. */
  version?: number | null;
  /** The quarter that it is compared with beside the summary. */
  since?: string | null;
  /** What was just done with it. */
  done?: QuarterAct | null;
}

export interface ImportQuery {
  /** Rows of which outcome are shown; those that would do something when left out. */
  show?: string | null;
  page?: number | null;
  /** What was just done with it. */
  done?: 'accepted' | 'discarded' | null;
}

export interface ChangeFilter {
  kind?: string | null;
  subject?: string | null;
  page?: number | null;
}

/**
 * Every address of the site is built here. `asAt` is kept in the links between pages that can be asked for an earlier
 * day, so that a reader who looks at 31 March 2019 stays there.
 */
export function addresses(asAt: string | null = null) {
  return {
    overview: (anchor = '') => address('/', { asAt }, anchor),
    themes: () => address('/themes', { asAt }),
    theme: (code: string, anchor = '') => address(`/themes/${code}`, { asAt }, anchor),
    themeAddRecommendation: (code: string) => `/themes/${code}/add-recommendation`,
    recommendations: (filter: RecommendationFilter = {}) => address('/recommendations', { ...filter, asAt }),
    recommendationsCsv: (filter: RecommendationFilter = {}) => address('/recommendations.csv', { ...filter, asAt }),
    recommendation: (code: string, done?: RecommendationDone) => address(`/recommendations/${code}`, { asAt, done }),
    recommendationEdit: (code: string) => `/recommendations/${code}/edit`,
    recommendationStage: (code: string) => `/recommendations/${code}/stage`,
    recommendationAddMilestone: (code: string) => `/recommendations/${code}/add-milestone`,
    recommendationHistory: (code: string) => address(`/recommendations/${code}/history`, {}),
    milestones: (filter: MilestoneFilter = {}) => address('/milestones', { ...filter, asAt }),
    milestonesCsv: (filter: MilestoneFilter = {}) => address('/milestones.csv', { ...filter, asAt }),
    milestone: (code: string, anchor = '') => address(`/milestones/${code}`, { asAt }, anchor),
    /** The page that says what was just recorded: the number of a fact, or `wording`. */
    milestoneRecorded: (code: string, recorded: number | 'wording') => address(`/milestones/${code}`, { recorded }),
    milestoneEdit: (code: string) => `/milestones/${code}/edit`,
    record: (code: string, what: string) => address(`/milestones/${code}`, { record: what }, 'record'),
    correct: (code: string, fact: number) => address(`/milestones/${code}`, { correct: fact }, 'record'),
    quarters: () => '/quarters',
    quarter: (quarter: string, anchor = '', query: SummaryQuery = {}) =>
      address(`/quarters/${quarter}`, { ...query }, anchor),
    quarterClose: (quarter: string) => `/quarters/${quarter}/close`,
    quarterPublish: (quarter: string) => `/quarters/${quarter}/publish`,
    quarterCorrect: (quarter: string) => `/quarters/${quarter}/correct`,
    quarterOffice: (quarter: string, anchor = '', query: OfficeQuery = {}) =>
      address(`/quarters/${quarter}/office`, { ...query }, anchor),
    quarterFile: (quarter: string, format: SummaryFormat, { audience, version }: SummaryQuery = {}) =>
      address(`/quarters/${quarter}/summary.${format}`, { audience, version }),
    quarterManifest: (quarter: string, version?: number | null) =>
      address(`/quarters/${quarter}/manifest.json`, { version }),
    quarterHeld: (quarter: string) => `/quarters/${quarter}/held`,
    figureCsv: (figure: string, query: Query = {}) => address(`/figures/${figure}.csv`, { ...query, asAt }),
    organisations: () => '/organisations',
    organisation: (code: string, anchor = '', query: OrganisationQuery = {}) =>
      address(`/organisations/${code}`, { ...query }, anchor),
    sources: () => '/sources',
    source: (code: string) => `/sources/${code}`,
    events: () => address('/events', { asAt }),
    event: (code: string) => `/events/${code}`,
    indicators: () => address('/indicators', { asAt }),
    indicator: (code: string, anchor = '', recorded?: number) =>
      address(`/indicators/${code}`, { asAt, recorded }, anchor),
    indicatorRecord: (code: string, restates?: number) => address(`/indicators/${code}/record`, { restates }),
    /** Where values of a file are recorded; `recorded`: the change that did. */
    indicatorValues: (recorded?: number) => address('/indicators/values', { recorded }),
    partnerships: ({ pair, sector, theme }: PartnershipFilter = {}, anchor = '') =>
      address('/partnerships', { pair: pair && pairSlug(pair), sector: sector && sectorSlug(sector), theme }, anchor),
    partnership: (code: string, anchor = '', done?: PartnershipDone) =>
      address(`/partnerships/${code}`, { done }, anchor),
    partnershipAdd: (anchor = '') => address('/partnerships/add', {}, anchor),
    partnershipEdit: (code: string, anchor = '') => address(`/partnerships/${code}/edit`, {}, anchor),
    partnershipHistory: (code: string) => `/partnerships/${code}/history`,
    partnershipHealth: (code: string, anchor = '', done?: PartnershipDone) =>
      address(`/partnerships/${code}/health`, { done }, anchor),
    changes: (filter: ChangeFilter = {}, anchor = '') => address('/changes', { ...filter }, anchor),
    search: (q?: string) => address('/search', { q }),
    memory: () => '/memory',
    accessibility: () => '/accessibility',
    about: (anchor = '') => address('/about', {}, anchor),
    health: () => '/health',
    people: (anchor = '') => address('/people', {}, anchor),
    person: (id: number, done?: string) => address(`/people/${id}`, { done }),
    posts: (anchor = '') => address('/posts', {}, anchor),
    post: (id: number, query: PostQuery = {}, anchor = '') => address(`/posts/${id}`, { ...query }, anchor),
    account: (anchor = '', done?: string) => address('/account', { done }, anchor),
    commission: (quarter?: string, done?: CommissionAct) => address('/commission', { quarter, done }),
    chase: (quarter?: string) => address('/chase', { quarter }),
    returns: () => '/returns',
    return: (quarter: string, code: string) => `/returns/${quarter}/${code}`,
    returnDraft: (quarter: string, code: string) => `/returns/${quarter}/${code}/draft`,
    returnCheck: (quarter: string, code: string) => `/returns/${quarter}/${code}/check`,
    returnReview: (quarter: string, code: string, done?: ReviewAct) =>
      address(`/returns/${quarter}/${code}/review`, { done }),
    returnWorkbook: (quarter: string, format: 'ods' | 'xlsx') => `/returns/${quarter}/workbook.${format}`,
    /** Where a text is removed from the record; `done`: the change that did. */
    redact: (done?: number) => address('/redact', { done }),
    imports: () => '/import',
    import: (id: number, { show, page, done }: ImportQuery = {}, anchor = '') =>
      address(`/import/${id}`, { show, page, done }, anchor),
    /** The whole strategy as a file: a workbook, or a folder of CSV files. */
    strategyFile: (format: 'ods' | 'xlsx' | 'zip') => `/strategy.${format}`,
    welcome: (token: string) => `/welcome/${token}`,
    signIn: (next?: string) => address('/sign-in', { next }),
    signOut: () => '/sign-out',
  };
}

export type Addresses = ReturnType<typeof addresses>;
