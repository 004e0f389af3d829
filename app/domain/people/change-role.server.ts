import type { Kysely, Transaction } from 'kysely';
import { countHavingRole, findPersonEver } from '#db/queries/find-person.ts';
import { listPeople } from '#db/queries/list-people.ts';
import type { Database } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import type { Role } from '#db/tables/person.ts';
import { addChange } from '#db/writes/add-change.ts';
import { addPersonRole } from '#db/writes/add-person-role.ts';
import { addRemovedName } from '#db/writes/add-removed-name.ts';
import { endSessionsOf } from '#db/writes/end-sessions-of.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import type { Actor } from './invite.server.ts';
import { mustBeAllowed } from './permissions.ts';
import { ROLE_WORDS } from './role-words.ts';

/** Whose role changes. `seen`: number of the role that stood when the form was filled in. */
export interface PersonCommand {
  id: number;
  seen: number;
}

type Standing = { id: number; name: string; role: Role | null; number: number };

/**
 * Gives a person who is here another role, or lets one who left come back with it.
 * Throws NotAllowedError, RefusedError or ConflictError; then nothing is saved.
 */
export function changeRole(
  db: Kysely<Database>,
  { role, ...command }: PersonCommand & { role: Role },
  actor: Actor,
): Promise<void> {
  return giveRole(db, command, actor, async (trx, person) => {
    if (person.role === role) throw new RefusedError('role', `${person.name} is ${ROLE_WORDS[role].one} already`);
    await keepOneAdministrator(trx, person, 'Make somebody else one first');
    const reason = person.role === null ? `back, as ${ROLE_WORDS[role].one}` : `from ${person.role} to ${role}`;
    return { role, kind: 'role changed', reason: `${person.name}, ${reason}` };
  });
}

/**
 * Notes that a person left: their sessions end at once and they cannot sign in; what they recorded stays theirs.
 * Throws NotAllowedError, RefusedError or ConflictError; then nothing is saved.
 */
export function noteLeaver(db: Kysely<Database>, command: PersonCommand, actor: Actor): Promise<void> {
  return giveRole(db, command, actor, async (trx, person) => {
    if (person.role === null) throw new RefusedError('form', `${person.name} has left already`);
    await keepOneAdministrator(trx, person, 'Make somebody else one before they leave');
    await endSessionsOf(trx, person.id);
    return { role: null, kind: 'person left', reason: person.name };
  });
}

/** Takes a person's name off what signed-out readers see. Throws NotAllowedError or RefusedError. */
export function removeName(db: Kysely<Database>, id: number, { person: actor, now }: Actor): Promise<void> {
  mustBeAllowed(actor, 'manage people');
  return db.transaction().execute(async (trx) => {
    const person = (await listPeople(trx)).find((listed) => listed.id === id);
    if (!person) throw new RefusedError('form', 'There is no such person');
    if (person.nameRemoved !== null)
      throw new RefusedError('form', `The name of ${person.name} is not on public pages already`);
    const change = await addChange(trx, {
      kind: 'name removed',
      recordedAt: now.toISOString(),
      person: actor.id,
      quarter: null,
      reason: person.name,
    });
    await addRemovedName(trx, { person: id, change });
  });
}

/** Everything that changes a role goes this way: one transaction, one change, and nobody overrules what they did not see. */
function giveRole(
  db: Kysely<Database>,
  { id, seen }: PersonCommand,
  { person: actor, now }: Actor,
  decide: (
    trx: Transaction<Database>,
    person: Standing,
  ) => Promise<{ role: Role | null; kind: ChangeKind; reason: string }>,
): Promise<void> {
  mustBeAllowed(actor, 'manage people');
  return db.transaction().execute(async (trx) => {
    const person = await findPersonEver(trx, id);
    if (!person) throw new RefusedError('form', 'There is no such person');
    if (person.number !== seen) throw new ConflictError('form', `Somebody else changed the role of ${person.name}.`);
    const { role, kind, reason } = await decide(trx, person);
    const recordedAt = now.toISOString();
    const change = await addChange(trx, { kind, recordedAt, person: actor.id, quarter: null, reason });
    await addPersonRole(trx, { person: id, number: person.number + 1, role, change });
  });
}

/** Without an administrator nobody could ever be invited again. */
async function keepOneAdministrator(trx: Transaction<Database>, person: Standing, advice: string): Promise<void> {
  if (person.role !== 'administrator' || (await countHavingRole(trx, 'administrator')) > 1) return;
  throw new RefusedError('form', `${person.name} is the last administrator. ${advice}`);
}
