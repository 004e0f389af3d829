import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { may } from '../people/permissions.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { readOwnRecommendations } from '../posts/standing.server.ts';
import type { Quarter } from '../quarter.ts';
import type { ReturnsPlan } from '../returns/plan-returns.server.ts';

/** What the form of a file with returns asks: kept as drafts, or submitted where all of them can be. */
export interface ReturnsAsked {
  quarter: Quarter;
  changed: { recommendation: string; problems: string[] }[];
  /** Recommendations whose returns the person may write and not submit. */
  mayNotSubmit: string[];
  maySubmit: boolean;
}

/** Which returns a file changes, what keeps each from being submitted, and whether the person may submit them all. */
export async function readReturnsAsked(
  db: Kysely<Database>,
  plan: ReturnsPlan,
  person: SignedIn,
  today: Day,
): Promise<ReturnsAsked> {
  const own = await readOwnRecommendations(db, person, today);
  const changed = plan.returns.map(({ recommendation, problems }) => ({
    recommendation,
    problems: Object.values(problems),
  }));
  const mayNotSubmit = changed
    .map(({ recommendation }) => recommendation)
    .filter((code) => !may(person, 'submit return', own.get(code) ?? []));
  const isComplete = changed.every(({ problems }) => problems.length === 0);
  const maySubmit = changed.length > 0 && isComplete && mayNotSubmit.length === 0;
  return { quarter: plan.quarter ?? '', changed, mayNotSubmit, maySubmit };
}
