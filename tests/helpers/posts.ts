import type { Kysely } from 'kysely';
import { addPost, type NewPost } from '#app/domain/posts/add-post.server.ts';
import { type GiveRecommendations, giveRecommendations, passOn } from '#app/domain/posts/change-ownership.server.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import { NOON, TODAY } from './recorder.ts';

/** The first day of the posts of tests. */
export const APRIL = '2026-04-01';

/** The office as the domain wants it, at noon of the tests' day. */
export const acting = (person: { id: number; role: Role }) => ({ person, now: NOON, today: TODAY });

/** Adds a post of NHS England, held by that person from 1 April 2026, or vacant. Returns its id. */
export function makePost(
  db: Kysely<Database>,
  office: { id: number; role: Role },
  { title, person = null, organisation = 'NHSE' }: { title: string; person?: number | null } & Partial<NewPost>,
): Promise<number> {
  const holder = person === null ? null : { person, fromOn: APRIL };
  return addPost(db, { title, organisation, holder }, acting(office));
}

/** Makes a post the owner of recommendations from 1 April 2026; a field left out gets a harmless value. */
export function giveTo(
  db: Kysely<Database>,
  office: { id: number; role: Role },
  command: Partial<GiveRecommendations> & { post: number; recommendations: string[] },
): Promise<void> {
  return giveRecommendations(
    db,
    { role: 'owner', fromOn: APRIL, why: null, confirmed: [], ...command },
    acting(office),
  );
}

/** Post 1, held by the first administrator and owner of two recommendations, and a vacant post of another organisation. */
export async function seedPosts(db: Kysely<Database>): Promise<void> {
  const administrator = { id: 1, role: 'administrator' } as const;
  const post = await makePost(db, administrator, { title: 'Director of Data', person: 1 });
  await makePost(db, administrator, { title: 'Head of Medtech', organisation: 'OLS' });
  await giveTo(db, administrator, { post, recommendations: ['DAT-1', 'DAT-2'] });
  await passOn(
    db,
    { post, to: null, recommendations: ['DAT-2'], fromOn: '2026-10-01', why: null, confirmed: [] },
    acting(administrator),
  );
}
