import type { Kysely } from 'kysely';
import { listAssessments } from '#db/queries/list-assessments.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import type { Quarter } from '../quarter.ts';
import { RefusedError } from '../refused.ts';
import { assessmentProblem } from './assessment-rules.ts';
import { AssessmentConflictError } from './office-errors.ts';
import { addOfficeChange, checkQuarter, type OfficeActor } from './office-rules.server.ts';

/** The office's assessment of a quarter, as it is to stand. */
export interface NewAssessment {
  quarter: Quarter;
  words: string;
  /** Number of the assessment that the form was filled from; 0 when there was none. */
  seen: number;
}

/**
 * Writes the assessment of a quarter as a new version, as one change; the words that stand already are not written
 * again. Returns the number that stands. Throws NotAllowedError, RefusedError or AssessmentConflictError; then
 * nothing is saved.
 */
export async function writeAssessment(
  db: Kysely<Database>,
  { quarter, words, seen }: NewAssessment,
  actor: OfficeActor,
): Promise<number> {
  mustBeAllowed(actor.person, 'review returns');
  const problem = assessmentProblem(words);
  if (problem !== null) throw new RefusedError('words', problem);
  return db.transaction().execute(async (trx) => {
    await checkQuarter(trx, quarter, actor);
    const standing = (await listAssessments(trx, quarter)).at(-1);
    const number = standing?.number ?? 0;
    if (standing?.words === words) return number;
    if (seen !== number) throw new AssessmentConflictError(number);
    const change = await addOfficeChange(trx, 'assessment written', quarter, actor);
    await insertRows(trx, 'assessment', [{ quarter, number: number + 1, words, change }]);
    return number + 1;
  });
}
