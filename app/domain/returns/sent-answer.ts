import { type UnderstoodDate, understandDate } from '../understood-date.ts';
import { choiceIn, choicesOf } from './choice-words.ts';
import { dateFields } from './held-fields.ts';
import { isDateQuestion, type ReturnFields } from './return-fields.ts';

/** What a cell answers. */
export interface ReadAnswer {
  fields: ReturnFields;
  /** How the cell was understood, where it does not say so itself. */
  understood: string | null;
}

/** Reads the cell of an answer, which may be empty; or says what to write instead, in words that begin small. */
export function readAnswerCell(question: string, text: string): ReadAnswer | { mend: string } {
  if (text === '') return { fields: {}, understood: null };
  if (isDateQuestion(question)) return readDate(question, text);
  const choices = choicesOf(question);
  const answer = choices ? choiceIn(question, text) : text;
  if (answer !== undefined) return { fields: { [question]: answer }, understood: null };
  return { mend: `choose one of: ${(choices ?? []).map(({ word }) => word).join(', ')}; or leave it empty` };
}

function readDate(question: string, text: string): ReadAnswer | { mend: string } {
  const date: UnderstoodDate = understandDate(text);
  if (date.kind === 'refused') return { mend: date.mend };
  if (date.kind === 'none') return { fields: {}, understood: `“${text}” was read as no date` };
  return { fields: dateFields(question, date.value), understood: date.understood };
}
