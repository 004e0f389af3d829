import type { Kysely } from 'kysely';
import { findRecommendationRevision } from '#db/queries/find-recommendation-revision.ts';
import { findStrategy } from '#db/queries/find-strategy.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import type { Database, StageJudgement } from '#db/schema.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { addEditChange, checkEdit, dayAdded, type Editor } from '../editing/editor.server.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { refreshRecommendationPositions } from '../positions/keep-positions.server.ts';
import { RefusedError } from '../refused.ts';
import { THE_OFFICE_JUDGES } from '../stage.ts';
import { judgementDifferences } from './judgement-text.ts';

/** A stage as the office judges it. */
export interface StageJudged {
  recommendation: string;
  stage: Stage;
  judgedOn: Day;
  reason: string;
  /** Number of the newest judgement when the form was filled in; 0 when there was none. */
  seen: number;
}

/** The newest judgement of a recommendation's stage, for the form; null when nobody has judged it. */
export async function readNewestJudgement(db: Kysely<Database>, code: string): Promise<StageJudgement | null> {
  return (await listStageJudgements(db, code)).at(-1) ?? null;
}

/**
 * Records how far a recommendation has come in the office's judgement, beside the earlier ones, as one change, and
 * brings its positions in line. Throws NotAllowedError, RefusedError or EditConflictError; then nothing is saved.
 */
export async function judgeStage(
  db: Kysely<Database>,
  { recommendation, seen, ...judged }: StageJudged,
  editor: Editor,
): Promise<void> {
  mustBeAllowed(editor.person, 'edit the strategy');
  await db.transaction().execute(async (trx) => {
    if (!(await findRecommendationRevision(trx, recommendation)))
      throw new RefusedError('form', 'There is no such recommendation');
    await checkDay(trx, recommendation, judged.judgedOn, editor.today);
    const newest = await readNewestJudgement(trx, recommendation);
    const judgement = { ...judged, judgedBy: THE_OFFICE_JUDGES };
    if (newest) await checkEdit(trx, newest, seen, judgementDifferences(newest, judgement));
    const number = (newest?.number ?? 0) + 1;
    const change = await addEditChange(trx, 'stage judged', judged.reason, editor);
    await insertRows(trx, 'stageJudgement', [{ recommendation, number, ...judgement, change }]);
    await refreshRecommendationPositions(trx, recommendation);
  });
}

async function checkDay(db: Kysely<Database>, recommendation: string, day: Day, today: Day): Promise<void> {
  if (day > today) throw new RefusedError('judgedOn.year', 'The day of the judgement must be today or in the past');
  const first = (await dayAdded(db, recommendation)) ?? (await findStrategy(db)).publishedOn;
  if (day < first)
    throw new RefusedError(
      'judgedOn.year',
      `The day of the judgement must be ${formatPartialDate(first)} or later: before, there was nothing to judge`,
    );
}
