import { z } from 'zod';
import { CONFIDENCES, STATEMENT_KINDS } from '#db/tables/quarterly-return.ts';
import { STAGES } from '#db/tables/stage-judgement.ts';
import { inFieldName } from '../codes.ts';
import { parseForm } from '../form.server.ts';
import { readDateParts } from '../partial-date-input.ts';
import type { ReturnAnswers } from './return-answers.ts';
import { type AskedMilestone, FIELD_WORDS, questionOf, type ReturnFields } from './return-fields.ts';

/** Characters that one answer may have; a title or a role is a line. */
export const MOST_CHARACTERS = { text: 4_000, line: 300 };

const limited = (most: number, name: string) =>
  z
    .string()
    .trim()
    .max(most, { error: `${name} must be ${most.toLocaleString('en-GB')} characters or fewer` })
    .nullable()
    .default(null);
const text = (name: string) => limited(MOST_CHARACTERS.text, name);
const line = (name: string) => limited(MOST_CHARACTERS.line, name);

/** A date in three boxes; empty boxes are no date, and the message lands on the box that is wrong. */
const date = (name: string) =>
  z
    .object({ day: z.string(), month: z.string(), year: z.string() })
    .partial()
    .default({})
    .transform((parts, context) => {
      if (Object.keys(parts).length === 0) return null;
      const read = readDateParts(parts, name);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', path: [read.part], message: read.message });
      return z.NEVER;
    });

const choice = <const T extends readonly [string, ...string[]]>(values: T, error: string) =>
  z.enum(values, { error }).nullable().default(null);

const milestone = (code: string) =>
  z
    .object({
      answer: choice(['same', ...STATEMENT_KINDS], `Choose what is new about ${code} from the answers on the page`),
      date: date(`The date of ${code}`),
      reason: text(`The reason for ${code}`),
    })
    .prefault({});

const confirmation = (code: string, fact: number) =>
  z
    .object({
      answer: choice(['right', 'wrong', 'unsaid'], `Choose whether fact ${fact} of ${code} is right`),
      words: text(`What is right about ${code}`),
    })
    .prefault({});

const group = <T extends z.ZodType>(entries: [string | number, T][]) =>
  z.object(Object.fromEntries(entries) as Record<string, T>).prefault({} as never);

/** The schema of one recommendation's form. */
function returnForm(asked: readonly AskedMilestone[]) {
  const open = asked.filter(({ isOpen }) => isOpen);
  return z.object({
    unchanged: choice(['yes', 'no'], 'Say whether anything has changed'),
    confidence: choice(CONFIDENCES, 'Choose a delivery confidence'),
    confidenceReason: text(FIELD_WORDS.confidenceReason),
    achieved: text(FIELD_WORDS.achieved),
    next: text(FIELD_WORDS.next),
    risks: text(FIELD_WORDS.risks),
    pathToGreen: text(FIELD_WORDS.pathToGreen),
    helpNone: choice(['yes'], 'Tick the box or leave it'),
    help: text(FIELD_WORDS.help),
    helpFrom: line(FIELD_WORDS.helpFrom),
    helpBy: date('By when it is wanted'),
    milestone: group(open.map(({ code }) => [inFieldName(code), milestone(code)])),
    confirm: group(
      asked.map(({ code, facts }) => [inFieldName(code), group(facts.map((fact) => [fact, confirmation(code, fact)]))]),
    ),
    stage: choice(STAGES, 'Choose a stage from the list'),
    stageReason: text(FIELD_WORDS.stageReason),
    proposedMilestone: line(FIELD_WORDS.proposedMilestone),
    proposedDate: date('The date of the new milestone'),
    evidence: text(FIELD_WORDS.evidence),
    clearedBy: line(FIELD_WORDS.clearedBy),
    clearedOn: date('The date of clearance'),
  });
}

/**
 * Reads what was typed: the answers, and a message for each field that cannot be read, whose answer is then left out.
 * Whether the answers are complete and fit the record is a matter of the rules (return-rules.ts).
 */
export function readAnswers(
  fields: ReturnFields,
  asked: readonly AskedMilestone[],
): { answers: ReturnAnswers; errors: Record<string, string> } {
  const schema = returnForm(asked);
  const whole = parseForm(formData(fields), schema);
  if (whole.ok) return { answers: answersFrom(whole.value, asked), errors: {} };
  const unreadable = new Set(Object.keys(whole.errors).map(questionOf));
  const rest = Object.entries(fields).filter(([name]) => !unreadable.has(questionOf(name)));
  const readable = parseForm(formData(Object.fromEntries(rest)), schema);
  if (!readable.ok) throw new TypeError(`The form cannot be read: ${JSON.stringify(readable.errors)}`);
  return { answers: answersFrom(readable.value, asked), errors: whole.errors };
}

function formData(fields: ReturnFields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

function answersFrom(form: z.output<ReturnType<typeof returnForm>>, asked: readonly AskedMilestone[]): ReturnAnswers {
  const { unchanged, helpNone, milestone: said, confirm, ...columns } = form;
  return {
    ...columns,
    unchanged: unchanged === null ? null : unchanged === 'yes',
    helpNone: helpNone !== null,
    milestones: asked.flatMap(({ code }) => {
      const of = said[inFieldName(code)];
      return of ? [{ milestone: code, answer: of.answer, value: of.date, reason: of.reason }] : [];
    }),
    confirmations: asked.flatMap(({ code, facts }) =>
      facts.flatMap((fact) => {
        const of = confirm[inFieldName(code)]?.[fact];
        return of
          ? [{ milestone: code, fact, answer: of.answer === 'unsaid' ? null : of.answer, words: of.words }]
          : [];
      }),
    ),
  };
}
