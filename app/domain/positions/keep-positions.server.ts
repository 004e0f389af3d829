import type { Insertable, Kysely, Transaction } from 'kysely';
import { findStrategy } from '#db/queries/find-strategy.ts';
import { type KeptQuarter, listKeptQuarters } from '#db/queries/list-kept-quarters.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import type { Database, MilestoneFact, StageJudgement } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import {
  replaceMilestonePositions,
  replaceQuarterPositions,
  replaceRecommendationPositions,
} from '#db/writes/replace-positions.ts';
import { groupBy } from '../group-by.ts';
import { milestoneAsAt } from '../milestone-status.ts';
import type { Day } from '../partial-date.ts';
import { endedQuarters, type Quarter, quarterLastDay } from '../quarter.ts';
import { judgementAsAt } from '../stage.ts';

type MilestonePositionRow = Insertable<Database['milestonePosition']>;

/**
 * Gives every quarter that has ended by `today` its positions, if it has none yet; one that was not commissioned is
 * reconstructed. Run at start and each hour, since a quarter can end while the program runs. Returns the number of
 * quarters added.
 */
export function keepPositions(db: Kysely<Database>, today: Day): Promise<number> {
  return db.transaction().execute((trx) => keepPositionsIn(trx, today));
}

/** The same, inside a transaction of the caller. `say` hears of long work. */
export async function keepPositionsIn(
  trx: Transaction<Database>,
  today: Day,
  say: (line: string) => void = () => {},
): Promise<number> {
  const { publishedOn } = await findStrategy(trx);
  const known = new Map((await listKeptQuarters(trx)).map((quarter) => [quarter.code, quarter]));
  const ended = endedQuarters(publishedOn, today);
  const rowless = ended.filter((quarter) => !known.has(quarter));
  const added = ended.filter((quarter) => {
    const row = known.get(quarter);
    return !row || (isCollected(row) && !row.hasPositions);
  });
  if (added.length === 0) return 0;

  const milestones = groupBy(await listMilestoneFacts(trx), (fact) => fact.milestone);
  const recommendations = groupBy(await listStageJudgements(trx), (judgement) => judgement.recommendation);
  await insertRows(
    trx,
    'quarter',
    rowless.map((code) => ({ code, state: 'reconstructed' as const })),
  );
  const positions = [...milestones].flatMap(([code, facts]) => milestonePositions(code, facts, added));
  if (positions.length > 5_000) say(`  working out ${positions.length.toLocaleString('en-GB')} past positions`);
  await insertRows(trx, 'milestonePosition', positions);
  await insertRows(
    trx,
    'recommendationPosition',
    [...recommendations].flatMap(([code, judgements]) => recommendationPositions(code, judgements, added)),
  );
  return added.length;
}

/** A quarter that is commissioned has a row before it ends, and gets its positions when it does. */
const isCollected = ({ state }: KeptQuarter): boolean => state === 'commissioned' || state === 'in clearance';

/**
 * Works out one milestone's positions anew in every quarter that has ended and was not closed. Belongs in the
 * transaction of any fact that touches the milestone. Quarters that a reviewer closed keep what they were closed with.
 */
export async function refreshMilestonePositions(trx: Transaction<Database>, milestone: string): Promise<void> {
  const facts = await listMilestoneFacts(trx, milestone);
  const quarters = await openQuarters(trx);
  await replaceMilestonePositions(trx, milestone, quarters, milestonePositions(milestone, facts, quarters));
}

/** The same for a recommendation. Belongs in the transaction of any judgement of its stage. */
export async function refreshRecommendationPositions(
  trx: Transaction<Database>,
  recommendation: string,
): Promise<void> {
  const judgements = await listStageJudgements(trx, recommendation);
  const quarters = await openQuarters(trx);
  const positions = recommendationPositions(recommendation, judgements, quarters);
  await replaceRecommendationPositions(trx, recommendation, quarters, positions);
}

/** The same for many at once. Belongs in the transaction of the act that touches them. */
export async function refreshPositionsOf(
  trx: Transaction<Database>,
  { milestones, recommendations }: { milestones: readonly string[]; recommendations: readonly string[] },
): Promise<void> {
  const quarters = await openQuarters(trx);
  const facts = milestones.length === 0 ? new Map() : groupBy(await listMilestoneFacts(trx), (fact) => fact.milestone);
  for (const code of milestones) {
    const positions = milestonePositions(code, facts.get(code) ?? [], quarters);
    await replaceMilestonePositions(trx, code, quarters, positions);
  }
  for (const code of recommendations) await refreshRecommendationPositions(trx, code);
}

/** Works out every position of one closed quarter anew. Belongs in the transaction of its correction. */
export async function refreshClosedQuarter(trx: Transaction<Database>, quarter: Quarter): Promise<void> {
  const milestones = groupBy(await listMilestoneFacts(trx), (fact) => fact.milestone);
  const recommendations = groupBy(await listStageJudgements(trx), (judgement) => judgement.recommendation);
  await replaceQuarterPositions(trx, quarter, {
    milestones: [...milestones].flatMap(([code, facts]) => milestonePositions(code, facts, [quarter])),
    recommendations: [...recommendations].flatMap(([code, judgements]) =>
      recommendationPositions(code, judgements, [quarter]),
    ),
  });
}

async function openQuarters(trx: Transaction<Database>): Promise<Quarter[]> {
  const kept = await listKeptQuarters(trx);
  const open = kept.filter((row) => row.state === 'reconstructed' || (isCollected(row) && row.hasPositions));
  return open.map(({ code }) => code);
}

function milestonePositions(milestone: string, facts: MilestoneFact[], quarters: Quarter[]): MilestonePositionRow[] {
  return quarters.flatMap((quarter) => {
    const state = milestoneAsAt(facts, quarterLastDay(quarter));
    if (!state) return [];
    const { status, firstDate, latestDate, outcome } = state;
    return [{ quarter, milestone, status, firstDate, latestDate, outcomeDate: outcome?.value ?? null }];
  });
}

function recommendationPositions(recommendation: string, judgements: StageJudgement[], quarters: Quarter[]) {
  return quarters.flatMap((quarter) => {
    const judgement = judgementAsAt(judgements, quarterLastDay(quarter));
    return judgement ? [{ quarter, recommendation, stage: judgement.stage, judgement: judgement.number }] : [];
  });
}
