import type { Kysely } from 'kysely';
import { findRecommendationRevision } from '#db/queries/find-recommendation-revision.ts';
import { listMilestones } from '#db/queries/list-milestones.ts';
import type { Database } from '#db/schema.ts';
import { addMilestoneFact } from '#db/writes/add-milestone-fact.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { addEditChange, dayAdded, type Editor } from '../editing/editor.server.ts';
import { type Day, firstDay, formatPartialDate, type PartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { refreshMilestonePositions } from '../positions/keep-positions.server.ts';
import { RefusedError } from '../refused.ts';
import { nextMilestoneCode } from '../review/next-milestone-code.ts';
import { checkNewSource, type GivenSource, sourceOf } from './record-fact.server.ts';

/** A promise to be added to a recommendation, with its first date. Without a source it rests on memory. */
export interface NewMilestone extends GivenSource {
  recommendation: string;
  /** The promise. */
  title: string;
  /** The date first promised. */
  value: PartialDate;
  saidOn: PartialDate;
  reason: string;
}

/**
 * Adds a milestone at the end of its recommendation, with its first date, as one change, and gives it its positions.
 * Returns its code. Throws NotAllowedError or a refusal with its field; then nothing is saved.
 */
export async function addMilestone(
  db: Kysely<Database>,
  { recommendation, title, value, saidOn, reason, ...given }: NewMilestone,
  editor: Editor,
): Promise<string> {
  mustBeAllowed(editor.person, 'edit the strategy');
  return db.transaction().execute(async (trx) => {
    if (!(await findRecommendationRevision(trx, recommendation)))
      throw new RefusedError('form', 'There is no such recommendation');
    checkSaidOn(saidOn, await dayAdded(trx, recommendation), editor.today);
    checkNewSource(given, editor.today);
    const own = (await listMilestones(trx)).filter((milestone) => milestone.recommendation === recommendation);
    const same = own.find((milestone) => milestone.title === title);
    if (same) throw new RefusedError('title', `${same.code} is this promise already`);
    const codes = own.map(({ code }) => code);
    const milestone = nextMilestoneCode(recommendation, codes);
    const position = Math.max(0, ...own.map((row) => row.position)) + 1;
    const change = await addEditChange(trx, 'milestone added', reason, editor);
    const source = await sourceOf(trx, given, change);
    await insertRows(trx, 'milestone', [{ code: milestone, recommendation, position, change }]);
    await insertRows(trx, 'milestoneRevision', [{ milestone, number: 1, title, note: null, change }]);
    await addMilestoneFact(trx, {
      ...{ milestone, number: 1, kind: 'baseline', value, saidOn, note: null, replaces: null, change },
      ...{ source, confirmation: source === null ? 'memory' : 'published' },
    });
    await refreshMilestonePositions(trx, milestone);
    return milestone;
  });
}

/** Nothing is promised in the future, nor under a recommendation that was not there. */
function checkSaidOn(saidOn: PartialDate, added: Day | null, today: Day): void {
  if (firstDay(saidOn) > today) throw new RefusedError('saidOn.year', 'When it was said must be today or in the past');
  if (added !== null && firstDay(saidOn) < added)
    throw new RefusedError(
      'saidOn.year',
      `The recommendation was added on ${formatPartialDate(added)}: what is promised under it was said on that day or later`,
    );
}
