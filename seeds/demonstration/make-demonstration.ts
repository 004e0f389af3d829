import type { Kysely } from 'kysely';
import { moveToClearance } from '#app/domain/commission/change-commission.server.ts';
import { commissionQuarter } from '#app/domain/commission/commission-quarter.server.ts';
import type { Day } from '#app/domain/partial-date.ts';
import { keepPositions } from '#app/domain/positions/keep-positions.server.ts';
import { endedQuarters, type Quarter, quarterLastDay } from '#app/domain/quarter.ts';
import { deadlineOf } from '#app/domain/returns/deadline.server.ts';
import { isOpenStage } from '#app/domain/stage.ts';
import type { SummaryMaker } from '#app/domain/summary/summary-maker.ts';
import { findDemonstration } from '#db/queries/find-demonstration.ts';
import { isEmpty } from '#db/queries/is-empty.ts';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { loadStrategy } from '../load.ts';
import { addPeopleAndPosts } from './add-people.ts';
import { closeAndPublish } from './close-quarters.ts';
import { makeReturns } from './make-returns.ts';
import { daysAfter, momentOf, type Played } from './moments.ts';
import { writeOfficeWords } from './office-words.ts';

/** How many quarters the demonstration has returns for: the last that have ended. */
const QUARTERS = 4;

/** The database holds something that is no demonstration. Nothing was changed. */
export class DemonstrationRefusedError extends Error {
  override name = 'DemonstrationRefusedError';
  constructor(file: string) {
    super(
      `${file} holds a strategy that is no demonstration. Nothing was changed. Leave DATABASE_URL out, or give it a file that does not exist yet.`,
    );
  }
}

interface Options {
  file: string;
  /** The folder of the strategy. */
  strategy: string;
  today: Day;
  say: (line: string) => void;
  /** What summaries are made with, when a quarter is closed. */
  maker: SummaryMaker;
}

/**
 * Makes the demonstration in an empty database: the real strategy with made-up people, posts and returns for the last
 * four quarters that have ended: two are published, one of them corrected, one is closed, and one takes returns. A database that is a demonstration already is left as it is. Throws
 * DemonstrationRefusedError for any other.
 */
export async function makeDemonstration(
  db: Kysely<Database>,
  { file, strategy, today, say, maker }: Options,
): Promise<void> {
  if (!(await isEmpty(db))) {
    if ((await findDemonstration(db)) === undefined) throw new DemonstrationRefusedError(file);
    return;
  }
  const quarters = endedBefore(today);
  const [first = ''] = quarters;
  const start = daysAfter(quarterLastDay(first), -30);
  say('Making the demonstration: the real strategy with made-up returns …');
  await loadStrategy(db, strategy, momentOf(start));
  await mark(db, today, start);
  const people = await addPeopleAndPosts(db, momentOf(start));
  const codes = await openRecommendations(db);
  for (const [place, quarter] of quarters.entries())
    await playQuarter(db, { quarter, place, isNewest: place === quarters.length - 1, codes, people }, maker);
  await keepPositions(db, today);
}

function endedBefore(today: Day): Quarter[] {
  return endedQuarters(`${Number(today.slice(0, 4)) - 2}-01-01`, today).slice(-QUARTERS);
}

async function mark(db: Kysely<Database>, today: Day, start: Day): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const recordedAt = momentOf(start).now.toISOString();
    const reason = 'This is a demonstration: people, posts and returns are made up.';
    const change = await addChange(trx, { kind: 'strategy loaded', recordedAt, person: null, quarter: null, reason });
    await insertRows(trx, 'demonstration', [{ madeOn: today, change }]);
  });
}

/** What reports in the demonstration: the recommendations that are not over, in the strategy's order. */
async function openRecommendations(db: Kysely<Database>): Promise<string[]> {
  const stages = new Map((await listStageJudgements(db)).map(({ recommendation, stage }) => [recommendation, stage]));
  return (await listRecommendations(db))
    .map(({ code }) => code)
    .filter((code) => isOpenStage(stages.get(code) ?? null));
}

async function playQuarter(db: Kysely<Database>, played: Played, maker: SummaryMaker): Promise<void> {
  const { quarter, codes, people, isNewest } = played;
  const reviewer = people.find(({ role }) => role === 'reviewer');
  if (!reviewer) throw new RangeError('The demonstration has no reviewer');
  const opened = daysAfter(quarterLastDay(quarter), 1);
  await keepPositions(db, opened);
  const deadline = deadlineOf(quarter);
  await commissionQuarter(db, { quarter, recommendations: codes, deadline }, { person: reviewer, ...momentOf(opened) });
  const returned = { ...played, reviewer, deadline };
  await makeReturns(db, returned);
  await writeOfficeWords(db, returned);
  if (isNewest) return;
  await moveToClearance(db, quarter, { person: reviewer, ...momentOf(daysAfter(deadline, 20)) });
  await closeAndPublish(db, returned, maker);
}
