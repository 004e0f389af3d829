import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { LATE_WORDS } from '../closing/closing-words.ts';
import type { Fault } from '../fault.ts';
import type { FoundFile } from '../imports/found-file.ts';
import type { ImportChoices, ImportPlan, PlannedTable } from '../imports/import-plan.ts';
import type { Day } from '../partial-date.ts';
import { checkReturn } from './check-return.server.ts';
import { readMarks } from './draft-marks.server.ts';
import { mergeReturn } from './merge-return.ts';
import type { ReturnKey } from './open-return.server.ts';
import { type OwnReturn, readOwnReturn } from './own-return.server.ts';
import type { ReturnContent } from './return-content.ts';
import { milestoneOf, questionWords, type ReturnFields, typedAnswer } from './return-fields.ts';
import { questionsAsked } from './return-sheet.ts';
import { isClosed } from './return-state.ts';
import { RETURN_COLUMNS, type SentAnswer, type SentReturn, sentReturns } from './sent-returns.ts';

/** A return that the file would change. */
export interface PlannedReturn extends ReturnKey {
  /** What it was put together with (draft-basis.ts). */
  seen: string;
  /** The draft as it would be. */
  fields: ReturnFields;
  /** What would be submitted; null while something keeps it from that, and then `problems` say what, by field. */
  content: ReturnContent | null;
  problems: Record<string, string>;
}

/** What a file of returns would do. */
export interface ReturnsPlan extends ImportPlan {
  kind: 'returns';
  /** Those that something changes. */
  returns: PlannedReturn[];
}

interface PlanFor {
  /** Whoever sent the file: their posts say which returns they may write. */
  person: { id: number };
  today: Day;
  /** How conflicts are settled, by the names of the fields of the form. */
  choices: ImportChoices;
}

/** Holds the returns in a file against their drafts as they stand now. Nothing is stored. */
export async function planReturns(
  db: Kysely<Database>,
  { tables, said }: Pick<FoundFile, 'tables' | 'said'>,
  { person, today, choices }: PlanFor,
): Promise<ReturnsPlan> {
  const sent = sentReturns(tables.filter(({ what }) => what === 'return'));
  const parts: PartOfPlan[] = [];
  for (const each of sent.returns) {
    const own = await readOwnReturn(db, each, person, today);
    parts.push('why' in own ? refusedPart(each, own.why) : partOf(each, own, { today, choices }));
  }
  const faults = [...sent.faults, ...parts.flatMap((part) => part.faults)];
  return {
    kind: 'returns',
    quarter: sent.returns[0]?.quarter ?? null,
    tables: parts.map(({ table }) => withRefusal(table, faults)),
    faults,
    said: [...said, ...passedOver(tables), ...new Set(parts.flatMap((part) => part.said))],
    seen: createHash('sha256')
      .update(JSON.stringify(parts.map(({ basis }) => basis)))
      .digest('base64url'),
    returns: parts.flatMap(({ planned }) => planned ?? []),
  };
}

/** A file is of returns or of the strategy, never both. */
function passedOver(tables: FoundFile['tables']): string[] {
  const others = tables.filter(({ what }) => what !== 'return' && what !== 'about').map(({ sheet }) => sheet);
  if (others.length === 0) return [];
  return [
    `The file holds returns, so sheets of the strategy in it were passed over: ${others.join(', ')}. Send them by themselves.`,
  ];
}

interface PartOfPlan {
  table: PlannedTable;
  planned: PlannedReturn | null;
  faults: Fault[];
  said: string[];
  /** What this part was made from. */
  basis: unknown[];
}

function refusedPart({ sheet, recommendation, ignored }: SentReturn, why: string): PartOfPlan {
  const row = { row: null, code: recommendation, title: '', outcome: 'refused' as const, fields: [], conflicts: [] };
  const mend = `take this sheet out: ${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, '')}`;
  return {
    table: { sheet, of: 'return', rows: [row], ignored },
    planned: null,
    faults: [{ file: sheet, found: recommendation, mend }],
    said: [],
    basis: [recommendation, why],
  };
}

/** A return with a fault in its sheet is refused as a whole. */
function withRefusal(table: PlannedTable, faults: readonly Fault[]): PlannedTable {
  if (!faults.some(({ file }) => file === table.sheet)) return table;
  return { ...table, rows: table.rows.map((row) => ({ ...row, outcome: 'refused' })) };
}

function partOf(sent: SentReturn, own: OwnReturn, { today, choices }: Omit<PlanFor, 'person'>): PartOfPlan {
  const { sheet, quarter, recommendation, ignored } = sent;
  const questions = questionsAsked(own);
  const isAsFilled = readMarks(sent.marks);
  const answers = sent.answers.filter(({ question }) => questions.includes(question));
  const others = sent.answers.filter(({ question }) => !questions.includes(question));
  const draft = own.basis.fields;
  const merged = mergeReturn({ recommendation, questions, answers, draft, isAsFilled, choices });
  const { fields, conflicts } = merged;
  const outcome = merged.isChanged || conflicts.length > 0 ? 'changed' : 'unchanged';
  const { errors, content } = checkReturn(own, merged.draft, today);
  const { seen } = own.basis;
  return {
    table: {
      ...{ sheet, of: 'return' },
      ignored,
      rows: [{ row: null, code: recommendation, title: own.of.title, outcome, fields, conflicts }],
    },
    planned: merged.isChanged
      ? { quarter, recommendation, seen, fields: merged.draft, content, problems: errors }
      : null,
    faults: others
      .flatMap((answer) => faultOf(answer, own, isAsFilled) ?? [])
      .map((fault) => ({ file: sheet, ...fault })),
    said: [...lacking(sheet, questions, answers), ...understood(sheet, answers, conflicts), ...late(own)],
    basis: [recommendation, seen, own.milestones.asked],
  };
}

/** What is wrong with an answer to a question that this return does not ask now; null where the answer is as it was made. */
function faultOf(
  { row, question, fields }: SentAnswer,
  { milestones, recommendation }: OwnReturn,
  isAsFilled: (question: string, answer: string) => boolean,
): Omit<Fault, 'file'> | null {
  const [field, column] = RETURN_COLUMNS;
  const milestone = milestoneOf(question);
  if (milestone !== null && !milestones.all.some(({ code }) => code === milestone))
    return {
      row,
      column: field,
      found: question,
      mend: `take this row out: ${recommendation} has no milestone ${milestone}`,
    };
  const answer = typedAnswer(fields, question);
  if (answer === '' || isAsFilled(question, answer)) return null;
  return { row, column, found: answer, mend: 'empty this cell: the return does not ask this any more' };
}

/** Questions without a row: their answers stay. */
function lacking(sheet: string, questions: readonly string[], answers: readonly SentAnswer[]): string[] {
  const there = new Set(answers.map(({ question }) => question));
  const lacks = questions.filter((question) => !there.has(question)).map(questionWords);
  if (lacks.length === 0) return [];
  return [`Sheet “${sheet}” has no row for: ${lacks.join('; ')}. What is recorded there stays.`];
}

/** How dates were understood where no changed field shows it: in a conflict, and where the words say that there is none. */
function understood(sheet: string, answers: readonly SentAnswer[], conflicts: readonly { label: string }[]): string[] {
  const inConflict = new Set(conflicts.map(({ label }) => label));
  return answers.flatMap(({ question, row, fields, understood: how }) => {
    const isShown = Object.keys(fields).length > 0 && !inConflict.has(questionWords(question) ?? '');
    return how === null || isShown ? [] : [`Sheet “${sheet}”, row ${row}: ${how}`];
  });
}

const late = ({ quarterState }: OwnReturn): string[] => (isClosed(quarterState) ? [LATE_WORDS] : []);
