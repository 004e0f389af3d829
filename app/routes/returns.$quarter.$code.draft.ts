import type { ActionFunctionArgs } from '@remix-run/node';
import { db } from '#app/db.server.ts';
import { londonTimeAfter } from '#app/domain/clock.ts';
import { NotAllowedError } from '#app/domain/people/permissions.ts';
import { draftMarks } from '#app/domain/returns/draft-marks.server.ts';
import { ReturnNotOpenError } from '#app/domain/returns/open-return.server.ts';
import { returnFields } from '#app/domain/returns/return-fields.ts';
import { DraftConflictError, saveDraft } from '#app/domain/returns/save-draft.server.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, quarterIn, refuse } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';

/** There is nothing to read here: the draft is in the form. */
export function loader(): never {
  refuse(405, 'A draft is saved here by its form. Open the return to read it.');
}

/** Saves a draft for the script of the form, and answers with what the form has then seen, or why it was not saved. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  const formData = await formOf(request);
  const person = await signedInPerson(request);
  if (!person) return notSaved(401, 'You are signed out. Sign in in another tab; then press Save draft here.');
  const command = {
    quarter,
    recommendation: params.code ?? '',
    fields: returnFields(formData),
    seen: String(formData.get('seen') ?? ''),
    marks: String(formData.get('marks') ?? ''),
    byItself: true,
  };
  try {
    const { seen, fields } = await saveDraft(db, command, { person, now: now(), today: today() });
    return answer(200, {
      seen,
      marks: draftMarks(fields),
      words: `Draft saved by itself at ${londonTimeAfter(now())}.`,
    });
  } catch (error) {
    if (error instanceof DraftConflictError)
      return notSaved(409, 'Somebody else saved this return meanwhile. Press Save draft to put both together.');
    if (error instanceof ReturnNotOpenError)
      return notSaved(409, `${error.message} Press Save draft to see what you typed beside it.`);
    if (error instanceof NotAllowedError) return notSaved(403, 'You may no longer write this return.');
    throw error;
  }
}

const notSaved = (status: number, words: string) => answer(status, { words: `Not saved. ${words}` });

function answer(status: number, body: { words: string; seen?: string; marks?: string }): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
