/** One page of the site that every check of pages visits. A new page joins all of them by one line below. */
export interface SitePage {
  path: string;
  /** What it is, for the name of a test. */
  what: string;
  /** What the server answers; 200 when left out. */
  status?: number;
}

/** Pages that anybody may read. */
export const PAGES: SitePage[] = [
  { path: '/', what: 'overview' },
  { path: '/?asAt=2019-03-31', what: 'overview of an earlier day' },
  { path: '/themes', what: 'themes' },
  { path: '/themes/HARP', what: 'theme' },
  { path: '/themes/DAT', what: 'theme with the most milestones' },
  { path: '/themes/REG', what: 'theme with few milestones' },
  { path: '/themes/XCUT', what: 'governance' },
  { path: '/recommendations', what: 'recommendations' },
  { path: '/recommendations?theme=DAT&stage=delivered', what: 'recommendations, filtered' },
  { path: '/recommendations?q=zzzz', what: 'recommendations, none left' },
  { path: '/recommendations/DAT-1', what: 'recommendation' },
  { path: '/recommendations/NHS-6', what: 'recommendation without milestones' },
  { path: '/recommendations/DAT-1/history', what: 'history of a recommendation' },
  { path: '/milestones', what: 'milestones' },
  { path: '/milestones?theme=DAT&status=date+passed', what: 'milestones, filtered' },
  { path: '/milestones?q=zzzz', what: 'milestones, none left' },
  { path: '/milestones/DAT-1.3', what: 'milestone' },
  { path: '/milestones/GRO-11.3', what: 'milestone with many dates' },
  { path: '/milestones/GRO-11.3?asAt=2017-09-01', what: 'milestone before it was promised' },
  { path: '/quarters', what: 'quarters' },
  { path: '/quarters/2019-20-Q3', what: 'quarter' },
  { path: '/quarters/2019-20-Q3?since=2018-19-Q3', what: 'two quarters compared' },
  { path: '/quarters/2017-18-Q2', what: 'first quarter' },
  { path: '/quarters/2026-27-Q3', what: 'quarter under way' },
  { path: '/organisations', what: 'organisations' },
  { path: '/organisations/OLS', what: 'organisation' },
  { path: '/sources', what: 'sources' },
  { path: '/sources/pl087', what: 'source' },
  { path: '/events', what: 'events' },
  { path: '/events/E074', what: 'event' },
  { path: '/changes', what: 'changes' },
  { path: '/search', what: 'search' },
  { path: '/search?q=genome', what: 'search with results' },
  { path: '/search?q=zzzz', what: 'search without results' },
  { path: '/memory', what: 'what rests on memory' },
  { path: '/about', what: 'about and method' },
  { path: '/accessibility', what: 'accessibility statement' },
  { path: '/sign-in', what: 'sign in' },
  { path: '/welcome/guess', what: 'unknown link for the first administrator', status: 404 },
  { path: '/nothing-here', what: 'page that is not there', status: 404 },
  { path: '/?asAt=2030-01-01', what: 'day that cannot be shown', status: 400 },
];

/** Pages as somebody sees them who is signed in and may record. */
export const SIGNED_IN_PAGES: SitePage[] = [
  { path: '/milestones/DAT-1.3', what: 'milestone, with what can be recorded' },
  { path: '/milestones/DAT-1.3?record=later-date', what: 'form: later date' },
  { path: '/milestones/DAT-1.3?record=outcome', what: 'form: outcome' },
  { path: '/milestones/DAT-1.3?record=taken-back', what: 'form: date taken back' },
  { path: '/milestones/DAT-1.3?correct=1', what: 'form: correction' },
  { path: '/sign-out', what: 'sign out' },
];
