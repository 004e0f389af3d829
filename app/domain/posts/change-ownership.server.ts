import type { Kysely, Transaction } from 'kysely';
import { listOwnerships, type OwnershipRow } from '#db/queries/list-ownerships.ts';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import type { Database } from '#db/schema.ts';
import type { PostRole } from '#db/tables/post.ts';
import { addChange } from '#db/writes/add-change.ts';
import { endOwnership } from '#db/writes/end-ownership.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import type { Day } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { checkEnd, checkNew, endedBy, type Given } from './ownership-rules.ts';
import { type Ending, EndsOthersError } from './post-errors.ts';
import { checkDay, type PostActor, postOrRefused, reasonOf } from './post-rules.server.ts';
import { ownershipInWords, postInWords } from './post-words.ts';

/** Makes a post something to many recommendations, from a day on. */
export interface GiveRecommendations {
  post: number;
  role: PostRole;
  recommendations: string[];
  fromOn: Day;
  why: string | null;
  /** Ids of the ownerships that may end by it, as the person was shown them. */
  confirmed: number[];
}

const FASTER =
  'Somebody else ended or passed on some of these while you were writing. Look at what the post still has, and choose again';

/** Takes what a post is to many recommendations from it, from a day on, and gives it to another or to none. */
export interface PassOn {
  post: number;
  to: number | null;
  recommendations: string[];
  fromOn: Day;
  why: string | null;
  confirmed: number[];
}

/**
 * Gives recommendations to a post, as one change; what that ends, such as another post's ownership, ends on the same
 * day. Throws NotAllowedError, RefusedError, ConflictError, or EndsOthersError with what has to be confirmed
 * first; then nothing is saved.
 */
export async function giveRecommendations(
  db: Kysely<Database>,
  { post, role, recommendations, ...rest }: GiveRecommendations,
  actor: PostActor,
): Promise<void> {
  mustBeAllowed(actor.person, 'manage posts');
  await db.transaction().execute(async (trx) => {
    await checkRecommendations(trx, recommendations);
    const given = recommendations.map((recommendation) => ({ recommendation, role }));
    await change(trx, { ...rest, post, given, ends: [] }, actor);
  });
}

/**
 * Ends what a post is to recommendations on a day and, when there is another post to pass them to, makes that one the
 * same from that day, as one change. Throws as `giveRecommendations` does.
 */
export async function passOn(
  db: Kysely<Database>,
  { post, to, recommendations, ...rest }: PassOn,
  actor: PostActor,
): Promise<void> {
  mustBeAllowed(actor.person, 'manage posts');
  await db.transaction().execute(async (trx) => {
    if (to === post) throw new RefusedError('to', 'Choose another post, or no post');
    await checkRecommendations(trx, recommendations);
    const own = await listOwnerships(trx, (await postOrRefused(trx, post)).id);
    const ends = own.filter((row) => row.untilOn === null && recommendations.includes(row.recommendation));
    if (ends.length < recommendations.length) throw new ConflictError('recommendations', FASTER);
    await change(trx, { ...rest, post: to, given: to === null ? [] : ends, ends }, actor);
  });
}

interface OwnershipChange {
  post: number | null;
  given: Given[];
  /** What the person asked to end. */
  ends: OwnershipRow[];
  fromOn: Day;
  why: string | null;
  /** What else may end by it. */
  confirmed: number[];
}

async function change(trx: Transaction<Database>, command: OwnershipChange, actor: PostActor): Promise<void> {
  const { fromOn, given } = command;
  await checkDay(trx, fromOn, actor.today);
  const post = command.post === null ? null : await postOrRefused(trx, command.post, 'to');
  const ends = await checkedEnds(trx, command);
  const words = ownershipInWords({ post: post && postInWords(post), given, ends, fromOn });
  const number = await addChange(trx, {
    kind: 'ownership changed',
    recordedAt: actor.now.toISOString(),
    person: actor.person.id,
    quarter: null,
    reason: reasonOf(words, command.why),
  });
  for (const { id } of ends) await endOwnership(trx, id, { untilOn: fromOn, change: number });
  if (!post) return;
  const begun = { post: post.id, fromOn, untilOn: null, change: number, endedChange: null };
  const rows = given.map(({ recommendation, role }) => ({ recommendation, role, ...begun }));
  await insertRows(trx, 'ownership', rows);
}

/** Everything that ends by the command, when the record allows it and the person knows of it. */
async function checkedEnds(trx: Transaction<Database>, command: OwnershipChange): Promise<OwnershipRow[]> {
  const { post, given, fromOn, confirmed } = command;
  const rows = await listOwnerships(trx);
  const others = (post === null ? [] : endedBy(rows, post, given)).filter(
    ({ id }) => !command.ends.some((asked) => asked.id === id),
  );
  const ends = [...command.ends, ...others];
  for (const row of ends) checkEnd(row, fromOn);
  if (post !== null) for (const each of given) checkNew(rows, each, { post, fromOn, ends });
  if (others.some(({ id }) => !confirmed.includes(id))) throw new EndsOthersError(others.map(endingOf));
  return ends;
}

function endingOf(row: OwnershipRow): Ending {
  const { id, recommendation, role, fromOn } = row;
  return { id, recommendation, role, fromOn, post: postInWords(row) };
}

async function checkRecommendations(trx: Transaction<Database>, codes: string[]): Promise<void> {
  const known = new Set((await listRecommendations(trx)).map(({ code }) => code));
  if (codes.length > 0 && codes.every((code) => known.has(code))) return;
  throw new RefusedError('recommendations', 'Choose recommendations from the list');
}
