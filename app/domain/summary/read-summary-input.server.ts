import type { Kysely } from 'kysely';
import { listQuarters } from '#db/queries/list-quarters.ts';
import type { Database } from '#db/schema.ts';
import type { QuarterState } from '#db/tables/quarter.ts';
import type { AsAt } from '../as-at.ts';
import { readLateReturns } from '../closing/late-returns.server.ts';
import type { IndicatorView } from '../indicators/indicator.ts';
import { readIndicators } from '../indicators/indicators.server.ts';
import { readOfficeWords } from '../office/office-words.server.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import { readStatusOverTime } from '../overview/status-over-time.server.ts';
import type { Day } from '../partial-date.ts';
import { readPartnershipsBy } from '../partnerships/partnerships.server.ts';
import { previousQuarter, type Quarter, quarterFirstDay, quarterLastDay, quarterOf } from '../quarter.ts';
import { compareRecords } from '../quarters/compare.ts';
import { quarterAsAt } from '../quarters/quarter-page.server.ts';
import type { RecordAsAt } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { findDemonstrationDay } from '../record/strategy-summary.server.ts';
import type { Standing } from './document.ts';
import { readRatedReturns, readSummaryReturns } from './returns-in-summary.server.ts';
import type { SummaryAsk } from './summary-ask.ts';
import type { LateReturn, SummaryInput, SummaryOffice } from './summary-input.ts';
import type { SummaryMaker } from './summary-maker.ts';
import { withoutMemory } from './without-memory.ts';

/** What a demonstration says of itself wherever it is shown. */
export const DEMONSTRATION = 'Demonstration: people, posts and returns are made up.';

/** Reads all that a summary is made from, in the view of its audience. */
export async function readSummaryInput(
  db: Kysely<Database>,
  ask: SummaryAsk,
  maker: SummaryMaker,
): Promise<SummaryInput> {
  const { quarter, audience, today } = ask;
  const state = (await listQuarters(db)).find(({ code }) => code === quarter)?.state;
  const asAt = asAtFor(ask);
  const all = await readRecordAsAt(db, asAt);
  const shown = (record: RecordAsAt): RecordAsAt => (audience === 'publication' ? withoutMemory(record) : record);
  const record = shown(all);
  const before = previousQuarter(quarter);
  const since = before < quarterOf(record.strategy.publishedOn) ? null : before;
  const standing = standingOf(ask, state);
  const isCommissioned = state !== undefined && state !== 'reconstructed';
  const tellsReturns = isCommissioned && (audience !== 'publication' || ask.candidate === true);
  const earlier =
    since && shown(await readRecordAsAt(db, { ...asAtFor(ask), ...quarterAsAt(since, { today, view: asAt.view }) }));
  return {
    ...{ ask, maker, audience, standing, isCommissioned, record, since },
    fromMemory: {
      recommendations: all.recommendations.length - record.recommendations.length,
      milestones: all.milestones.length - record.milestones.length,
    },
    differences: earlier ? compareRecords(earlier, record) : [],
    overTime: await readOverTime(db, all, record),
    indicators: (await readIndicators(db, asAt)).indicators.map((one) => indicatorFor(one, audience)),
    partnerships: (await readPartnershipsBy(db, record, null)).filter(
      ({ confirmation }) => audience !== 'publication' || confirmation !== 'memory',
    ),
    returns: tellsReturns
      ? await readSummaryReturns(db, quarter, record, { today, isDraft: standing === 'draft' })
      : [],
    rated: tellsReturns ? await readRatedReturns(db, quarter) : [],
    late: tellsReturns && since ? await readLate(db, record, ask) : [],
    office: tellsReturns ? await readOffice(db, ask) : null,
    demonstration: (await findDemonstrationDay(db)) === null ? null : DEMONSTRATION,
  };
}

/** The quarter's last day, or today while it runs, for the readers of that audience. */
function asAtFor({ quarter, audience, today, candidate }: SummaryAsk): AsAt {
  const view = audience === 'publication' ? 'publication' : 'internal';
  return { ...quarterAsAt(quarter, { today, view }), ...(candidate ? { publishing: quarter } : {}) };
}

function standingOf({ freezing, audience, candidate }: SummaryAsk, state: QuarterState | undefined): Standing {
  if (freezing) return freezing.number > 1 ? 'corrected' : 'closed';
  if (state === 'reconstructed') return 'reconstructed';
  return audience === 'publication' && !candidate ? 'so far' : 'draft';
}

/** Figure 1 for the record that is shown. The last quarter of a past day has ended: it is no longer "so far". */
async function readOverTime(db: Kysely<Database>, all: RecordAsAt, shown: RecordAsAt): Promise<QuarterCounts[]> {
  const kept = new Set(shown.milestones.map(({ code }) => code));
  const leaveOut = new Set(all.milestones.map(({ code }) => code).filter((code) => !kept.has(code)));
  const quarters = await readStatusOverTime(db, all, undefined, leaveOut);
  return quarters.map((one) => ({ ...one, soFar: one.soFar && all.day !== quarterLastDay(one.quarter) }));
}

function indicatorFor(indicator: IndicatorView, audience: SummaryAsk['audience']): IndicatorView {
  if (audience !== 'publication') return indicator;
  return { ...indicator, values: indicator.values.filter(({ confirmation }) => confirmation !== 'memory') };
}

async function readOffice(db: Kysely<Database>, { quarter, today, assessment }: SummaryAsk): Promise<SummaryOffice> {
  const words = await readOfficeWords(db, quarter, today);
  const written = words.assessment && {
    words: words.assessment.words,
    by: `${words.assessment.by}, ${words.assessment.when}`,
  };
  return {
    assessment: assessment ? { words: assessment, by: 'Strategy office, with this correction' } : written,
    clearances: words.clearances,
    steers: [...words.carried, ...words.steers],
  };
}

/** Returns of earlier quarters that came after those were closed, while this quarter ran. */
async function readLate(
  db: Kysely<Database>,
  { recommendations }: RecordAsAt,
  { quarter, today }: SummaryAsk,
): Promise<LateReturn[]> {
  const titles = new Map(recommendations.map(({ code, title }) => [code, title]));
  const late = await readLateReturns(db, quarterFirstDay(quarter), endOf(quarter, today));
  return late
    .filter((one) => one.quarter < quarter)
    .map(({ quarter: of, recommendation }) => ({
      quarter: of,
      recommendation,
      title: titles.get(recommendation) ?? recommendation,
    }));
}

/** A quarter is reported on after its end, so what came late until today belongs to it while it is the newest. */
const endOf = (quarter: Quarter, today: Day): Day =>
  quarterLastDay(quarter) < today ? today : quarterLastDay(quarter);
