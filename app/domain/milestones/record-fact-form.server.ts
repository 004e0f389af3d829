import { z } from 'zod';
import { FACT_KINDS, OUTCOME_KINDS } from '#db/tables/milestone-fact.ts';
import { SOURCE_TYPES } from '#db/tables/source.ts';
import { readDateParts } from '../partial-date-input.ts';
import type { FactCommand } from './record-fact.server.ts';

const boxes = z.object({ day: z.string(), month: z.string(), year: z.string() }).partial().default({});

/** A date in three boxes; the message lands on the box that is wrong. */
export const dateField = (name: string) =>
  boxes.transform((parts, context) => {
    const read = readDateParts(parts, name);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', path: [read.part], message: read.message });
    return z.NEVER;
  });

/** The same for a date that need not be given: three empty boxes are no date. */
export const optionalDate = (name: string) =>
  boxes.transform((parts, context) => {
    if (Object.values(parts).every((part) => part.trim() === '')) return null;
    const read = readDateParts(parts, name);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', path: [read.part], message: read.message });
    return z.NEVER;
  });

const text = (message: string) =>
  z.string({ error: message }).trim().max(4_000, { error: 'Use 4,000 characters or fewer' });
const optionalText = z.string().trim().max(4_000, { error: 'Use 4,000 characters or fewer' }).nullable().default(null);

/** The boxes of a source that is not in the record yet; all empty: none. */
const newSource = z
  .object({
    title: z.string().trim().max(300),
    publisher: z.string().trim().max(200),
    type: z.enum(SOURCE_TYPES),
    url: z
      .string()
      .trim()
      .regex(/^https?:\/\/\S+$/, { error: 'Enter a web address that begins with https://' }),
    publishedOn: optionalDate('The date of the new source'),
  })
  .partial()
  .transform((source, context) => {
    if (!source.title && !source.publisher && !source.url && !source.publishedOn) return null;
    if (!source.title)
      context.addIssue({ code: 'custom', path: ['title'], message: 'Enter the title of the new source' });
    if (!source.publisher)
      context.addIssue({ code: 'custom', path: ['publisher'], message: 'Enter who published the new source' });
    if (!source.title || !source.publisher) return z.NEVER;
    const { title, publisher, type = 'other', url = null, publishedOn = null } = source;
    return { title, publisher, type, url, publishedOn };
  })
  .default(null);

// The fields stand in the order of the page: an error summary lists its messages in the order of the schema.
/** `seen` is the number of the newest fact that the form was filled from. */
const seen = z.coerce.number().int().min(0);
const saidOn = dateField('When it was said');
const reason = text('Enter the reason, so that a reader can follow it');
/** Where something was seen: both may be left empty. */
export const from = { source: z.string().trim().nullable().default(null), newSource };

const laterDate = z.object({
  act: z.literal('later-date'),
  seen,
  value: dateField('The new date'),
  saidOn,
  reason,
  ...from,
});
/** A new baseline: who agreed it is part of its reason. */
const agreedDate = z
  .object({
    act: z.literal('agreed-date'),
    seen,
    value: dateField('The agreed date'),
    agreedBy: text('Enter who agreed it, by role').min(1, { error: 'Enter who agreed it, by role' }),
    saidOn,
    reason,
    ...from,
  })
  .transform(({ agreedBy, ...form }) => ({ ...form, reason: `Agreed by ${agreedBy}. ${form.reason}` }));
const takenBack = z.object({ act: z.literal('taken-back'), seen, saidOn, reason, ...from });
const outcome = z.object({
  act: z.literal('outcome'),
  seen,
  kind: z.enum(OUTCOME_KINDS, { error: 'Choose how the promise ended' }),
  value: dateField('The date of the outcome'),
  saidOn,
  reason,
  ...from,
});
const correction = z
  .object({
    act: z.literal('correct'),
    seen,
    replaces: z.coerce.number().int().min(1),
    kind: z.enum(FACT_KINDS, { error: 'Choose what the fact is' }),
    value: optionalDate('The date'),
    saidOn,
    note: optionalText,
    reason: text('Enter why it is corrected, so that a reader can follow it'),
    ...from,
  })
  .transform((form, context) => {
    if (form.kind === 'undated') return { ...form, value: null };
    if (form.value !== null) return form;
    context.addIssue({ code: 'custom', path: ['value', 'year'], message: 'The date must include a year' });
    return z.NEVER;
  });

/** The form on a milestone's page, in its five kinds, as a command without its milestone. */
export const recordFactForm = z
  .discriminatedUnion('act', [laterDate, agreedDate, takenBack, outcome, correction], {
    error: 'Choose what to record from the links on this page',
  })
  .transform((form): Omit<FactCommand, 'milestone'> => {
    const { seen, saidOn, source, newSource, reason } = form;
    const base = { seen, saidOn, source, newSource, reason };
    if (form.act === 'later-date')
      return { ...base, act: form.act, kind: 'forecast', value: form.value, note: reason, replaces: null };
    if (form.act === 'agreed-date')
      return { ...base, act: form.act, kind: 'agreed baseline', value: form.value, note: reason, replaces: null };
    if (form.act === 'taken-back')
      return { ...base, act: form.act, kind: 'undated', value: null, note: reason, replaces: null };
    if (form.act === 'outcome')
      return { ...base, act: form.act, kind: form.kind, value: form.value, note: reason, replaces: null };
    return { ...base, act: form.act, kind: form.kind, value: form.value, note: form.note, replaces: form.replaces };
  });
