import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/partial-date.ts';
import { invite } from '#app/domain/people/invite.server.ts';
import { join } from '#app/domain/people/join.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { makeFirstAdministratorLink } from '#app/domain/people/welcome-link.server.ts';
import { addPost } from '#app/domain/posts/add-post.server.ts';
import { giveRecommendations } from '#app/domain/posts/change-ownership.server.ts';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import type { Database } from '#db/schema.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE, type DemonstrationPerson } from './people.ts';

interface Moment {
  now: Date;
  today: Day;
}

/** Adds everybody with their post and what it answers for; returns them in the order of `DEMONSTRATION_PEOPLE`. */
export async function addPeopleAndPosts(db: Kysely<Database>, moment: Moment): Promise<SignedIn[]> {
  const people: SignedIn[] = [];
  for (const person of DEMONSTRATION_PEOPLE) people.push(await addPerson(db, person, people[0], moment));
  const [administrator] = people;
  if (!administrator) throw new RangeError('The demonstration has no administrator');
  for (const [place, { post }] of DEMONSTRATION_PEOPLE.entries()) {
    const holder = people[place];
    if (post && holder) await addPostOf(db, post, holder.id, { person: administrator, ...moment });
  }
  return people;
}

/** The first comes by the link of the first administrator, who then invites the others. */
async function addPerson(
  db: Kysely<Database>,
  { name, email, role }: DemonstrationPerson,
  administrator: SignedIn | undefined,
  { now }: Moment,
): Promise<SignedIn> {
  const token = administrator
    ? await invite(db, { name, email, role }, { person: administrator, now })
    : await makeFirstAdministratorLink(db, now);
  return join(db, { token: token ?? '', name, email, password: DEMONSTRATION_PASSWORD }, now);
}

async function addPostOf(
  db: Kysely<Database>,
  { organisation, title, themes, role }: NonNullable<DemonstrationPerson['post']>,
  person: number,
  actor: Moment & { person: SignedIn },
): Promise<void> {
  const fromOn = actor.today;
  const post = await addPost(db, { organisation, title, holder: { person, fromOn } }, actor);
  const recommendations = (await listRecommendations(db))
    .filter(({ theme }) => themes.includes(theme))
    .map(({ code }) => code);
  await giveRecommendations(db, { post, role, recommendations, fromOn, why: null, confirmed: [] }, actor);
}
