import type { Kysely } from 'kysely';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { readOwnRecommendations } from '../posts/standing.server.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { draftMarks } from './draft-marks.server.ts';
import { heldFields } from './held-fields.ts';
import { isWriter, type OwnReturn, readOwnReturn } from './own-return.server.ts';
import { type ReturnFields, typedAnswer } from './return-fields.ts';
import { questionsAsked, type ReturnSheet, returnSheet } from './return-sheet.ts';

/** There is no sheet to fill in. The message says why, in words for the page. */
export class NoReturnSheetsError extends Error {
  override name = 'NoReturnSheetsError';
  constructor(
    message: string,
    /** Returns are asked of the person, but none is with them now. */
    readonly areAsked: boolean,
  ) {
    super(message);
  }
}

/**
 * A sheet for each return of the quarter that the person's posts let them write and that is with its owner, in the order
 * of the strategy. Throws NoReturnSheetsError where there is none.
 */
export async function readReturnSheets(
  db: Kysely<Database>,
  { quarter, person, today }: { quarter: Quarter; person: { id: number }; today: Day },
): Promise<ReturnSheet[]> {
  const asked = await readAsked(db, quarter, person, today);
  const read: OwnReturn[] = [];
  for (const recommendation of asked) {
    const own = await readOwnReturn(db, { quarter, recommendation }, person, today);
    if (!('why' in own)) read.push(own);
  }
  if (read.length === 0)
    throw new NoReturnSheetsError(
      `Every return for ${quarterLabel(quarter)} that your posts may write is submitted, accepted or recorded as missing, so there is nothing to fill in. What the office sends back is in a workbook again.`,
      true,
    );
  return read.map(sheetOf);
}

/** The recommendations of which a return is asked that the person's posts may write. */
async function readAsked(
  db: Kysely<Database>,
  quarter: Quarter,
  person: { id: number },
  today: Day,
): Promise<string[]> {
  const asked = new Set((await listReturns(db, quarter)).map(({ recommendation }) => recommendation));
  const own = await readOwnRecommendations(db, person, today);
  const { recommendations } = await readRecordAsAt(db, { day: today, isToday: true, view: 'internal' });
  const mine = recommendations.flatMap(({ code }) => (own.get(code)?.some(isWriter) ? code : []));
  const label = quarterLabel(quarter);
  if (asked.size === 0)
    throw new NoReturnSheetsError(`No returns are asked for ${label}: it is not commissioned.`, false);
  if (mine.length === 0)
    throw new NoReturnSheetsError(
      'You hold no post that writes a return, so there is no workbook for you. If that is wrong, ask the strategy office.',
      false,
    );
  const both = mine.filter((code) => asked.has(code));
  if (both.length === 0)
    throw new NoReturnSheetsError(
      `Nothing is asked for ${label} of the recommendations that your posts answer for.`,
      false,
    );
  return both;
}

function sheetOf(own: OwnReturn): ReturnSheet {
  const { quarter, recommendation, of, basis, state, revisions } = own;
  const questions = questionsAsked(own);
  const fields = heldFields(basis.fields, questions);
  const holds = (of: ReturnFields, question: string) => typedAnswer(of, question).trim() !== '';
  const unheld = questions.filter((question) => holds(basis.fields, question) && !holds(fields, question));
  const { comment = null, comments = {} } = (state === 'sent back' && revisions.at(-1)) || {};
  return returnSheet({
    ...{ quarter, recommendation, title: of.title, deadline: own.deadline, milestones: own.milestones },
    ...{ stage: of.stage, lastQuarter: own.lastQuarter, sentBack: { comment, comments } },
    ...{ fields, unheld, seen: basis.seen, marks: draftMarks(fields) },
  });
}
