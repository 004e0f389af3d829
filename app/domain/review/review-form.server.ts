import { z } from 'zod';
import { RETURN_SECTIONS } from '#db/tables/quarterly-return.ts';

const LONGEST = 2_000;
const words = z
  .string()
  .trim()
  .max(LONGEST, { error: `Use ${LONGEST.toLocaleString('en-GB')} characters or fewer` })
  .nullable()
  .default(null);
const comments = z.partialRecord(z.enum(RETURN_SECTIONS), words.unwrap().unwrap()).default({});
const seen = z.coerce.number().int().min(0);
const REASON = 'Enter why the return is recorded as missing';

const RATINGS = ['same', 'Green', 'Amber', 'Red'] as const;

/** The forms on the office's page of one return: what is to be done, and the command without the return. */
export const reviewForm = z.discriminatedUnion(
  'act',
  [
    z
      .object({
        act: z.literal('accept'),
        seen,
        ownConfidence: z.enum(RATINGS, { error: 'Choose a rating, or the owner’s' }).default('same'),
        comment: words,
        addMilestone: z.string().optional(),
        comments,
      })
      .superRefine((form, context) => {
        for (const section of Object.keys(form.comments))
          context.addIssue({
            code: 'custom',
            path: ['comments', section],
            message:
              'Comments on parts are for a return that is sent back. Move it to your comment on the whole, or send the return back',
          });
      })
      .transform(({ comments: _, ...form }) => ({
        ...form,
        ownConfidence: form.ownConfidence === 'same' ? null : form.ownConfidence,
        addMilestone: form.addMilestone === 'yes',
      })),
    z.object({ act: z.literal('send-back'), seen, comment: words, comments }),
    z.object({
      act: z.literal('missing'),
      seen,
      reason: z
        .string({ error: REASON })
        .trim()
        .min(1, { error: REASON })
        .max(LONGEST, { error: `Use ${LONGEST.toLocaleString('en-GB')} characters or fewer` }),
    }),
  ],
  { error: 'Use one of the buttons on this page' },
);

/** What a form on the office's page of a return asks for. */
export type ReviewRequest = z.output<typeof reviewForm>;
