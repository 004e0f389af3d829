import { redirect } from '@remix-run/node';
import { addresses } from './addresses.ts';
import { db } from './db.server.ts';
import { shownFileName } from './domain/imports/file-name.ts';
import { mayImport, sendFile } from './domain/imports/imports.server.ts';
import { ROLE_WORDS } from './domain/people/role-words.ts';
import type { SignedIn } from './domain/people/signed-in.ts';
import { refusalOf } from './domain/refused.ts';
import { now, today } from './env.server.ts';
import { IMPORT_LIMITS } from './imports/limits.ts';
import { formOf, refuse } from './request.server.ts';
import { requirePerson, signedInPerson } from './session.server.ts';

/**
 * Who may send a file. Somebody who may not is sent to sign in or gets a 403 page; after a form whoever is signed out is
 * null, and the page says so.
 */
export async function senderOf(request: Request): Promise<SignedIn | null> {
  const isForm = request.headers.has('Content-Type');
  const person = isForm ? await signedInPerson(request) : await requirePerson(request);
  if (person === null || (await mayImport(db, person, today()))) return person;
  refuse(
    403,
    `You are signed in as ${person.name}, ${ROLE_WORDS[person.role].one}, and hold no post that writes returns, so there is no file that you can send. If you should, ask the strategy office.`,
  );
}

const SIGNED_OUT =
  'You are signed out, so nothing was kept. Sign in in another tab, come back to this one, choose the file again and send it';

/** Keeps the file that was sent and leads to its page; or says what is wrong with it. */
export async function keepSentFile(request: Request): Promise<{ status: number; errors: Record<string, string> }> {
  const formData = await formOf(request);
  const person = await senderOf(request);
  if (!person) return { status: 403, errors: { form: SIGNED_OUT } };
  const file = formData.get('file');
  if (file === null || typeof file === 'string') return wrong('Choose a spreadsheet');
  if (file.size === 0) return wrong(file.name === '' ? 'Choose a spreadsheet' : 'The file is empty. Choose another');
  if (file.size > IMPORT_LIMITS.fileBytes) return wrong(TOO_LARGE);
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const id = await sendFile(db, { fileName: shownFileName(file.name), bytes }, { person, now: now() });
    throw redirect(addresses().import(id));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refusal;
  }
}

const TOO_LARGE = 'The file is larger than 10 MB. Send it in parts: rows that are not in a file stay as they are';

const wrong = (message: string) => ({ status: 400, errors: { file: message } });
