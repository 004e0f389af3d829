import { data, redirect } from '@remix-run/node';
import { z } from 'zod';
import { addresses } from './addresses.ts';
import { db } from './db.server.ts';
import type { Editor } from './domain/editing/editor.server.ts';
import { parseForm } from './domain/form.server.ts';
import { previewValues, recordValues, type ValuesPreview } from './domain/indicators/import-values.server.ts';
import { readValueCodes } from './domain/indicators/known-values.server.ts';
import type { RowFault, ValueRow } from './domain/indicators/plan-values.ts';
import { reason } from './domain/indicators/record-value-form.server.ts';
import { may } from './domain/people/permissions.ts';
import { isPeriod } from './domain/period.ts';
import { refusalOf } from './domain/refused.ts';
import { whyNot } from './editing.server.ts';
import { now, today } from './env.server.ts';
import { type ReadValues, readValues, textOf } from './loading.server.ts';
import { formOf } from './request.server.ts';
import { signedInPerson } from './session.server.ts';

/** The largest file of values: well below what the server takes of a form. */
const LARGEST = 300_000;

/** What the page of a file of values shows after it was sent. */
export interface ValuesAnswer {
  errors: Record<string, string>;
  /** What was sent, as text. */
  text: string;
  reason: string;
  separator: ReadValues['separator'];
  /** Everything wrong with the rows; nothing of them is recorded. */
  faults: RowFault[];
  /** What the rows would do; null while something is wrong with them. */
  preview: ValuesPreview | null;
}

type Held = Pick<ValuesAnswer, 'separator' | 'faults' | 'preview'> & { rows: ValueRow[] };

const recordForm = z.object({ reason, seen: z.coerce.number().int().min(0) });

/** Reads the rows that were sent and says what they would do; or records them, when that was seen. */
export async function answerValues(request: Request) {
  const formData = await formOf(request);
  const sent = await sentText(formData);
  const typed = { text: sent.text, reason: String(formData.get('reason') ?? '') };
  const person = await signedInPerson(request);
  if (!person || !may(person, 'record facts'))
    return answer(403, { ...typed, errors: { form: whyNot(person, 'record facts') } });
  if (sent.error) return answer(400, { ...typed, errors: sent.error });
  const held = await holdAgainstRecord(sent.text);
  if (!held.preview) return answer(400, { ...typed, ...held });
  if (formData.get('act') !== 'record') return answer(200, { ...typed, ...held });
  const form = parseForm(formData, recordForm);
  if (!form.ok) return answer(400, { ...typed, ...held, errors: form.errors });
  return record({ rows: held.rows, ...form.value }, { person, now: now(), today: today() }, typed);
}

async function record(
  command: Parameters<typeof recordValues>[1],
  editor: Editor,
  typed: Pick<ValuesAnswer, 'text' | 'reason'>,
) {
  try {
    const change = await recordValues(db, command, editor);
    if (change !== null) return redirect(addresses().indicatorValues(change));
    return answer(200, { ...typed, ...(await holdAgainstRecord(typed.text)) });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return answer(refusal.status, { ...typed, ...(await holdAgainstRecord(typed.text)), errors: refusal.errors });
  }
}

/** What the rows would do, and all faults at once: of the file, and of the rows that could be read against the record. */
async function holdAgainstRecord(text: string): Promise<Held> {
  const { rows, faults, separator } = await readValues(text, await readValueCodes(db));
  const preview = await previewValues(
    db,
    rows.filter(({ period }) => isPeriod(period)),
    today(),
  );
  // A cell that is wrong in itself is told once.
  const told = new Set(faults.map(({ row, column }) => `${row} ${column}`));
  const further = preview.faults.filter(({ row, column }) => !told.has(`${row} ${column}`));
  const all = [...faults, ...further].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { rows, separator, faults: all, preview: all.length === 0 ? preview : null };
}

/** The file that was chosen, or else the rows that were pasted. */
async function sentText(formData: FormData): Promise<{ text: string; error: Record<string, string> | null }> {
  const file = formData.get('file');
  const isFile = file !== null && typeof file !== 'string' && file.size > 0;
  const pasted = formData.get('text');
  if (!isFile) return checkText(typeof pasted === 'string' ? pasted : '', 'text');
  if (file.size > LARGEST) return { text: '', error: { file: TOO_LARGE } };
  const text = textOf(new Uint8Array(await file.arrayBuffer()));
  return text === null ? { text: '', error: { file: NO_TEXT } } : checkText(text, 'file');
}

function checkText(sent: string, field: 'file' | 'text') {
  const text = sent.replaceAll('\r\n', '\n');
  if (text.trim() === '') return { text: '', error: { file: 'Choose a CSV file, or paste its rows' } };
  return { text, error: text.length > LARGEST ? { [field]: TOO_LARGE } : null };
}

const TOO_LARGE = 'Send 300 kilobytes or less at a time: cut the file in two';
const NO_TEXT = 'The file is not CSV in UTF-8. In a spreadsheet, choose “Save as” and then “CSV UTF-8”';

function answer(status: number, given: Partial<ValuesAnswer>) {
  const { errors = {}, text = '', reason: why = '', separator = null, faults = [], preview = null } = given;
  const whole: ValuesAnswer = { errors, text, reason: why, separator, faults, preview };
  return data(whole, { status });
}
