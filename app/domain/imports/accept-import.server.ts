import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { settleImport } from '#db/writes/keep-import.ts';
import { mustBeAllowed, NotAllowedError } from '../people/permissions.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { acceptReturns } from '../returns/accept-returns.server.ts';
import { applyStrategy } from '../strategy/apply-strategy.server.ts';
import { type ImportChoices, type ImportPlan, missingAnswers } from './import-plan.ts';
import { readImport } from './imports.server.ts';
import { planImport } from './plan-import.server.ts';

/** A file to accept: what its page showed, what was chosen there, and why it is accepted. */
export interface AcceptCommand {
  id: number;
  reason: string;
  choices: ImportChoices;
  /** What the plan on the page was made from. */
  seen: string;
  /** Of returns: kept as drafts, or submitted; null while nobody said. */
  as: 'drafts' | 'submitted' | null;
}

/** Something that the page asks was not answered: a message for each field. Nothing was saved. */
export class MissingAnswersError extends Error {
  override name = 'MissingAnswersError';
  constructor(readonly errors: Record<string, string>) {
    super(Object.values(errors).join('. '));
  }
}

export interface Acceptor {
  person: SignedIn;
  now: Date;
  today: string;
}

/**
 * Takes a file into the record: all of it in one transaction and as one change, or nothing. Accepting once more does
 * nothing. Returns the number of the change. Throws NotAllowedError, RefusedError, MissingAnswersError, or ConflictError
 * when the record moved since the page was made.
 */
export async function acceptImport(db: Kysely<Database>, command: AcceptCommand, acceptor: Acceptor): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const read = await readImport(trx, command.id, acceptor.person);
    if (!read) throw new NotAllowedError('You may not look at this file.');
    if (read.change !== null) return read.change;
    if (read.found === null || read.found.refused !== null)
      throw new RefusedError('form', 'This file cannot be accepted');
    const { person, today } = acceptor;
    // Made for whoever sent it, as its page is.
    const sender = { id: read.sentById };
    const planned = await planImport(trx, read.found, { person: sender, today, choices: command.choices });
    checkPlan(planned, command);
    if (planned.kind === 'strategy') mustBeAllowed(person, 'import the strategy');
    else if (read.sentById !== person.id) throw new NotAllowedError('Returns are accepted by whoever sent them.');
    const change = await addChange(trx, {
      kind: planned.kind === 'strategy' ? 'strategy imported' : 'returns imported',
      recordedAt: acceptor.now.toISOString(),
      person: person.id,
      quarter: planned.quarter,
      reason: command.reason || null,
    });
    await carryOut(trx, planned, { ...command, change }, acceptor);
    await settleImport(trx, command.id, { change, accepted: JSON.stringify(acceptedPart(planned)) });
    return change;
  });
}

async function carryOut(
  trx: Transaction<Database>,
  planned: Awaited<ReturnType<typeof planImport>>,
  { as, change }: AcceptCommand & { change: number },
  acceptor: Acceptor,
): Promise<void> {
  if (planned.kind === 'returns') await acceptReturns(trx, planned, { as: as ?? 'drafts', change }, acceptor);
  else await applyStrategy(trx, planned.merged, { change, today: acceptor.today });
}

function checkPlan(planned: ImportPlan, command: AcceptCommand): void {
  if (planned.seen !== command.seen)
    throw new ConflictError(
      'form',
      'The record moved since you looked, and the file would now do something else. Nothing was saved. Look at it again below',
    );
  if (planned.faults.length > 0) throw new RefusedError('form', 'Something in the file cannot be accepted');
  const missing = missingAnswers(planned, command);
  if (Object.keys(missing).length > 0) throw new MissingAnswersError(missing);
  if (!planned.tables.some(({ rows }) => rows.some(({ outcome }) => outcome === 'added' || outcome === 'changed')))
    throw new RefusedError('form', 'Nothing in the file is different from the record, so there is nothing to accept');
}

/** What is kept of a plan: what it did. */
function acceptedPart({ kind, quarter, tables, said, seen }: ImportPlan): ImportPlan {
  const changed = tables.map((table) => ({
    ...table,
    rows: table.rows.filter(({ outcome }) => outcome === 'added' || outcome === 'changed'),
  }));
  return { kind, quarter, tables: changed, faults: [], said, seen };
}
