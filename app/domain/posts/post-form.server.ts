import { z } from 'zod';
import { POST_ROLES } from '#db/tables/post.ts';
import { dayField } from '../day-field.server.ts';
import { tickedCodes } from '../ticked.ts';
import type { GiveRecommendations, PassOn } from './change-ownership.server.ts';
import type { HandOver } from './hand-over.server.ts';

const why = z.string().trim().max(500, { error: 'Why must be 500 characters or fewer' }).nullable().default(null);
const fromOn = dayField('The day');

/** Boxes named `recommendations.DAT-1`: the codes of those that are ticked. */
const recommendations = z
  .record(z.string(), z.string(), { error: 'Choose at least one recommendation' })
  .transform(tickedCodes);

/** Hidden fields named `confirmed.12`: what the person was shown and agreed to end. */
const confirmed = z
  .record(z.string().regex(/^\d{1,15}$/), z.string())
  .default({})
  .transform((shown) => Object.keys(shown).map(Number));

/** An id chosen from a list, or the word for none. */
const idOr = (none: string, message: string) =>
  z
    .string({ error: message })
    .regex(new RegExp(`^(\\d{1,15}|${none})$`), { error: message })
    .transform((value) => (value === none ? null : Number(value)));

const handOver = z
  .object({
    act: z.literal('hand-over'),
    seen: z.coerce.number().int().min(0),
    person: idOr('vacant', 'Choose who holds the post next, or that it is vacant'),
    fromOn,
    why,
  })
  .transform(({ act, ...form }) => ({ act, command: form satisfies Omit<HandOver, 'post'> }));

const give = z
  .object({
    act: z.literal('give'),
    recommendations,
    role: z.enum(POST_ROLES, { error: 'Choose what the post is to them' }),
    fromOn,
    why,
    confirmed,
  })
  .transform(({ act, ...form }) => ({ act, command: form satisfies Omit<GiveRecommendations, 'post'> }));

const pass = z
  .object({
    act: z.literal('pass-on'),
    recommendations,
    to: idOr('none', 'Choose the post that answers for them next, or no post'),
    fromOn,
    why,
    confirmed,
  })
  .transform(({ act, ...form }) => ({ act, command: form satisfies Omit<PassOn, 'post'> }));

/** The forms on a post's page: what is to be done, and the command without its post. */
export const postForm = z.discriminatedUnion('act', [handOver, give, pass], {
  error: 'Choose what to do from the links on this page',
});

/** What a form on a post's page asks for. */
export type AskedOfPost = z.output<typeof postForm>;
