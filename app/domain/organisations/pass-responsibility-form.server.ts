import { z } from 'zod';
import { RESPONSIBILITY_BASES } from '#db/tables/responsibility.ts';
import { dayField } from '../day-field.server.ts';
import { tickedCodes } from '../ticked.ts';
import type { PassResponsibility } from './pass-responsibility.server.ts';

/** The form on an organisation's page: the command without the organisation, its fields in the order of the page. */
export const passResponsibilityForm = z
  .object({
    to: z.string({ error: 'Choose the organisation that answers for them next' }),
    fromOn: dayField('The day'),
    /** Boxes named `recommendations.DAT-1`: the codes of those that are ticked. */
    recommendations: z
      .record(z.string(), z.string(), { error: 'Choose at least one recommendation' })
      .transform(tickedCodes),
    basis: z.enum(RESPONSIBILITY_BASES, { error: 'Choose whether a source states it or it is our inference' }),
    why: z
      .string({ error: 'Enter why, so that a reader can follow it' })
      .trim()
      .max(1_000, { error: 'Why must be 1,000 characters or fewer' }),
    source: z.string().nullable().default(null),
  })
  .transform((form) => form satisfies Omit<PassResponsibility, 'from'>);
