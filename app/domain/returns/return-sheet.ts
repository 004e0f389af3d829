import type { Confidence } from '#db/tables/quarterly-return.ts';
import { FACT_WORDS } from '../fact-words.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { CONFIRMATION_WORDS, STAGE_WORDS } from '../status-words.ts';
import { choicesOf } from './choice-words.ts';
import { answerCell } from './held-fields.ts';
import type { ReturnComments, ReturnContent } from './return-content.ts';
import {
  confirmationFields,
  FIELD_WORDS,
  fieldsFrom,
  milestoneFields,
  questionOrder,
  questionsIn,
  type ReturnFields,
} from './return-fields.ts';
import { FIELD_HINTS, MILESTONE_HINTS } from './return-hints.ts';
import type { AskedMilestones, ReturnMilestone } from './return-milestones.ts';
import { ratingInWords } from './return-words.ts';
import { ABOUT_FIELDS, madeFromInWords } from './sent-returns.ts';

/** A return as a sheet to fill in: one row a question. Plain data. */
export interface ReturnSheet {
  quarter: Quarter;
  recommendation: string;
  title: string;
  /** What stands above the rows, in sentences. */
  lines: string[];
  rows: ReturnSheetRow[];
}

export interface ReturnSheetRow {
  field: string;
  question: string;
  answer: string;
  /** What was answered last quarter; empty for nothing. */
  last: string;
  hint: string;
  /** What can be chosen; null where anything can be written. */
  choices: string[] | null;
}

/** What a sheet is made of. */
export interface ReturnSheetSource {
  quarter: Quarter;
  recommendation: string;
  title: string;
  deadline: Day;
  milestones: AskedMilestones;
  stage: { stage: keyof typeof STAGE_WORDS } | null;
  lastQuarter: { quarter: Quarter; content: ReturnContent; ownConfidence: Confidence | null } | null;
  sentBack: { comment: string | null; comments: ReturnComments } | null;
  /** The draft as a workbook can hold it (held-fields.ts), what it is of (draft-basis.ts), and its marks. */
  fields: ReturnFields;
  /** Questions that the draft answers in a way that no workbook can hold. */
  unheld: readonly string[];
  seen: string;
  marks: string;
}

/** The questions that a return asks: whether anything has changed only where there is one to compare with. */
export function questionsAsked({ milestones, lastQuarter }: Pick<ReturnSheetSource, 'milestones' | 'lastQuarter'>) {
  return questionOrder(milestones.asked).filter((question) => question !== 'unchanged' || lastQuarter !== null);
}

/** The sheet of one return: what it is, every question with the draft's answer, and last the marks of those answers. */
export function returnSheet(source: ReturnSheetSource): ReturnSheet {
  const { quarter, recommendation, title, fields, unheld, seen, marks } = source;
  const questions = askedWords(source);
  const last = lastAnswers(source);
  const rows = questionsAsked(source).map((field) => ({
    field,
    ...(questions.get(field) ?? { question: field, hint: '' }),
    ...(unheld.includes(field) ? { hint: UNHELD } : {}),
    answer: answerCell(fields, field),
    last: last.get(field) ?? '',
    choices: choicesOf(field)?.map(({ word }) => word) ?? null,
  }));
  const [ofQuarter, ofRecommendation, madeFrom, withMarks] = ABOUT_FIELDS;
  return {
    ...{ quarter, recommendation, title, lines: linesAbove(source) },
    rows: [
      aboutRow(ofQuarter, 'The quarter that this return is for', quarter),
      aboutRow(ofRecommendation, 'The recommendation that it is about', recommendation),
      aboutRow(madeFrom, 'What this sheet was made from', madeFromInWords(seen)),
      ...rows,
      aboutRow(withMarks, 'Tells what you changed from what others changed', marks || 'none'),
    ],
  };
}

const UNHELD =
  'Your draft has an answer here that no cell can hold: it is too long, or no date. It stays if you leave this empty.';

const aboutRow = (field: string, question: string, answer: string): ReturnSheetRow => ({
  ...{ field, question, answer, last: '', choices: null },
  hint: 'Do not change this.',
});

function linesAbove({ quarter, deadline, sentBack, stage, milestones, lastQuarter }: ReturnSheetSource): string[] {
  const stands = stage
    ? `The stage that stands is “${STAGE_WORDS[stage.stage].word}”.`
    : 'Its stage is not judged yet.';
  const { comment = null, comments = {} } = sentBack ?? {};
  return [
    `Return for ${quarterLabel(quarter)}, due ${formatPartialDate(deadline)}. ${stands}`,
    lastQuarter
      ? `Beside your answers stand those for ${quarterLabel(lastQuarter.quarter)}, the last return that was accepted.`
      : 'No earlier return was accepted, so there is nothing beside your answers.',
    ...(comment === null ? [] : [`The strategy office sent this return back: ${comment}`]),
    ...(comments.milestones === undefined
      ? []
      : [`The strategy office says of the milestones: ${comments.milestones}`]),
    ...(milestones.all.length > 0 ? [] : ['No promise with a date is recorded for this recommendation.']),
    'Write in the column “Your answer”. Leave empty what you cannot answer yet.',
  ];
}

type Words = { question: string; hint: string };

/** What each question asks and what to write, with the office's words on what came back. */
function askedWords({ milestones, sentBack }: ReturnSheetSource): Map<string, Words> {
  const comments: Record<string, string | undefined> = { ...sentBack?.comments };
  const plain = Object.entries(FIELD_WORDS).map(([field, question]): [string, Words] => {
    const hint = FIELD_HINTS[field as keyof typeof FIELD_WORDS];
    const said = comments[field];
    return [field, { question, hint: said === undefined ? hint : `${hint}\nThe strategy office says: ${said}` }];
  });
  return new Map([...plain, ...milestones.all.flatMap(milestoneWords)]);
}

function milestoneWords(milestone: ReturnMilestone): [string, Words][] {
  const { code, title, firstDate, latestDate, fromMemory, confirmation, source } = milestone;
  const names = milestoneFields(code);
  const first = firstDate ? formatPartialDate(firstDate) : 'none recorded';
  const stands = latestDate ? formatPartialDate(latestDate) : 'none';
  const from = CONFIRMATION_WORDS[confirmation].word + (source ? `: ${source.title}, ${source.publisher}` : '');
  const what = `What is new about ${code}?\n${title}\nFirst date: ${first}. Date that stands: ${stands}.\n${from}`;
  return [
    [names.answer, { question: what, hint: MILESTONE_HINTS.answer }],
    [names.date, { question: `New date of ${code}, or the date on which it ended`, hint: MILESTONE_HINTS.date }],
    [names.reason, { question: `Reason for what is new about ${code}`, hint: MILESTONE_HINTS.reason }],
    ...fromMemory.flatMap((fact): [string, Words][] => {
      const { answer, words } = confirmationFields(code, fact.number);
      const said = `${FACT_WORDS[fact.kind].word}${fact.value ? `, ${formatPartialDate(fact.value)}` : ''}`;
      const when = `Said ${formatPartialDate(fact.saidOn)}.`;
      return [
        [
          answer,
          { question: `Fact ${fact.number} of ${code}: ${said}. Is it right? ${when}`, hint: MILESTONE_HINTS.isRight },
        ],
        [
          words,
          { question: `If fact ${fact.number} of ${code} is wrong: what is right?`, hint: MILESTONE_HINTS.words },
        ],
      ];
    }),
  ];
}

/** The answers of the last quarter that was accepted, in words, by question. */
function lastAnswers({ lastQuarter, milestones }: ReturnSheetSource): Map<string, string> {
  if (!lastQuarter) return new Map();
  const { content, ownConfidence } = lastQuarter;
  const said = { ...content, confirmations: [] };
  const codes = milestones.all.map(({ code }) => code);
  const { unchanged: _, ...fields } = fieldsFrom(said, codes);
  const answers = new Map(questionsIn(fields).map((question) => [question, answerCell(fields, question)]));
  if (ownConfidence)
    answers.set(
      'confidence',
      `${ratingInWords(content.confidence)}. The strategy office’s own rating: ${ratingInWords(ownConfidence)}`,
    );
  return answers;
}
