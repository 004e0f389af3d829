import type { Kysely } from 'kysely';
import { listOwnerships } from '#db/queries/list-ownerships.ts';
import { listPostHolders } from '#db/queries/list-post-holders.ts';
import { findPost, listPosts } from '#db/queries/list-posts.ts';
import type { Database } from '#db/schema.ts';
import { POST_ROLES, type PostRole } from '#db/tables/post.ts';
import type { AsAt } from '../as-at.ts';
import type { Day } from '../partial-date.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { postInWords, standingOn } from './post-words.ts';

type Standing = ReturnType<typeof standingOn>;

/** Somebody who holds, held or will hold the post. */
export interface Holding {
  id: number;
  name: string;
  left: boolean;
  fromOn: Day;
  untilOn: Day | null;
  standing: Standing;
}

/** What the post is, was or will be to a recommendation. */
export interface Ownership {
  id: number;
  recommendation: { code: string; title: string };
  role: PostRole;
  fromOn: Day;
  untilOn: Day | null;
  standing: Standing;
}

export interface PostPage {
  id: number;
  title: string;
  organisation: { code: string; name: string };
  /** Latest first; null when names are not shown to this reader. */
  holdings: Holding[] | null;
  /** The id of the holding without an end, 0 for none: a form carries it, so that two hand-overs cannot cross. */
  seen: number;
  /** By role, then in the strategy's order. */
  ownerships: Ownership[];
}

/** Everything a post's page shows on the day; undefined when there is no such post. */
export async function readPostPage(db: Kysely<Database>, id: number, asAt: AsAt): Promise<PostPage | undefined> {
  const post = await findPost(db, id);
  if (!post) return undefined;
  const { recommendations } = await readRecordAsAt(db, asAt);
  const titles = new Map(recommendations.map(({ code, title }) => [code, title]));
  const place = (ownership: Ownership) => [...titles.keys()].indexOf(ownership.recommendation.code);
  const holders = (await listPostHolders(db, id)).reverse();
  const ownerships = (await listOwnerships(db, id)).map(({ id, recommendation: code, role, fromOn, untilOn }) => ({
    ...{ id, role, fromOn, untilOn, standing: standingOn({ fromOn, untilOn }, asAt.day) },
    recommendation: { code, title: titles.get(code) ?? code },
  }));
  const holdings = holders.map(({ id, name, role, fromOn, untilOn }) => ({
    ...{ id, name, left: role === null, fromOn, untilOn, standing: standingOn({ fromOn, untilOn }, asAt.day) },
  }));
  return {
    id,
    title: post.title,
    organisation: { code: post.organisation, name: post.organisationName },
    holdings: asAt.view === 'internal' ? holdings : null,
    seen: holders.find(({ untilOn }) => untilOn === null)?.id ?? 0,
    ownerships: ownerships.sort(
      (a, b) => POST_ROLES.indexOf(a.role) - POST_ROLES.indexOf(b.role) || place(a) - place(b),
    ),
  };
}

/** A recommendation that can be given to a post, and what answers for it now. */
export interface Givable {
  code: string;
  title: string;
  /** "Owner: Head of Data (NHS England)"; null when no post answers for it. */
  owner: string | null;
  /** What this post is to it already. */
  own: PostRole | null;
}

/** Every recommendation by theme, for the form that gives them to the post. */
export async function readGivable(
  db: Kysely<Database>,
  post: number,
  asAt: AsAt,
): Promise<{ theme: string; recommendations: Givable[] }[]> {
  const { themes, recommendations } = await readRecordAsAt(db, asAt);
  const open = (await listOwnerships(db)).filter(({ untilOn }) => untilOn === null);
  const withOwn = themes.filter(({ code }) => recommendations.some(({ theme }) => theme === code));
  return withOwn.map((theme) => ({
    theme: theme.name,
    recommendations: recommendations
      .filter((recommendation) => recommendation.theme === theme.code)
      .map(({ code, title }) => {
        const held = open.filter(({ recommendation }) => recommendation === code);
        const owner = held.find(({ role }) => role === 'owner');
        return {
          code,
          title,
          owner: owner ? postInWords(owner) : null,
          own: held.find((row) => row.post === post)?.role ?? null,
        };
      }),
  }));
}

/** Every other post, for a list to choose from. */
export async function readOtherPosts(db: Kysely<Database>, post: number): Promise<{ value: string; text: string }[]> {
  const others = (await listPosts(db)).filter(({ id }) => id !== post);
  return others.map((other) => ({ value: String(other.id), text: postInWords(other) }));
}
