import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { PostRole } from '../tables/post.ts';

/** What a post is, was or will be to a recommendation, from a day to the day before `untilOn`. */
export interface OwnershipRow {
  id: number;
  recommendation: string;
  post: number;
  title: string;
  organisationName: string;
  role: PostRole;
  fromOn: string;
  untilOn: string | null;
}

/** Every ownership there was, is and will be, of one post or of all; by recommendation, earliest first. */
export function listOwnerships(db: Kysely<Database>, post: number | null = null): Promise<OwnershipRow[]> {
  return db
    .selectFrom('ownership')
    .innerJoin('post', 'post.id', 'ownership.post')
    .innerJoin('organisation', 'organisation.code', 'post.organisation')
    .$if(post !== null, (query) => query.where('ownership.post', '=', post ?? 0))
    .select([
      'ownership.id',
      'ownership.recommendation',
      'ownership.post',
      'post.title',
      'organisation.name as organisationName',
      'ownership.role',
      'ownership.fromOn',
      'ownership.untilOn',
    ])
    .orderBy('ownership.recommendation')
    .orderBy('ownership.fromOn')
    .orderBy('ownership.id')
    .execute();
}
