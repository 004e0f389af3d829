import { z } from 'zod';
import { isExact } from './partial-date.ts';
import { type DateParts, readDateParts } from './partial-date-input.ts';

const boxes = z.object({ day: z.string(), month: z.string(), year: z.string() }).partial().default({});

/** A whole day in three boxes; the message lands on the box that is wrong. `name` begins the messages. */
export function dayField(name: string) {
  return boxes.transform((parts, context) => {
    const read = readDay(parts, name);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', path: [read.part], message: read.message });
    return z.NEVER;
  });
}

function readDay(parts: DateParts, name: string) {
  const read = readDateParts(parts, name);
  if (!read.ok || isExact(read.value)) return read;
  const part = parts.month?.trim() ? ('day' as const) : ('month' as const);
  return { ok: false as const, part, message: `${name} must include a day and a month` };
}
