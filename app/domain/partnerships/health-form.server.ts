import { z } from 'zod';
import { HEALTH_DIMENSIONS } from '#db/tables/partnership-health.ts';
import { dayField } from '../day-field.server.ts';
import { dimensionSlug } from './partnership-health.ts';

const text = z
  .string({ error: 'This cannot be read as text' })
  .trim()
  .max(2_000, { error: 'Use 2,000 characters or fewer' })
  .nullable()
  .default(null);

/** Words and what they rest on: both, or none. */
const said = z
  .object({ words: text, evidence: text }, { error: 'This cannot be read' })
  .default({ words: null, evidence: null })
  .transform(({ words, evidence }, context) => {
    if (words === null && evidence === null) return null;
    if (words === null)
      context.addIssue({
        code: 'custom',
        path: ['words'],
        message: 'Say in words how it stands, or clear the evidence',
      });
    if (evidence === null)
      context.addIssue({
        code: 'custom',
        path: ['evidence'],
        message: 'Say what this rests on: who said it, which paper',
      });
    return words === null || evidence === null ? z.NEVER : { words, evidence };
  });

const dimensions = Object.fromEntries(HEALTH_DIMENSIONS.map((dimension) => [dimensionSlug(dimension), said]));

/** The form that notes how a partnership does, as a command without its code. */
export const healthForm = z
  .object({ notedOn: dayField('The day it was looked at'), said: z.object(dimensions).default({}) })
  .transform(({ notedOn, said }, context) => {
    const words = HEALTH_DIMENSIONS.flatMap((dimension) => {
      const each = said[dimensionSlug(dimension)];
      return each ? [{ dimension, ...each }] : [];
    });
    if (words.length > 0) return { notedOn, words };
    const path = ['said', dimensionSlug(HEALTH_DIMENSIONS[0]), 'words'];
    context.addIssue({ code: 'custom', path, message: 'Say something of at least one of the seven' });
    return z.NEVER;
  });
