import { data, redirect } from '@remix-run/node';
import { addresses } from './addresses.ts';
import { db } from './db.server.ts';
import { DamagedFileError } from './domain/closing/stored-files.server.ts';
import { parseForm } from './domain/form.server.ts';
import { may } from './domain/people/permissions.ts';
import { type FoundText, findText, redactText } from './domain/redaction/redact.server.ts';
import { findTextForm, redactForm } from './domain/redaction/redact-form.server.ts';
import { refusalOf } from './domain/refused.ts';
import { whyNot } from './editing.server.ts';
import { now, today } from './env.server.ts';
import { formOf } from './request.server.ts';
import { signedInPerson } from './session.server.ts';
import { maker } from './summary-maker.server.ts';

/** What the page of a removal shows after its form: messages, what was typed, where the text stands. */
export interface RedactionAnswer {
  errors: Record<string, string>;
  text: string;
  reason: string;
  /** Null until the text was looked for. */
  found: FoundText | null;
}

/** Looks for the text, or removes it when that was seen. */
export async function answerRedaction(request: Request) {
  const formData = await formOf(request);
  const typed = { text: String(formData.get('text') ?? ''), reason: String(formData.get('reason') ?? '') };
  const person = await signedInPerson(request);
  if (!person || !may(person, 'redact')) return answer(403, { ...typed, errors: { form: whyNot(person, 'redact') } });
  const asked = parseForm(formData, findTextForm);
  if (!asked.ok) return answer(400, { ...typed, errors: asked.errors });
  const { text } = asked.value;
  try {
    if (formData.get('act') !== 'remove') return answer(200, { ...typed, text, found: await findText(db, text) });
    const form = parseForm(formData, redactForm);
    if (!form.ok) return answer(400, { ...typed, text, errors: form.errors, found: await findText(db, text) });
    const change = await redactText(db, form.value, { person, now: now(), today: today() }, maker);
    return redirect(addresses().redact(change));
  } catch (error) {
    const refusal = error instanceof DamagedFileError ? damaged(error) : refusalOf(error);
    if (!refusal) throw error;
    const found = error instanceof DamagedFileError ? null : await findText(db, text);
    return answer(refusal.status, { ...typed, text, errors: refusal.errors, found });
  }
}

const damaged = ({ message }: DamagedFileError) => ({ status: 500, errors: { form: message } });

function answer(status: number, { errors = {}, text = '', reason = '', found = null }: Partial<RedactionAnswer>) {
  return data({ errors, text, reason, found } satisfies RedactionAnswer, { status });
}
