import { z } from 'zod';
import { dayField } from '../day-field.server.ts';
import { readDateParts } from '../partial-date-input.ts';
import { assessmentProblem } from './assessment-rules.ts';
import type { NewClearance } from './record-clearance.server.ts';
import type { DoneSteer, NewSteer } from './steers.server.ts';
import type { NewAssessment } from './write-assessment.server.ts';

const tooLong = (name: string, most: number) => ({
  error: `${name} must be ${most.toLocaleString('en-GB')} characters or fewer`,
});
const text = (missing: string, name: string, most: number) =>
  z.string({ error: missing }).trim().max(most, tooLong(name, most));
const optionalText = (name: string, most: number) =>
  z.string().trim().max(most, tooLong(name, most)).nullable().default(null);

/** A date that may be known only to its month or year; empty boxes are no date. */
const due = z
  .object({ day: z.string(), month: z.string(), year: z.string() })
  .partial()
  .default({})
  .transform((parts, context) => {
    if (Object.keys(parts).length === 0) return null;
    const read = readDateParts(parts, 'The date it is due');
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', path: [read.part], message: read.message });
    return z.NEVER;
  });

const words = z
  .string({ error: 'Enter the assessment' })
  .trim()
  .superRefine((typed, context) => {
    const problem = assessmentProblem(typed);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  })
  .pipe(z.string().max(4_000, tooLong('The assessment', 4_000)));

const assess = z
  .object({ act: z.literal('assess'), seen: z.coerce.number().int().min(0), words })
  .transform(({ act, ...form }) => ({ act, command: form satisfies Omit<NewAssessment, 'quarter'> }));

const clear = z
  .object({
    act: z.literal('clear'),
    role: text('Enter the role of whoever cleared it', 'The role', 150),
    clearedOn: dayField('The day it was cleared'),
    comment: optionalText('The comment', 1_000),
  })
  .transform(({ act, ...form }) => ({ act, command: form satisfies Omit<NewClearance, 'quarter'> }));

const steer = z
  .object({
    act: z.literal('steer'),
    fromWhom: text('Enter who asked for it', 'Who asked for it', 150),
    words: text('Enter what was asked for', 'What was asked for', 1_000),
    owner: text('Enter who is to do it', 'Who is to do it', 150),
    recommendation: z.string().trim().nullable().default(null),
    due,
  })
  .transform(({ act, ...form }) => ({ act, command: form satisfies Omit<NewSteer, 'quarter'> }));

const STEER = { error: 'Choose a steer or action from this page' };

const done = z
  .object({
    act: z.literal('done'),
    steer: z.coerce.number(STEER).int(STEER).min(1, STEER).max(2_147_483_647, STEER),
    doneOn: dayField('The day it was done'),
    words: optionalText('How it was done', 1_000),
  })
  .transform(({ act, ...form }) => ({ act, command: form satisfies Omit<DoneSteer, 'quarter'> }));

/** The forms on the page of the office's words: what is to be done, and the command without its quarter. */
export const officeForm = z.discriminatedUnion('act', [assess, clear, steer, done], {
  error: 'Choose what to do from the links on this page',
});

/** What a form on that page asks for. */
export type AskedOfOffice = z.output<typeof officeForm>;
