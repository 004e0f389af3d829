import { CONFIDENCES } from '#db/tables/quarterly-return.ts';
import { STAGE_ORDER, STAGE_WORDS } from '../status-words.ts';
import { isDateQuestion, isTextQuestion } from './return-fields.ts';
import { ANSWER_WORDS, CHOICE_WORDS, ratingInWords, UNCHANGED_WORDS } from './return-words.ts';

/** An answer that can be chosen: as it is kept, and its words. */
export interface Choice {
  value: string;
  word: string;
}

const choices = (values: readonly string[], words: Record<string, string>): Choice[] =>
  values.map((value) => ({ value, word: words[value] ?? value }));

const OF_FACT = choices(['right', 'wrong', 'unsaid'], CHOICE_WORDS);
const OF_MILESTONE = choices(Object.keys(ANSWER_WORDS), ANSWER_WORDS);
const PLAIN: Record<string, Choice[]> = {
  unchanged: choices(['yes', 'no'], UNCHANGED_WORDS),
  confidence: CONFIDENCES.map((value) => ({ value, word: ratingInWords(value) })),
  helpNone: choices(['yes'], CHOICE_WORDS),
  stage: STAGE_ORDER.map((value) => ({ value, word: STAGE_WORDS[value].word })),
};

/** What can be chosen as the answer to a question, in the order of the form; null for one answered in other ways. */
export function choicesOf(question: string): Choice[] | null {
  if (isDateQuestion(question) || isTextQuestion(question)) return null;
  return PLAIN[question] ?? (question.startsWith('confirm.') ? OF_FACT : OF_MILESTONE);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();

/** The answer that a person's words choose, whatever their case and spaces; undefined when none is meant. */
export function choiceIn(question: string, text: string): string | undefined {
  const meant = plain(text);
  return choicesOf(question)?.find(({ value, word }) => plain(word) === meant || plain(value) === meant)?.value;
}
