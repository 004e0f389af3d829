import type { Kysely } from 'kysely';
import { listQuarterVersions } from '#db/queries/list-quarter-versions.ts';
import type { Database } from '#db/schema.ts';
import type { View } from '../as-at.ts';
import { londonDay } from '../clock.ts';
import { groupBy } from '../group-by.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import { readStatusOverTime } from '../overview/status-over-time.server.ts';
import { formatPartialDate } from '../partial-date.ts';
import type { RecordAsAt } from '../record/record.ts';
import { readQuarterStates } from './quarter-page.server.ts';
import type { ShownState } from './quarter-words.ts';

/** A quarter with where its milestones stood at its end, and which summary of it there is. */
export interface ListedQuarter extends QuarterCounts {
  state: ShownState;
  /** "Version 2, corrected on 20 November 2026". */
  summary: string;
}

/** Every quarter since the strategy began, newest first; the record is that of today for the one who asks. */
export async function readQuarterList(db: Kysely<Database>, record: RecordAsAt): Promise<ListedQuarter[]> {
  const states = await readQuarterStates(db);
  const frozen = await readNewestVersions(db, record.view);
  return (await readStatusOverTime(db, record))
    .map((quarter) => {
      const state = states[quarter.quarter] ?? 'current';
      return { ...quarter, state, summary: frozen.get(quarter.quarter) ?? liveWords(state, record.view) };
    })
    .reverse();
}

/** The newest version of each frozen quarter in words; for everybody the newest published one. */
async function readNewestVersions(db: Kysely<Database>, view: View): Promise<Map<string, string>> {
  const shown = (await listQuarterVersions(db)).filter(
    ({ publishedAt }) => view === 'internal' || publishedAt !== null,
  );
  const newest = [...groupBy(shown, ({ quarter }) => quarter)].map(([quarter, versions]): [string, string] => {
    const { number = 1, madeAt = '' } = versions.at(-1) ?? {};
    const made = formatPartialDate(londonDay(new Date(madeAt)));
    return [quarter, `Version ${number}, ${number === 1 ? 'closed' : 'corrected'} on ${made}`];
  });
  return new Map(newest);
}

function liveWords(state: ShownState, view: View): string {
  if (state === 'reconstructed') return 'Put together later';
  return view === 'internal' ? 'Draft' : 'What is published so far';
}
