import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { PostTable } from '../tables/post.ts';

/** Adds a post and returns its id. Throws when its organisation has one with that title. */
export async function addPost(trx: Transaction<Database>, post: Omit<Insertable<PostTable>, 'id'>): Promise<number> {
  const { id } = await trx.insertInto('post').values(post).returning('id').executeTakeFirstOrThrow();
  return id;
}
