import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { changeRole, noteLeaver, removeName } from './change-role.server.ts';
import type { Actor } from './invite.server.ts';
import type { personForm } from './people-forms.server.ts';

/** Does what one of the forms on a person's page asks for. Throws what that act throws. */
export function actOnPerson(
  db: Kysely<Database>,
  id: number,
  form: z.output<typeof personForm>,
  actor: Actor,
): Promise<void> {
  if (form.act === 'role') return changeRole(db, { ...form, id }, actor);
  if (form.act === 'leave') return noteLeaver(db, { ...form, id }, actor);
  return removeName(db, id, actor);
}
