import { data, redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { CorrectionPreview } from './domain/closing/correct-quarter.server.ts';
import { DamagedFileError } from './domain/closing/stored-files.server.ts';
import type { Actor } from './domain/commission/commission-rules.server.ts';
import { parseForm } from './domain/form.server.ts';
import { may } from './domain/people/permissions.ts';
import { refusalOf } from './domain/refused.ts';
import { whyNot } from './editing.server.ts';
import { now, today } from './env.server.ts';
import { formOf } from './request.server.ts';
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

/** Reads the form and does the work; or answers what is wrong, with what was typed. */
export async function answerClosing<S extends z.ZodType>(
  request: Request,
  schema: S,
  work: (form: z.output<S>, actor: Actor) => Promise<ClosingDone>,
) {
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const person = await signedInPerson(request);
  if (!person || !may(person, 'close quarters'))
    return answer(403, { errors: { form: whyNot(person, 'close quarters') }, values });
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
