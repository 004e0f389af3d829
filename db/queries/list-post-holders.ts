import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Role } from '../tables/person.ts';
import { peopleWithRoles } from './find-person.ts';

/** Somebody who holds or held a post, from a day to the day before `untilOn`. */
export interface PostHolderRow {
  id: number;
  post: number;
  person: number;
  name: string;
  /** The role that stands; null for somebody who left. */
  role: Role | null;
  fromOn: string;
  untilOn: string | null;
}

/** Every holding there was, is and will be, of one post or of all; earliest first. */
export function listPostHolders(db: Kysely<Database>, post: number | null = null): Promise<PostHolderRow[]> {
  return db
    .selectFrom('postHolder')
    .innerJoin(peopleWithRoles(db).as('holder'), 'holder.id', 'postHolder.person')
    .$if(post !== null, (query) => query.where('postHolder.post', '=', post ?? 0))
    .select([
      'postHolder.id',
      'postHolder.post',
      'postHolder.person',
      'holder.name',
      'holder.role',
      'postHolder.fromOn',
      'postHolder.untilOn',
    ])
    .orderBy('postHolder.fromOn')
    .orderBy('postHolder.id')
    .execute();
}
