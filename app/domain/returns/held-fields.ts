import { heldText } from '../imports/held-text.ts';
import { formatPartialDate, type PartialDate } from '../partial-date.ts';
import { dateParts, readDateParts } from '../partial-date-input.ts';
import { choicesOf } from './choice-words.ts';
import { isDateQuestion, questionsIn, type ReturnFields, typedAnswer } from './return-fields.ts';

/** What a cell may hold when it comes back (limits.ts of imports); an answer that can be submitted is shorter. */
const LONGEST_CELL = 10_000;

/**
 * The answers as a workbook can hold them, so that what was written into one and what comes back can be compared: dates
 * that can be read, in one way of writing; choices that are offered; text without spaces at its ends. What a workbook
 * cannot hold is left out. `questions`: those that the workbook asks; all when left out.
 */
export function heldFields(fields: ReturnFields, questions: readonly string[] = questionsIn(fields)): ReturnFields {
  return Object.assign({}, ...questions.map((question) => heldAnswer(fields, question)));
}

function heldAnswer(fields: ReturnFields, question: string): ReturnFields {
  if (isDateQuestion(question)) return dateFields(question, dateIn(fields, question));
  const text = heldText(fields[question] ?? '');
  const choices = choicesOf(question);
  const isHeld = choices ? choices.some(({ value }) => value === text) : text.length <= LONGEST_CELL;
  return isHeld && text !== '' ? { [question]: text } : {};
}

/** The date in the boxes of a question; null for none, and for what cannot be read as one. */
export function dateIn(fields: ReturnFields, question: string): PartialDate | null {
  const box = (name: string) => fields[`${question}.${name}`] ?? '';
  const read = readDateParts({ day: box('day'), month: box('month'), year: box('year') }, '');
  return read.ok ? read.value : null;
}

/** The boxes of a question filled with a date; none for no date. */
export function dateFields(question: string, date: PartialDate | null): ReturnFields {
  const boxes = Object.entries(dateParts(date)).filter(([, text]) => text !== '');
  return Object.fromEntries(boxes.map(([box, text]) => [`${question}.${box}`, text]));
}

/** The answer to a question in the words of a cell: dates and choices as a person would write them. Empty for none. */
export function answerCell(fields: ReturnFields, question: string): string {
  if (!isDateQuestion(question)) {
    const answer = fields[question] ?? '';
    return choicesOf(question)?.find(({ value }) => value === answer)?.word ?? answer;
  }
  const date = dateIn(fields, question);
  return date === null ? typedAnswer(fields, question) : formatPartialDate(date);
}
