import type { Kysely } from 'kysely';
import { type EditRow, listEdits } from '#db/queries/list-edits.ts';
import { listMilestoneRevisions } from '#db/queries/list-milestone-revisions.ts';
import { listRecommendationRevisions } from '#db/queries/list-recommendation-revisions.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import type { Database, StageJudgement } from '#db/schema.ts';
import type { View } from '../as-at.ts';
import { bothInWords, sideInWords } from '../editing/differences.ts';
import { milestoneDifferences } from '../milestones/milestone-text.ts';
import { judgementInWords } from '../recommendations/judgement-text.ts';
import { recommendationDifferences } from '../recommendations/recommendation-text.ts';
import { type Recorded, shownIn } from '../record/held.server.ts';

/** A text, wording or stage that somebody wrote, with what stood before. */
export interface Edit extends Pick<EditRow, 'change' | 'what' | 'recommendation' | 'milestone'> {
  /** Null for the first version. */
  before: string | null;
  after: string;
  /** Both in one sentence, for a history. */
  words: string;
}

/** What was written by one change, or about one recommendation, since the strategy was loaded, as far as a reader of that view may see it, with old and new in words. */
export async function readEdits(
  db: Kysely<Database>,
  which: { change?: number; recommendation?: string },
  view: View,
): Promise<Edit[]> {
  const shown = await shownIn(db, view);
  const rows = (await listEdits(db, which)).filter(shown);
  return Promise.all(rows.map(async ({ number, ...row }) => ({ ...row, ...(await inWords(db, row, number, shown)) })));
}

type Shown = (row: Recorded) => boolean;

async function inWords(db: Kysely<Database>, row: Omit<EditRow, 'number'>, number: number, shown: Shown) {
  if (row.what === 'stage') return stageInWords(await listStageJudgements(db, row.recommendation), number, shown);
  const differences = row.milestone
    ? await wordingDifferences(db, row.milestone, number)
    : await textDifferences(db, row.recommendation, number);
  const after = sideInWords(differences, 'after');
  return number === 1
    ? { before: null, after, words: after }
    : { before: sideInWords(differences, 'before'), after, words: bothInWords(differences) };
}

/** What stood before may have come with a return that this reader may not see; then it is the one before that. */
function stageInWords(judgements: StageJudgement[], number: number, shown: Shown) {
  const earlier = judgements.filter((other) => other.number < number && shown(other)).at(-1);
  const written = judgements.find((other) => other.number === number);
  const before = earlier ? judgementInWords(earlier) : null;
  const after = written ? judgementInWords(written) : '';
  return { before, after, words: `Stage: ${after}${before === null ? '' : ` (before: ${before})`}` };
}

async function textDifferences(db: Kysely<Database>, recommendation: string, number: number) {
  const [before, after] = versions(await listRecommendationRevisions(db, recommendation), number);
  const { targetDue, target, doneWhen, reporting, placeInSource, note } = after;
  const nothing = { title: '', summary: '', targetDue, target, doneWhen, reporting, placeInSource, note };
  return recommendationDifferences(before ?? nothing, after);
}

async function wordingDifferences(db: Kysely<Database>, milestone: string, number: number) {
  const [before, after] = versions(await listMilestoneRevisions(db, milestone), number);
  return milestoneDifferences(before ?? { title: '', note: after.note }, after);
}

/** The version with that number, and the one before it. */
function versions<T extends { number: number }>(all: readonly T[], number: number): [T | undefined, T] {
  const after = all.find((version) => version.number === number);
  if (!after) throw new RangeError(`There is no version ${number}`);
  return [all.find((version) => version.number === number - 1), after];
}
