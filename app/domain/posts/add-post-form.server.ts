import { z } from 'zod';
import { dayField } from '../day-field.server.ts';
import type { NewPost } from './add-post.server.ts';

const HOLDER = 'Choose a person from the list, or nobody';
const fromOn = dayField('The first day');

/** The form that adds a post. The day counts only when somebody is chosen who holds it. */
export const addPostForm = z
  .object({
    title: z
      .string({ error: 'Enter the title of the post' })
      .trim()
      .max(150, { error: 'Title must be 150 characters or fewer' }),
    organisation: z.string({ error: 'Choose the organisation' }),
    holder: z.coerce
      .number({ error: HOLDER })
      .int({ error: HOLDER })
      .min(1, { error: HOLDER })
      .nullable()
      .default(null),
    fromOn: z.unknown().optional(),
  })
  .transform(({ title, organisation, holder, fromOn: boxes }, context): NewPost => {
    if (holder === null) return { title, organisation, holder };
    const day = fromOn.safeParse(boxes);
    if (day.success) return { title, organisation, holder: { person: holder, fromOn: day.data } };
    for (const { path, message } of day.error.issues)
      context.addIssue({ code: 'custom', path: ['fromOn', ...path], message });
    return z.NEVER;
  });
