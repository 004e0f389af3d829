import type { Kysely } from 'kysely';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listPosts } from '#db/queries/list-posts.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { addPost as addPostRow } from '#db/writes/add-post.ts';
import { addPostHolder } from '#db/writes/add-post-holder.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { checkDay, checkPerson, type PostActor } from './post-rules.server.ts';
import { postInWords } from './post-words.ts';

/** A new post, and who holds it first when that is known. */
export interface NewPost {
  /** Code of an organisation of the record. */
  organisation: string;
  title: string;
  holder: { person: number; fromOn: Day } | null;
}

/**
 * Adds a post, with its first holder, as one change. Returns its id. Throws NotAllowedError, RefusedError, or
 * ConflictError when the organisation has a post of that title; then nothing is saved.
 */
export async function addPost(
  db: Kysely<Database>,
  { organisation, title, holder }: NewPost,
  { person, now, today }: PostActor,
): Promise<number> {
  mustBeAllowed(person, 'manage posts');
  return db.transaction().execute(async (trx) => {
    const body = (await listOrganisations(trx)).find(({ code }) => code === organisation);
    if (!body) throw new RefusedError('organisation', 'Choose an organisation from the list');
    const words = postInWords({ title, organisationName: body.name });
    const same = (post: { organisation: string; title: string }) =>
      post.organisation === organisation && post.title.toLowerCase() === title.toLowerCase();
    if ((await listPosts(trx)).some(same)) throw new ConflictError('title', `There is a post ${words} already`);
    if (holder) await checkPerson(trx, holder.person, 'holder');
    if (holder) await checkDay(trx, holder.fromOn, today);
    const change = await addChange(trx, {
      kind: 'post added',
      recordedAt: now.toISOString(),
      person: person.id,
      quarter: null,
      // Without the holder's name: everybody can read the list of changes.
      reason: `${words}${holder ? `, held from ${formatPartialDate(holder.fromOn)}` : ''}`,
    });
    const id = await addPostRow(trx, { organisation, title, change });
    if (holder) await addPostHolder(trx, { post: id, ...holder, change });
    return id;
  });
}
