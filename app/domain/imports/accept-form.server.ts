import { z } from 'zod';
import { parseForm } from '../form.server.ts';
import type { AcceptCommand } from './accept-import.server.ts';
import { type ImportChoices, type ImportPlan, openConflicts } from './import-plan.ts';

const LONGEST_REASON = 500;

/** How the form of a file comes back that was refused: what is wrong, and what was chosen and typed. */
export interface ImportAnswer {
  errors: Record<string, string>;
  choices: ImportChoices;
  reason: string;
  as: AcceptCommand['as'] | null;
  seen: string;
}

const acceptForm = z.object({
  seen: z.string().default(''),
  as: z.enum(['drafts', 'submitted']).nullable().catch(null).default(null),
  reason: z.string().trim().max(LONGEST_REASON, `Shorten the reason to ${LONGEST_REASON} characters`).default(''),
});

/** What the form of a file says, and what is wrong with it as such. A choice that is none is not there. */
export function readAcceptForm(formData: FormData): ImportAnswer {
  const choices = Object.fromEntries([...formData].filter(isChoice));
  const form = parseForm(formData, acceptForm);
  if (form.ok) return { errors: {}, choices, ...form.value };
  const { seen = '', reason = '' } = form.values;
  return { errors: form.errors, choices, reason, as: null, seen };
}

function isChoice(entry: [string, FormDataEntryValue]): entry is [string, 'file' | 'record'] {
  return entry[0] !== 'reason' && (entry[1] === 'file' || entry[1] === 'record');
}

/** What the form leaves out of what a plan asks, by field, in the order of the form. */
export function missingAnswers(plan: ImportPlan, { reason, as }: ImportAnswer): Record<string, string> {
  const conflicts = openConflicts(plan).map(({ name, label }) => [name, `Choose which text stands: ${label}`]);
  return {
    ...Object.fromEntries(conflicts),
    ...(plan.kind === 'returns' && as === null ? { as: 'Choose what becomes of the returns' } : {}),
    ...(plan.kind === 'strategy' && reason === '' ? { reason: 'Enter why the record changes' } : {}),
  };
}
