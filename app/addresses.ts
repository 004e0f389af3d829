import type { MilestoneStatus } from '#db/tables/position.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';

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
    recommendations: (filter: RecommendationFilter = {}) => address('/recommendations', { ...filter, asAt }),
    recommendationsCsv: (filter: RecommendationFilter = {}) => address('/recommendations.csv', { ...filter, asAt }),
    recommendation: (code: string) => address(`/recommendations/${code}`, { asAt }),
    recommendationHistory: (code: string) => address(`/recommendations/${code}/history`, {}),
    milestones: (filter: MilestoneFilter = {}) => address('/milestones', { ...filter, asAt }),
    milestonesCsv: (filter: MilestoneFilter = {}) => address('/milestones.csv', { ...filter, asAt }),
    milestone: (code: string, anchor = '') => address(`/milestones/${code}`, { asAt }, anchor),
    record: (code: string, what: string) => address(`/milestones/${code}`, { record: what }, 'record'),
    correct: (code: string, fact: number) => address(`/milestones/${code}`, { correct: fact }, 'record'),
    quarters: () => '/quarters',
    quarter: (quarter: string) => `/quarters/${quarter}`,
    quarterCsv: (quarter: string) => `/quarters/${quarter}/summary.csv`,
    quarterJson: (quarter: string) => `/quarters/${quarter}/summary.json`,
    figureCsv: (figure: string, query: Query = {}) => address(`/figures/${figure}.csv`, { ...query, asAt }),
    organisations: () => '/organisations',
    organisation: (code: string, anchor = '') => address(`/organisations/${code}`, {}, anchor),
    sources: () => '/sources',
    source: (code: string) => `/sources/${code}`,
    events: () => address('/events', { asAt }),
    event: (code: string) => `/events/${code}`,
    indicators: () => address('/indicators', { asAt }),
    indicator: (code: string) => address(`/indicators/${code}`, { asAt }),
    partnerships: (anchor = '') => address('/partnerships', {}, anchor),
    partnership: (code: string) => `/partnerships/${code}`,
    changes: (filter: ChangeFilter = {}) => address('/changes', { ...filter }),
    search: (q?: string) => address('/search', { q }),
    memory: () => '/memory',
    accessibility: () => '/accessibility',
    about: (anchor = '') => address('/about', {}, anchor),
    health: () => '/health',
    people: (anchor = '') => address('/people', {}, anchor),
    person: (id: number) => `/people/${id}`,
    posts: () => '/posts',
    post: (id: number) => `/posts/${id}`,
    account: () => '/account',
    commission: (quarter?: string) => address('/commission', { quarter }),
    chase: (quarter?: string) => address('/chase', { quarter }),
    returns: () => '/returns',
    return: (quarter: string, code: string) => `/returns/${quarter}/${code}`,
    returnCheck: (quarter: string, code: string) => `/returns/${quarter}/${code}/check`,
    returnReview: (quarter: string, code: string) => `/returns/${quarter}/${code}/review`,
    signIn: (next?: string) => address('/sign-in', { next }),
    signOut: () => '/sign-out',
  };
}

export type Addresses = ReturnType<typeof addresses>;
