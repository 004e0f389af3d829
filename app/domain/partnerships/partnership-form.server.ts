import { z } from 'zod';
import { from, optionalDate } from '../milestones/record-fact-form.server.ts';
import { tickedCodes } from '../ticked.ts';

const MOST = 2_000;
const tooLong = (longest: number) => `Use ${longest.toLocaleString('en-GB')} characters or fewer`;
const needed = (message: string, longest: number) =>
  z
    .string({ error: message })
    .trim()
    .min(1, { error: message })
    .max(longest, { error: tooLong(longest) });
const optional = (longest: number) =>
  z
    .string({ error: 'This cannot be read as text' })
    .trim()
    .max(longest, { error: tooLong(longest) })
    .nullable()
    .default(null);

const row = { error: 'A row cannot be read' };
const out = z.string().nullable().default(null);
const memberRow = z.object({ organisation: optional(40), role: optional(200), out }, row);
const strandRow = z.object({ name: optional(200), detail: optional(MOST), out }, row);
/** Rows of boxes have numbers: `members.0.role`. */
const rowNumber = z.string().regex(/^\d{1,2}$/, { error: 'A row has a number from 0 to 99' });
const rows = { error: 'The rows cannot be read' };

/** The rows that count: one that is ticked as taken out, or whose boxes are empty, is none. */
function counting<R extends { out: string | null }>(all: Record<string, R>, isEmpty: (row: R) => boolean) {
  return Object.entries(all).filter(([, row]) => row.out === null && !isEmpty(row));
}

type MemberRow = z.output<typeof memberRow>;

const members = z
  .record(rowNumber, memberRow, rows)
  .default({})
  .transform((all, context) => {
    const filled = counting(all, ({ organisation, role }) => organisation === null && role === null);
    const faults = faultsOfMembers(filled);
    for (const { path, message } of faults) context.addIssue({ code: 'custom', path, message });
    if (filled.length === 0)
      context.addIssue({ code: 'custom', path: ['0', 'organisation'], message: 'Name at least one member' });
    if (filled.length === 0 || faults.length > 0) return z.NEVER;
    return filled.map(([, { organisation, role }]) => ({ organisation: organisation ?? '', role: role ?? '' }));
  });

function faultsOfMembers(filled: [string, MemberRow][]): { path: string[]; message: string }[] {
  const codes = filled.map(([, { organisation }]) => organisation);
  return filled.flatMap(([row, { organisation, role }], i) => [
    ...(organisation === null
      ? [{ path: [row, 'organisation'], message: `Choose the organisation of member ${Number(row) + 1}` }]
      : []),
    ...(organisation !== null && codes.indexOf(organisation) < i
      ? [
          {
            path: [row, 'organisation'],
            message: `Member ${Number(row) + 1} is in a row above. Name each organisation once`,
          },
        ]
      : []),
    ...(role === null ? [{ path: [row, 'role'], message: `Enter the role of member ${Number(row) + 1}` }] : []),
  ]);
}

const strands = z
  .record(rowNumber, strandRow, rows)
  .default({})
  .transform((all, context) => {
    const filled = counting(all, ({ name, detail }) => name === null && detail === null);
    const nameless = filled.filter(([, { name }]) => name === null);
    for (const [row] of nameless)
      context.addIssue({ code: 'custom', path: [row, 'name'], message: `Enter the name of strand ${Number(row) + 1}` });
    if (nameless.length > 0) return z.NEVER;
    return filled.map(([, { name, detail }]) => ({ name: name ?? '', detail }));
  });

/** Ticked boxes: `themes.DAT`. */
const themes = z
  .record(z.string(), z.literal('yes'), { error: 'Choose from the themes on this page' })
  .default({})
  .transform(tickedCodes);

// The fields stand in the order of the page: an error summary lists its messages in the order of the schema.
const fields = {
  name: needed('Enter the name', 200),
  startedOn: optionalDate('When it started'),
  purpose: needed('Enter what it is for', MOST),
  funding: optional(500),
  members,
  themes,
  strands,
  ...from,
  note: optional(MOST),
  reason: needed('Enter the reason, so that a reader can follow it', 500),
};

/** The form that adds a partnership, as a command. */
export const addPartnershipForm = z.object({
  code: needed('Enter the code', 20).transform((code) => code.toUpperCase()),
  ...fields,
});

/** The form that edits a partnership, as a command without its code. */
export const editPartnershipForm = z.object({ ...fields, seen: z.coerce.number().int().min(0) });
