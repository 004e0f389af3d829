import type { ReturnAnswers } from './return-answers.ts';
import { type AskedMilestone, questionOf, questionOrder, type ReturnFields } from './return-fields.ts';
import { readAnswers } from './return-form.server.ts';
import { type RulesContext, returnProblems, returnWarnings } from './return-rules.ts';

export interface CheckedAnswers {
  answers: ReturnAnswers;
  /** A message for each field that keeps the return from being submitted, in the order of the page. */
  errors: Record<string, string>;
  warnings: string[];
}

/** Reads what was typed and holds it against the rules: every message at once. */
export function checkAnswers(
  fields: ReturnFields,
  asked: readonly AskedMilestone[],
  context: RulesContext,
): CheckedAnswers {
  const { answers, errors: unreadable } = readAnswers(fields, asked);
  const badly = new Set(Object.keys(unreadable).map(questionOf));
  const problems = Object.entries(returnProblems(answers, context)).filter(([field]) => !badly.has(questionOf(field)));
  const order = questionOrder(asked);
  const place = ([field]: [string, string]) => order.indexOf(questionOf(field));
  const errors = [...problems, ...Object.entries(unreadable)].sort((a, b) => place(a) - place(b));
  return { answers, errors: Object.fromEntries(errors), warnings: returnWarnings(answers, context) };
}
