import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { PostHolderTable } from '../tables/post.ts';

/** Lets somebody hold a post from a day on. Throws when a holding of the post has no end yet. */
export async function addPostHolder(
  trx: Transaction<Database>,
  holder: Pick<Insertable<PostHolderTable>, 'post' | 'person' | 'fromOn' | 'change'>,
): Promise<void> {
  await trx
    .insertInto('postHolder')
    .values({ ...holder, untilOn: null, endedChange: null })
    .execute();
}
