import type { Kysely } from 'kysely';
import { listPostHolders } from '#db/queries/list-post-holders.ts';
import { listPosts } from '#db/queries/list-posts.ts';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { postInWords, spanInWords, standingOn } from '../posts/post-words.ts';

/** A post that somebody holds, or will hold. */
export interface PostHeld {
  id: number;
  /** "Deputy Director, Health Data (NHS England)". */
  words: string;
  /** "from 1 April 2026". */
  span: string;
}

/** The posts that the person holds on the day or has been given from a later one, by when they begin. */
export async function readPostsHeld(db: Kysely<Database>, person: { id: number }, day: Day): Promise<PostHeld[]> {
  const posts = new Map((await listPosts(db)).map((post) => [post.id, post]));
  const holdings = (await listPostHolders(db)).filter((holding) => holding.person === person.id);
  return holdings.flatMap((holding) => {
    const post = posts.get(holding.post);
    return post && standingOn(holding, day) !== 'over'
      ? [{ id: post.id, words: postInWords(post), span: spanInWords(holding) }]
      : [];
  });
}
