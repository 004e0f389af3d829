import { createHash } from 'node:crypto';
import type { IsAsFilled } from './merge-drafts.ts';
import { questionsIn, type ReturnFields, typedAnswer } from './return-fields.ts';

/** Of SHA-256, in base64url: 96 bits. */
const MARK_LENGTH = 16;

const markOf = (answer: string): string =>
  createHash('sha256').update(answer).digest('base64url').slice(0, MARK_LENGTH);

/**
 * A mark for each answer that a form is filled with. The form carries them, so that on saving it can be told who
 * changed what, although the draft that it was filled from has been overwritten.
 */
export function draftMarks(fields: ReturnFields): string {
  const marks = questionsIn(fields).map((question) => `${question}=${markOf(typedAnswer(fields, question))}`);
  return marks.join(' ');
}

/** Reads the marks of a form; a question without one was filled with nothing. */
export function readMarks(marks: string): IsAsFilled {
  const markFor = new Map(marks.split(' ').map((mark) => mark.split('=', 2) as [string, string]));
  return (question, answer) => (markFor.get(question) ?? markOf('')) === markOf(answer);
}
