import { fromFieldName, inFieldName } from '../codes.ts';
import { dateParts } from '../partial-date-input.ts';
import { CONTENT_COLUMNS, type ReturnContent } from './return-content.ts';

/** What was typed into a return's form, by the names of its fields; what is empty is left out. */
export type ReturnFields = Record<string, string>;

/** The fields of the form that are not about one milestone, in the order of the page, and what each asks. */
export const FIELD_WORDS = {
  unchanged: 'Has anything changed since the last return?',
  confidence: 'Delivery confidence',
  confidenceReason: 'Reason for the delivery confidence',
  achieved: 'What was achieved',
  next: 'What comes next',
  risks: 'Risks and issues',
  pathToGreen: 'Path to green',
  helpNone: 'No decision or help is wanted',
  help: 'Decision or help wanted',
  helpFrom: 'From whom it is wanted',
  helpBy: 'By when it is wanted',
  stage: 'Stage',
  stageReason: 'Reason for the new stage',
  proposedMilestone: 'New milestone proposed',
  proposedDate: 'Date of the new milestone',
  evidence: 'Evidence, and where it can be seen',
  clearedBy: 'Who cleared this return',
  clearedOn: 'When it was cleared',
} as const;
type PlainField = keyof typeof FIELD_WORDS;

const PLAIN = Object.keys(FIELD_WORDS) as PlainField[];
const DATES = ['helpBy', 'proposedDate', 'clearedOn'] as const;
const CHOICES = ['unchanged', 'confidence', 'helpNone', 'stage'] as const;
const BOXES = ['day', 'month', 'year'] as const;
const BOX = /\.(day|month|year)$/;
const OF_MILESTONE = /^milestone\.([\w-]+)\.(answer|date|reason)$/;
const OF_FACT = /^confirm\.([\w-]+)\.(\d+)\.(answer|words)$/;

/** A milestone as far as the form asks about it: whether it is open, and its facts that rest on memory. */
export interface AskedMilestone {
  code: string;
  isOpen: boolean;
  facts: readonly number[];
}

/** The names of the fields about one milestone. */
export function milestoneFields(milestone: string): { answer: string; date: string; reason: string } {
  const name = `milestone.${inFieldName(milestone)}`;
  return { answer: `${name}.answer`, date: `${name}.date`, reason: `${name}.reason` };
}

/** The names of the fields about one fact that rests on memory. */
export function confirmationFields(milestone: string, fact: number): { answer: string; words: string } {
  const name = `confirm.${inFieldName(milestone)}.${fact}`;
  return { answer: `${name}.answer`, words: `${name}.words` };
}

/** The question that a field belongs to: the three boxes of a date are one. */
export function questionOf(field: string): string {
  return field.replace(BOX, '');
}

const isPlain = (name: string): name is PlainField => Object.hasOwn(FIELD_WORDS, name);

/** Every question of a form, in the order of the page. */
export function questionOrder(milestones: readonly AskedMilestone[]): string[] {
  const [before, after] = [PLAIN.slice(0, PLAIN.indexOf('stage')), PLAIN.slice(PLAIN.indexOf('stage'))];
  const about = milestones.flatMap(({ code, isOpen, facts }) => [
    ...(isOpen ? Object.values(milestoneFields(code)) : []),
    ...facts.flatMap((fact) => Object.values(confirmationFields(code, fact))),
  ]);
  return [...before, ...about, ...after];
}

/** True for a question that is answered by a date in three boxes. */
export function isDateQuestion(question: string): boolean {
  return DATES.some((date) => date === question) || OF_MILESTONE.exec(question)?.[2] === 'date';
}

/** True for a question that is answered in words of one's own. */
export function isTextQuestion(question: string): boolean {
  return !isDateQuestion(question) && !CHOICES.some((choice) => choice === question) && !/\.answer$/.test(question);
}

/** What a question asks, in words: "DAT-1.3: reason". Null for a name that no question has. */
export function questionWords(question: string): string | null {
  if (isPlain(question)) return FIELD_WORDS[question];
  const [, milestone, part = ''] = OF_MILESTONE.exec(question) ?? [];
  if (milestone) return `${fromFieldName(milestone)}: ${MILESTONE_PARTS[part]}`;
  const [, ofFact, fact, answer] = OF_FACT.exec(question) ?? [];
  if (!ofFact) return null;
  return `${fromFieldName(ofFact)}, fact ${fact}: ${answer === 'answer' ? 'is it right' : 'what is right'}`;
}

const MILESTONE_PARTS: Record<string, string> = { answer: 'what is new', date: 'date', reason: 'reason' };

/** What a form sent, without what no question of a return has and without what is empty. */
export function returnFields(sent: Iterable<[string, unknown]>): ReturnFields {
  const fields: ReturnFields = {};
  for (const [name, value] of sent) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const question = questionOf(name);
    if (questionWords(question) === null || isDateQuestion(question) !== BOX.test(name)) continue;
    fields[name] = value.replaceAll('\r\n', '\n');
  }
  return fields;
}

/** The code of the milestone that a question is about; null for one about the whole. */
export function milestoneOf(question: string): string | null {
  const [, key] = OF_MILESTONE.exec(question) ?? OF_FACT.exec(question) ?? [];
  return key === undefined ? null : fromFieldName(key);
}

/** The questions that have an answer in any of these, in the order in which they first turn up. */
export function questionsIn(...all: ReturnFields[]): string[] {
  return [...new Set(all.flatMap((fields) => Object.keys(fields).map(questionOf)))];
}

/** The answer to a question as it was typed: the boxes of a date with spaces between them. Empty when there is none. */
export function typedAnswer(fields: ReturnFields, question: string): string {
  if (!isDateQuestion(question)) return fields[question] ?? '';
  return BOXES.map((box) => fields[`${question}.${box}`] ?? '')
    .join(' ')
    .trim();
}

/** The fields of one question. */
export function fieldsOf(fields: ReturnFields, question: string): ReturnFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => questionOf(name) === question));
}

/** The form filled in with a content: the other way round. */
export function fieldsFrom(content: ReturnContent, milestones: readonly string[]): ReturnFields {
  const columns = CONTENT_COLUMNS.map((column) => [column, content[column]] as const);
  const fields = [
    ['unchanged', content.unchanged ? 'yes' : 'no'],
    ['confidence', content.confidence],
    ['helpNone', content.help === null ? 'yes' : ''],
    ...columns.flatMap(([name, value]) => answerFields(name, value)),
    ...milestones.flatMap((milestone) => statementFields(milestone, content)),
    ...content.confirmations.flatMap(({ milestone, fact, answer, words }) => {
      const names = confirmationFields(milestone, fact);
      return [
        [names.answer, answer],
        [names.words, words ?? ''],
      ];
    }),
  ];
  return returnFields(fields as [string, string][]);
}

function answerFields(name: string, value: string | null): [string, string][] {
  if (!isDateQuestion(name)) return [[name, value ?? '']];
  return Object.entries(dateParts(value)).map(([box, text]) => [`${name}.${box}`, text]);
}

function statementFields(milestone: string, { statements }: ReturnContent): [string, string][] {
  const names = milestoneFields(milestone);
  const said = statements.find((statement) => statement.milestone === milestone);
  if (!said) return [[names.answer, 'same']];
  return [[names.answer, said.kind], ...answerFields(names.date, said.value), [names.reason, said.reason]];
}
