import type { Kysely } from 'kysely';
import { listOwners } from '#db/queries/list-owners.ts';
import type { Database } from '#db/schema.ts';
import type { PostRole } from '#db/tables/post.ts';
import type { Day } from '../partial-date.ts';

/** What the posts that the person holds on the day are to that recommendation; empty when they are nothing to it. */
export async function readPostRoles(
  db: Kysely<Database>,
  person: { id: number },
  recommendation: string,
  day: Day,
): Promise<PostRole[]> {
  return (await readOwnRecommendations(db, person, day)).get(recommendation) ?? [];
}

/** Every recommendation that the person's posts have to do with on the day, and what they are to it. By code. */
export async function readOwnRecommendations(
  db: Kysely<Database>,
  person: { id: number },
  day: Day,
): Promise<Map<string, PostRole[]>> {
  const own = new Map<string, PostRole[]>();
  for (const { recommendation, role, person: holder } of await listOwners(db, day)) {
    if (holder !== person.id) continue;
    own.set(recommendation, [...(own.get(recommendation) ?? []), role]);
  }
  return own;
}
