import { z } from 'zod';
import { OBSERVATION_STATUSES } from '#db/tables/indicator.ts';
import { from } from '../milestones/record-fact-form.server.ts';
import { isPeriod } from '../period.ts';
import type { ValueCommand } from './record-value.server.ts';
import { NEW_SERIES, seriesChosen } from './series-choice.ts';
import { readNumber } from './value-rules.ts';

const PERIOD = 'Enter the period, such as 2025, 2025-Q4, 2025-10, 2025-10-31 or, for a financial year, 2025/26';

const value = z.string({ error: 'Enter the value' }).transform((text, context) => {
  const read = readNumber(text);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.message });
  return z.NEVER;
});

/** The reason of a change to the values, as the list of changes shows it. */
export const reason = z
  .string({ error: 'Enter the reason, so that a reader can follow it' })
  .trim()
  .max(500, { error: 'Use 500 characters or fewer' });

/** The form that records a value, as a command without its indicator. Its fields stand in the order of the page. */
export const recordValueForm = z
  .object({
    period: z.string({ error: PERIOD }).trim().refine(isPeriod, { error: PERIOD }),
    series: z.string({ error: 'Choose the series' }),
    newSeries: z.string().trim().max(100, { error: 'Use 100 characters or fewer' }).nullable().default(null),
    value,
    status: z.enum(OBSERVATION_STATUSES, { error: 'Choose how final the value is' }),
    note: z.string().trim().max(2_000, { error: 'Use 2,000 characters or fewer' }).nullable().default(null),
    ...from,
    reason,
    seen: z.coerce.number().int().min(0),
    replaces: z.coerce.number().int().min(1).nullable().default(null),
  })
  .transform(({ series: choice, newSeries, ...form }, context): Omit<ValueCommand, 'indicator'> => {
    const wrong = (message: string) => {
      context.addIssue({ code: 'custom', path: ['newSeries'], message });
      return z.NEVER;
    };
    const isNewSeries = choice === NEW_SERIES;
    if (isNewSeries && newSeries === null) return wrong('Enter the name of the new series');
    if (!isNewSeries && newSeries !== null) return wrong('Choose “A new series” to use this name, or leave it empty');
    return { ...form, isNewSeries, series: newSeries ?? seriesChosen(choice) };
  });
