import { z } from 'zod';
import { fromFieldName } from '../codes.ts';
import { dayField } from '../day-field.server.ts';
import { isQuarter } from '../quarter.ts';
import { tickedCodes } from '../ticked.ts';

/** Boxes named `recommendations.DAT-1`: the codes of those that are ticked. */
const boxes = (message: string) => z.record(z.string(), z.string(), { error: message }).transform(tickedCodes);

/** Boxes named `returns.DAT-1`, each with the number of the act that was seen. */
const seen = z
  .record(z.string(), z.string().regex(/^\d{1,9}$/), { error: 'Tick the returns to accept' })
  .transform((ticked) =>
    Object.entries(ticked).map(([name, number]) => ({ recommendation: fromFieldName(name), seen: Number(number) })),
  );

const quarter = z.string({ error: 'Choose a quarter' }).refine(isQuarter, { error: 'Choose a quarter' });
const WHY = 'Enter the reason for the later deadline';

/** The forms on the page of a commission: what is to be done, and the command. */
export const commissionForm = z.discriminatedUnion(
  'act',
  [
    z.object({
      act: z.literal('commission'),
      quarter,
      recommendations: boxes('Choose at least one recommendation'),
      deadline: dayField('The deadline'),
    }),
    z.object({ act: z.literal('add'), quarter, recommendations: boxes('Choose at least one recommendation to add') }),
    z
      .object({
        act: z.literal('take-out'),
        quarter,
        takeOut: boxes('Choose at least one recommendation to take out'),
      })
      .transform(({ takeOut, ...form }) => ({ ...form, recommendations: takeOut })),
    z.object({
      act: z.literal('extend'),
      quarter,
      post: z
        .string({ error: 'Choose a post' })
        .regex(/^\d{1,15}$/, { error: 'Choose a post' })
        .transform(Number),
      deadline: dayField('The new deadline'),
      why: z
        .string({ error: WHY })
        .trim()
        .min(1, { error: WHY })
        .max(500, { error: 'The reason must be 500 characters or fewer' }),
    }),
    z.object({ act: z.literal('clearance'), quarter }),
    z.object({ act: z.literal('accept-unchanged'), quarter, returns: seen }),
  ],
  { error: 'Use one of the forms on this page' },
);

/** What a form on the page of a commission asks for. */
export type CommissionRequest = z.output<typeof commissionForm>;
