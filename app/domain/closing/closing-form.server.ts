import { z } from 'zod';
import { PUBLISHABLE_FIELDS, type PublishableField } from '#db/tables/quarter-version.ts';
import { fieldBox } from './field-box.ts';

const SEEN = { error: 'Open this page again and look at what it shows' };
const seen = z.coerce.number(SEEN).int(SEEN).min(0, SEEN);

/** The ticked boxes; each is a field of its own and sends "yes". */
const fields = z
  .record(z.string(), z.string())
  .default({})
  .transform((boxes): PublishableField[] => PUBLISHABLE_FIELDS.filter((field) => boxes[boxOf(field)] === 'yes'));

const boxOf = (field: PublishableField): string => fieldBox(field).replace(/^fields\./, '');

/** The form that closes a quarter. */
export const closeForm = z.object({ seen });

/** The form that publishes a quarter. */
export const publishForm = z.object({ seen, fields });

/** What a button of the form of a correction asks for: to see what would change, to go back, or to do it. */
export const CORRECTION_STEPS = ['show', 'change', 'confirm'] as const;

/** The form that corrects a quarter. `fields` is null of a quarter that is not published: its form has no boxes. */
export const correctForm = z
  .object({
    // Given by the page that shows what would change.
    seen: seen.default(0),
    reason: z.string().trim().default(''),
    assessment: z.string().trim().default(''),
    chooses: z.literal('yes').optional(),
    fields,
    step: z.enum(CORRECTION_STEPS).default('show'),
  })
  .transform(({ chooses, fields: chosen, ...form }) => ({ ...form, fields: chooses ? chosen : null }));
