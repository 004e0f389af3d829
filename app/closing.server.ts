import { data, redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { CorrectionPreview } from './domain/closing/correct-quarter.server.ts';
import { DamagedFileError } from './domain/closing/stored-files.server.ts';
import type { Actor } from './domain/commission/commission-rules.server.ts';
import { parseForm } from './domain/form.server.ts';
import { may, PERMISSIONS } from './domain/people/permissions.ts';
import { ROLE_WORDS } from './domain/people/role-words.ts';
import type { SignedIn } from './domain/people/signed-in.ts';
import { refusalOf } from './domain/refused.ts';
import { now, today } from './env.server.ts';
import { formOf, requireAllowed } from './request.server.ts';
import { signedInPerson } from './session.server.ts';

/** What a form at a quarter's end comes back with: messages, what was typed, and what a correction would change. */
export interface ClosingAnswer {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** Null unless the answer is to be looked at before it is done. */
  preview: CorrectionPreview | null;
}

/** What was done: the address to go to, or what is to be looked at first. */
export type ClosingDone = { to: string } | { preview: CorrectionPreview | null };

/**
 * For the loader of a form at a quarter's end: true when the one who asks may use it. Somebody who may not is sent to
 * sign in or gets a 403 page, but not after a form: then they are shown what they typed.
 */
export async function mayCloseQuarters(request: Request): Promise<boolean> {
  if (!request.headers.has('Content-Type')) await requireAllowed(request, 'close quarters');
  return may(await signedInPerson(request), 'close quarters');
}

/** Reads the form and does the work; or answers what is wrong, with what was typed. */
export async function answerClosing<S extends z.ZodType>(
  request: Request,
  schema: S,
  work: (form: z.output<S>, actor: Actor) => Promise<ClosingDone>,
) {
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const person = await signedInPerson(request);
  if (!person || !may(person, 'close quarters')) return answer(403, { errors: { form: whyNot(person) }, values });
  const form = parseForm(formData, schema);
  if (!form.ok) return answer(400, { errors: form.errors, values });
  try {
    const done = await work(form.value, { person, now: now(), today: today() });
    return 'to' in done ? redirect(done.to) : answer(200, { values, preview: done.preview });
  } catch (error) {
    const refusal = refusedOrDamaged(error);
    if (!refusal) throw error;
    return answer(refusal.status, { errors: refusal.errors, values });
  }
}

/** A stored file that is not what was frozen is told in words and logged. */
function refusedOrDamaged(error: unknown): { status: number; errors: Record<string, string> } | null {
  if (!(error instanceof DamagedFileError)) return refusalOf(error);
  console.error(error.message);
  return { status: 500, errors: { form: error.message } };
}

function answer(status: number, { errors = {}, values = {}, preview = null }: Partial<ClosingAnswer>) {
  return data({ errors, values, preview } satisfies ClosingAnswer, { status });
}

const whyNot = (person: SignedIn | null): string =>
  person
    ? `You are signed in as ${person.name}, ${ROLE_WORDS[person.role].one}, and may not ${PERMISSIONS['close quarters'].words}. Nothing was saved. If you should be able to, ask an administrator.`
    : 'You are signed out, so nothing was saved. What you typed is kept below: sign in in another tab, come back to this one and press the button again.';
