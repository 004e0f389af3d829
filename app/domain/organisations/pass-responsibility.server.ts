import type { Kysely, Transaction } from 'kysely';
import { listOrganisations, type Organisation } from '#db/queries/list-organisations.ts';
import { listResponsibilities, type ResponsibilityRow } from '#db/queries/list-responsibilities.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database } from '#db/schema.ts';
import type { ResponsibilityBasis } from '#db/tables/responsibility.ts';
import { addChange } from '#db/writes/add-change.ts';
import { endResponsibility } from '#db/writes/end-responsibility.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { checkDay, type PostActor } from '../posts/post-rules.server.ts';
import { endedBy } from '../record/organisations.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { listed } from '../sentences.ts';
import { type Passing, passingOf } from './responsibility-rules.ts';
import { passedInWords } from './responsibility-words.ts';

/** Takes recommendations from one organisation and gives them to another, from a day on. */
export interface PassResponsibility {
  from: string;
  to: string;
  recommendations: string[];
  fromOn: Day;
  basis: ResponsibilityBasis;
  why: string;
  /** Code of the source where it can be seen. */
  source: string | null;
}

/** Who passes it on, at which moment, and what day it is then. */
export type ResponsibilityActor = PostActor;

/**
 * Passes an organisation's part in recommendations to another from a day on, each in its role, as one change. Throws
 * NotAllowedError, RefusedError, or ConflictError when somebody was faster; then nothing is
 * saved.
 */
export async function passResponsibility(
  db: Kysely<Database>,
  command: PassResponsibility,
  actor: ResponsibilityActor,
): Promise<void> {
  mustBeAllowed(actor.person, 'edit the strategy');
  await db.transaction().execute(async (trx) => {
    await checkDay(trx, command.fromOn, actor.today);
    const { from, to } = await checkBodies(trx, command);
    const rows = await listResponsibilities(trx);
    const passings = ownOf(rows, command).map((own) => passingOf(rows, own, command));
    const number = await addChange(trx, {
      kind: 'responsibility passed',
      recordedAt: actor.now.toISOString(),
      person: actor.person.id,
      quarter: null,
      reason: passedInWords({
        ...command,
        from: from.name,
        to: to.name,
        passed: passings,
        seenIn: await titleOf(trx, command.source),
      }),
    });
    await store(trx, passings, { ...command, change: number });
  });
}

async function store(
  trx: Transaction<Database>,
  passings: Passing[],
  { to, fromOn, change }: { to: string; fromOn: Day; change: number },
): Promise<void> {
  for (const { id } of passings.flatMap(({ ends }) => ends))
    await endResponsibility(trx, id, { untilOn: fromOn, change });
  const begun = { organisation: to, fromOn, untilOn: null, change, endedChange: null };
  const rows = passings.map(({ recommendation, becomes, basis }) => ({
    recommendation,
    role: becomes,
    basis,
    ...begun,
  }));
  await insertRows(trx, 'responsibility', rows);
}

/** The rows that pass, in the order asked for: each is the body's own, and still open. */
function ownOf(rows: ResponsibilityRow[], { from, recommendations }: PassResponsibility): ResponsibilityRow[] {
  const own = rows.filter((row) => row.organisation === from);
  if (recommendations.length === 0 || !recommendations.every((code) => own.some((row) => row.recommendation === code)))
    throw new RefusedError('recommendations', 'Choose recommendations from the list');
  const open = recommendations.flatMap((code) =>
    own.filter((row) => row.recommendation === code && row.untilOn === null),
  );
  const gone = recommendations.filter((code) => !open.some((row) => row.recommendation === code));
  if (gone.length === 0) return open;
  throw new ConflictError(
    'recommendations',
    `Somebody else passed on ${listed(gone)} while you were writing. Look at what the organisation still has, and choose again`,
  );
}

/** The two bodies: both in the record, not the same, and the second still there on the day. */
async function checkBodies(
  trx: Transaction<Database>,
  command: PassResponsibility,
): Promise<{ from: Organisation; to: Organisation }> {
  const known = new Map((await listOrganisations(trx)).map((row) => [row.code, row]));
  const from = known.get(command.from);
  const to = known.get(command.to);
  const refuse = (message: string): never => {
    throw new RefusedError('to', message);
  };
  if (!from || !to) return refuse('Choose an organisation from the list');
  if (from === to) return refuse('Choose another organisation than this one');
  const ended = endedBy(to.until, command.fromOn);
  if (ended) return refuse(`${to.name} ended (${formatPartialDate(ended)}). Choose one that exists on the day`);
  return { from, to };
}

async function titleOf(trx: Transaction<Database>, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const source = (await listSources(trx)).find((row) => row.code === code);
  if (!source) throw new RefusedError('source', 'Choose a source from the list');
  return `${source.title} (${source.code})`;
}
