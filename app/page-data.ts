import type { AsAt } from './domain/as-at.ts';
import type { Day } from './domain/partial-date.ts';

/** What the frame of the page wants from the loader of the page inside it. */
export interface PageData {
  /** Goes before the strategy's name in the title of the window. */
  title: string;
  /** Given by pages that can be asked for an earlier day: the frame then shows the banner and the form to choose one. */
  asAt?: AsAt;
}

/** What every page shares. */
export interface FrameData {
  strategy: { name: string; shortName: string; publishedOn: Day };
  today: Day;
  /** `seesPeople`: their role lets them see the list of people. */
  person: { name: string; seesPeople: boolean } | null;
  /** The security marking of what a signed-in person sees; null for what everybody may read. */
  marking: string | null;
  /** People, posts and returns are made up, and every page says so. */
  isDemonstration: boolean;
}
