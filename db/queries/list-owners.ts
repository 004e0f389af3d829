import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { POST_ROLES, type PostRole } from '../tables/post.ts';
import { peopleWithRoles } from './find-person.ts';

/** What a post is to a recommendation on a day, with whoever holds the post; nobody when it is vacant. */
export interface OwnerRow {
  recommendation: string;
  post: number;
  title: string;
  organisation: string;
  organisationName: string;
  role: PostRole;
  person: number | null;
  personName: string | null;
  personEmail: string | null;
}

/**
 * Which post answers for which recommendation on that day (`YYYY-MM-DD`): by recommendation, then the owner before the
 * deputy before contributors, then by title. A holder who has left since counts as nobody.
 */
export async function listOwners(db: Kysely<Database>, day: string): Promise<OwnerRow[]> {
  const rows = await db
    .selectFrom('ownership')
    .innerJoin('post', 'post.id', 'ownership.post')
    .innerJoin('organisation', 'organisation.code', 'post.organisation')
    .leftJoin('postHolder', (join) =>
      join
        .onRef('postHolder.post', '=', 'post.id')
        .on('postHolder.fromOn', '<=', day)
        .on((on) => on.or([on('postHolder.untilOn', 'is', null), on('postHolder.untilOn', '>', day)])),
    )
    .leftJoin(peopleWithRoles(db).where('standing.role', 'is not', null).as('holder'), 'holder.id', 'postHolder.person')
    .where('ownership.fromOn', '<=', day)
    .where((on) => on.or([on('ownership.untilOn', 'is', null), on('ownership.untilOn', '>', day)]))
    .select([
      'ownership.recommendation',
      'ownership.post',
      'post.title',
      'post.organisation',
      'organisation.name as organisationName',
      'ownership.role',
      'holder.id as person',
      'holder.name as personName',
      'holder.email as personEmail',
    ])
    .orderBy('ownership.recommendation')
    .orderBy('post.title')
    .execute();
  return rows.sort(
    (a, b) =>
      Number(a.recommendation > b.recommendation) - Number(a.recommendation < b.recommendation) ||
      POST_ROLES.indexOf(a.role) - POST_ROLES.indexOf(b.role),
  );
}
