import { data, redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { EditConflict } from './domain/editing/editing-errors.ts';
import { type Editor, editRefusalOf } from './domain/editing/editor.server.ts';
import { parseForm } from './domain/form.server.ts';
import { type Act, may, PERMISSIONS } from './domain/people/permissions.ts';
import { ROLE_WORDS } from './domain/people/role-words.ts';
import type { SignedIn } from './domain/people/signed-in.ts';
import { now, today } from './env.server.ts';
import { formOf, requireAllowed } from './request.server.ts';
import { signedInPerson } from './session.server.ts';

/** What a page of a form shows after it was refused: the messages, what was typed, what somebody faster saved. */
export interface EditAnswer {
  errors: Record<string, string>;
  values: Record<string, string>;
  conflict: EditConflict | null;
}

/**
 * For the loader of a form that edits the strategy, or does another act: true when the one who asks may. Somebody who may
 * not is sent to sign in or gets a 403 page, but not after a form: then they are shown what they typed.
 */
export async function mayUseForm(request: Request, act: Act = 'edit the strategy'): Promise<boolean> {
  if (!request.headers.has('Content-Type')) await requireAllowed(request, act);
  return may(await signedInPerson(request), act);
}

/**
 * Reads the form and does the work, which says where its answer leads; or answers what is wrong, with what was typed.
 * A form sent with its button `more` asks for more rows: it comes back as it was sent, and nothing is saved.
 */
export async function answerEdit<S extends z.ZodType>(
  request: Request,
  schema: S,
  work: (command: z.output<S>, editor: Editor) => Promise<string>,
  act: Act = 'edit the strategy',
) {
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const person = await signedInPerson(request);
  if (!person || !may(person, act)) return refused(403, { errors: { form: whyNot(person, act) }, values });
  if (formData.has('more')) return refused(200, { values });
  const form = parseForm(formData, schema);
  if (!form.ok) return refused(400, { errors: form.errors, values });
  try {
    return redirect(await work(form.value, { person, now: now(), today: today() }));
  } catch (error) {
    const refusal = editRefusalOf(error);
    if (!refusal) throw error;
    const { status, errors, conflict } = refusal;
    return refused(status, { errors, values, conflict });
  }
}

function refused(status: number, { errors, values, conflict = null }: Partial<EditAnswer>) {
  const answer: EditAnswer = { errors: errors ?? {}, values: values ?? {}, conflict };
  return data(answer, { status });
}

/** Why somebody may not do what a form does, for the page that keeps what they typed. */
export const whyNot = (person: SignedIn | null, act: Act): string =>
  person
    ? `You are signed in as ${person.name}, ${ROLE_WORDS[person.role].one}, and may not ${PERMISSIONS[act].words}. Nothing was saved. If you should be able to, ask an administrator.`
    : 'You are signed out, so nothing was saved. What you typed is kept below: sign in in another tab, come back to this one and press the button again.';
