import { z } from 'zod';
import { parseForm } from '../form.server.ts';
import type { AcceptCommand } from './accept-import.server.ts';
import type { ImportChoices } from './import-plan.ts';

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
