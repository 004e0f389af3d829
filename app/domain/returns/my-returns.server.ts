import type { Kysely } from 'kysely';
import { listOwners } from '#db/queries/list-owners.ts';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import { listReturnExtensions } from '#db/queries/list-return-extensions.ts';
import { listReturns, type ReturnRow } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { may } from '../people/permissions.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { readOwnRecommendations } from '../posts/standing.server.ts';
import { groupReturns, type ListedReturn, type Outstanding } from './return-list.ts';
import { isClosed, returnState } from './return-state.ts';

/** What "My returns" shows. */
export interface MyReturns {
  groups: { outstanding: Outstanding; returns: ListedReturn[] }[];
  /** How many recommendations the person's posts have to do with: tells an empty list from an empty post. */
  recommendations: number;
  /** True when a quarter takes returns. */
  isCommissioned: boolean;
  mayReview: boolean;
}

/** The returns that the person's posts have to do with on a day, by what is outstanding. */
export async function readMyReturns(db: Kysely<Database>, person: SignedIn, today: Day): Promise<MyReturns> {
  const own = await readOwnRecommendations(db, person, today);
  const rows = await listReturns(db);
  const titles = new Map((await listRecommendations(db)).map(({ code, title }) => [code, title]));
  const deadlineOf = await extendedDeadlines(db, today);
  const returns = rows.flatMap((row): ListedReturn[] => {
    const posts = own.get(row.recommendation);
    if (!posts) return [];
    const { quarter, recommendation, comment } = row;
    const title = titles.get(recommendation) ?? '';
    const state = stateOf(row);
    const deadline = deadlineOf(row);
    return [{ quarter, recommendation, title, state, deadline, posts, comment, isClosed: isClosed(row.quarterState) }];
  });
  return {
    groups: groupReturns(returns, today),
    recommendations: own.size,
    isCommissioned: rows.some(({ quarterState }) => !isClosed(quarterState)),
    mayReview: may(person, 'review returns'),
  };
}

const stateOf = ({ lastAct, draftVersion }: ReturnRow) =>
  returnState(lastAct === null ? [] : [lastAct], draftVersion !== null);

/** Looks a return's deadline up: the commission's, or the later one of the post that owns the recommendation. */
async function extendedDeadlines(db: Kysely<Database>, today: Day): Promise<(row: ReturnRow) => Day> {
  const owners = (await listOwners(db, today)).filter(({ role }) => role === 'owner');
  const postOf = new Map(owners.map(({ recommendation, post }) => [recommendation, post]));
  const extensions = await listReturnExtensions(db);
  return ({ quarter, recommendation, deadline }) => {
    const post = postOf.get(recommendation);
    return extensions.find((each) => each.quarter === quarter && each.post === post)?.deadline ?? deadline;
  };
}
