import type { Kysely } from 'kysely';
import { listPostHolders, type PostHolderRow } from '#db/queries/list-post-holders.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { addPostHolder } from '#db/writes/add-post-holder.ts';
import { endPostHolder } from '#db/writes/end-post-holder.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { checkDay, checkPerson, type PostActor, postOrRefused, reasonOf } from './post-rules.server.ts';
import { postInWords } from './post-words.ts';

/** Who holds a post from a day on: somebody, or nobody (null). */
export interface HandOver {
  post: number;
  person: number | null;
  fromOn: Day;
  why: string | null;
  /** The holding without an end when the form was filled in, 0 for none; another means that somebody was faster. */
  seen: number;
}

const FASTER =
  'Somebody else handed this post over while you were writing. Look at who holds it now. What you typed is kept below: press the button again if it is still right';

/**
 * Ends the present holding on that day and begins the next, as one change. Drafts, tasks and history belong to the
 * post and to its recommendations, so they are the new holder's from that day. Throws NotAllowedError,
 * RefusedError or ConflictError; then nothing is saved.
 */
export async function handOver(db: Kysely<Database>, command: HandOver, actor: PostActor): Promise<void> {
  mustBeAllowed(actor.person, 'manage posts');
  await db.transaction().execute(async (trx) => {
    const post = await postOrRefused(trx, command.post);
    const holdings = await listPostHolders(trx, post.id);
    const present = holdings.find(({ untilOn }) => untilOn === null) ?? null;
    if ((present?.id ?? 0) !== command.seen) throw new ConflictError('form', FASTER);
    if (command.person !== null) await checkPerson(trx, command.person, 'person');
    await checkDay(trx, command.fromOn, actor.today);
    checkAgainstHoldings(command, present, holdings);
    const change = await addChange(trx, {
      kind: 'post handed over',
      recordedAt: actor.now.toISOString(),
      person: actor.person.id,
      quarter: null,
      reason: reasonOf(handOverInWords(postInWords(post), command), command.why),
    });
    if (present) await endPostHolder(trx, present.id, { untilOn: command.fromOn, change });
    if (command.person !== null)
      await addPostHolder(trx, { post: post.id, person: command.person, fromOn: command.fromOn, change });
  });
}

/** Without names: everybody can read the list of changes. */
function handOverInWords(post: string, { person, fromOn }: HandOver): string {
  return `${post}, ${person === null ? 'vacant' : 'with a new holder'} from ${formatPartialDate(fromOn)}`;
}

function checkAgainstHoldings(
  { person, fromOn }: HandOver,
  present: PostHolderRow | null,
  holdings: PostHolderRow[],
): void {
  if (present === null && person === null) throw new RefusedError('person', 'Nobody holds the post already');
  if (present !== null && present.person === person)
    throw new RefusedError('person', `${present.name} holds the post already. Choose somebody else`);
  const earliest = present?.fromOn ?? lastEnd(holdings);
  if (earliest === null || fromOn >= earliest) return;
  const since = present
    ? `${present.name} holds the post from ${formatPartialDate(earliest)}`
    : `The post was held until ${formatPartialDate(earliest)}`;
  throw new RefusedError('fromOn.day', `${since}. Choose that day or a later one`);
}

function lastEnd(holdings: PostHolderRow[]): Day | null {
  const ends = holdings.flatMap(({ fromOn, untilOn }) => (untilOn !== null && untilOn > fromOn ? [untilOn] : []));
  return ends.sort().at(-1) ?? null;
}
