import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface PostRow {
  id: number;
  title: string;
  organisation: string;
  organisationName: string;
}

/** Every post, by organisation and title. */
export function listPosts(db: Kysely<Database>): Promise<PostRow[]> {
  return posts(db).orderBy('organisation.name').orderBy('post.title').execute();
}

/** The post with that id; undefined when there is none. */
export function findPost(db: Kysely<Database>, id: number): Promise<PostRow | undefined> {
  return posts(db).where('post.id', '=', id).executeTakeFirst();
}

function posts(db: Kysely<Database>) {
  return db
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.code', 'post.organisation')
    .select(['post.id', 'post.title', 'post.organisation', 'organisation.name as organisationName']);
}
