import { z } from 'zod';

const SHORTEST = 4;

const text = z
  .string({ error: 'Enter the text to remove' })
  .trim()
  .min(SHORTEST, { error: `Enter ${SHORTEST} characters or more, so that nothing else is removed with it` })
  .max(1_000, { error: 'Enter 1,000 characters or fewer' })
  .refine((given) => !/[\r\n]/.test(given), { error: 'Enter one line: remove the lines of a longer text one by one' });

/** The form that looks for a text. */
export const findTextForm = z.object({ text });

/** The form that removes it, as a command. */
export const redactForm = z.object({
  text,
  reason: z
    .string({ error: 'Enter the reason: it stands where the text was' })
    .trim()
    .min(1, { error: 'Enter the reason: it stands where the text was' })
    .max(200, { error: 'Enter 200 characters or fewer' })
    .refine((given) => !/[\r\n]/.test(given), { error: 'Enter one line' }),
  seen: z.coerce.number().int().min(0),
});
