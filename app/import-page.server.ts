import { data, redirect } from '@remix-run/node';
import { addresses } from './addresses.ts';
import { db } from './db.server.ts';
import { type ImportAnswer, readAcceptForm } from './domain/imports/accept-form.server.ts';
import { acceptImport, MissingAnswersError } from './domain/imports/accept-import.server.ts';
import { type ImportPage, type LookAt, readImportPage } from './domain/imports/import-page.server.ts';
import { discardImport, type ImportRead, readImport } from './domain/imports/imports.server.ts';
import { NotAllowedError } from './domain/people/permissions.ts';
import type { SignedIn } from './domain/people/signed-in.ts';
import { RefusedError, refusalOf } from './domain/refused.ts';
import { whyNot } from './editing.server.ts';
import { now, today } from './env.server.ts';
import { foundWithin, type ReadingProgress } from './import-reading.server.ts';
import { formOf, refuse } from './request.server.ts';
import { signedInPerson } from './session.server.ts';

/** How long a page waits for a file to be read before it says how far that has come. */
const PATIENCE_MS = 2_000;

/** The number of a file in the address; anything that is none is 404 in words. */
export function importNumber(text: string | undefined): number {
  const id = Number(text);
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? id : refuse(404, 'There is no file with that number.');
}

/** A file that was sent; 404 when there is none of that number, 403 when the person may not look at it. */
async function importAt(id: number, person: SignedIn): Promise<ImportRead> {
  const read = await readImport(db, id, person);
  if (read === undefined) refuse(404, 'There is no file with that number.');
  if (read) return read;
  refuse(
    403,
    `You are signed in as ${person.name}. Only whoever sent this file and the strategy office may look at it. Nothing was saved.`,
  );
}

/** A file as its page shows it; or how far the reading has come. */
export async function pageOfImport(
  id: number,
  look: Omit<LookAt, 'today'>,
): Promise<{ page: ImportPage } | { fileName: string; progress: ReadingProgress }> {
  const read = await importAt(id, look.person);
  const isRead = read.state !== 'waiting' || read.found !== null;
  if (isRead) return { page: await readImportPage(db, read, { ...look, today: today() }) };
  const first = await foundWithin(id, PATIENCE_MS);
  if ('progress' in first) return { fileName: read.fileName, progress: first.progress };
  // Nothing found: it was settled meanwhile.
  const then = first.found ? { ...read, found: first.found } : await importAt(id, look.person);
  return { page: await readImportPage(db, then, { ...look, today: today() }) };
}

/** Accepts or discards a file; or answers what is wrong, with what was chosen and typed. */
export async function answerImport(request: Request, id: number) {
  const formData = await formOf(request);
  const answer = readAcceptForm(formData);
  const person = await signedInPerson(request);
  if (!person) return refused(403, answer, { form: whyNot(null, 'import the strategy') });
  const read = await importAt(id, person);
  const act = formData.get('act');
  if (act === 'discard') return discard(id, person);
  if (act !== 'accept') refuse(400, 'A file is accepted or discarded by the buttons of its page. Nothing was saved.');
  return accept(read, answer, person);
}

async function discard(id: number, person: SignedIn) {
  try {
    await discardImport(db, id, { person, now: now() });
    return redirect(addresses().import(id, { done: 'discarded' }));
  } catch (error) {
    // It is settled already, and its page says how.
    if (error instanceof RefusedError) return redirect(addresses().import(id));
    throw error;
  }
}

async function accept(read: ImportRead, answer: ImportAnswer, person: SignedIn) {
  if (read.change !== null) return redirect(addresses().import(read.id));
  if (Object.keys(answer.errors).length > 0) return refused(400, answer, answer.errors);
  const { choices, reason, seen, as } = answer;
  try {
    await acceptImport(db, { id: read.id, choices, reason, seen, as }, { person, now: now(), today: today() });
    return redirect(addresses().import(read.id, { done: 'accepted' }));
  } catch (error) {
    if (error instanceof MissingAnswersError) return refused(400, answer, error.errors);
    if (error instanceof NotAllowedError) return refused(403, answer, { form: `${error.message} Nothing was saved.` });
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refused(refusal.status, answer, refusal.errors);
  }
}

function refused(status: number, answer: ImportAnswer, errors: Record<string, string>) {
  return data({ ...answer, errors }, { status });
}
