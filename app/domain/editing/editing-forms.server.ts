import { z } from 'zod';
import { REPORTINGS } from '#db/tables/recommendation.ts';
import { STAGES } from '#db/tables/stage-judgement.ts';
import { dayField } from '../day-field.server.ts';
import { dateField, from, optionalDate } from '../milestones/record-fact-form.server.ts';

const needed = (message: string, longest: number) =>
  z
    .string({ error: message })
    .trim()
    .min(1, { error: message })
    .max(longest, { error: `Use ${longest.toLocaleString('en-GB')} characters or fewer` });
const optional = z.string().trim().max(2_000, { error: 'Use 2,000 characters or fewer' }).nullable().default(null);
const reason = needed('Enter the reason, so that a reader can follow it', 500);
/** Number of the version that the form was filled from. */
const seen = z.coerce.number().int().min(0);

// The fields stand in the order of the page: an error summary lists its messages in the order of the schema.

/** The form that changes a recommendation's text, as a command without its code. */
export const editRecommendationForm = z.object({
  title: needed('Enter the title', 200),
  summary: needed('Enter what it asks', 2_000),
  target: optional,
  targetDue: optionalDate('The date of the target'),
  doneWhen: optional,
  reporting: z
    .enum(['by stage', ...REPORTINGS], { error: 'Choose how often it reports' })
    .transform((reporting) => (reporting === 'by stage' ? null : reporting)),
  placeInSource: optional,
  note: optional,
  reason,
  seen,
});

/** The form that adds a recommendation, as a command without its theme. */
export const addRecommendationForm = z.object({
  code: needed('Enter the code', 24),
  title: needed('Enter the title', 200),
  summary: needed('Enter what it asks', 2_000),
  ...from,
  reason,
});

/** The form that adds a milestone, as a command without its recommendation. */
export const addMilestoneForm = z.object({
  title: needed('Enter the promise', 300),
  value: dateField('The first date'),
  saidOn: dateField('When it was said'),
  ...from,
  reason,
});

/** The form that changes a milestone's wording, as a command without its code. */
export const editMilestoneForm = z.object({
  title: needed('Enter the promise', 300),
  note: optional,
  reason,
  seen,
});

/** The form that judges a stage, as a command without its recommendation. */
export const judgeStageForm = z.object({
  stage: z.enum(STAGES, { error: 'Choose the stage' }),
  judgedOn: dayField('The day of the judgement'),
  reason: needed('Enter the reason: a stage is never shown without it', 1_000),
  seen,
});
