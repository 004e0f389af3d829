import type { Kysely } from 'kysely';
import { countPositions, type PositionCount } from '#db/queries/count-positions.ts';
import { listHeldChanges } from '#db/queries/list-held-changes.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import type { Database } from '#db/schema.ts';
import { groupBy } from '../group-by.ts';
import { milestoneAsAt } from '../milestone-status.ts';
import { endedQuarters, quarterLabel, quarterLastDay, quarterOf } from '../quarter.ts';
import { shownIn } from '../record/held.server.ts';
import type { MilestoneView, RecordAsAt } from '../record/record.ts';
import { FIGURE_GROUPS, groupOf, type StatusGroup } from '../status-words.ts';
import type { QuarterCounts } from './quarter-counts.ts';

/**
 * Figure 1: how many milestones stood in each group at the end of every quarter since the strategy began, read from
 * positions, and last the quarter that the record's day falls in, counted on that day. `themes` limits it to those;
 * `leaveOut` names milestones that the record has and that are not to be counted.
 */
export async function readStatusOverTime(
  db: Kysely<Database>,
  record: RecordAsAt,
  themes?: readonly string[],
  leaveOut: ReadonlySet<string> = new Set(),
): Promise<QuarterCounts[]> {
  const counts = groupBy(await readPositionCounts(db, record, themes, leaveOut), (row) => row.quarter);
  const milestones = record.milestones.filter(
    ({ code, theme }) => (!themes || themes.includes(theme)) && !leaveOut.has(code),
  );
  const past = endedQuarters(record.strategy.publishedOn, record.day).map((quarter) => ({
    quarter,
    label: quarterLabel(quarter),
    soFar: false,
    ...groupCounts((group) => sum((counts.get(quarter) ?? []).filter(({ status }) => groupOf(status) === group))),
  }));
  const quarter = quarterOf(record.day);
  return [...past, { quarter, label: quarterLabel(quarter), soFar: true, ...countGroups(milestones) }];
}

/**
 * Positions are kept with everything that is known inside. For a signed-out reader, milestones that a return spoke of
 * before its quarter is published are counted from the facts that this reader may see.
 */
async function readPositionCounts(
  db: Kysely<Database>,
  { view, publishing, strategy, day, milestones }: RecordAsAt,
  themes: readonly string[] | undefined,
  leaveOut: ReadonlySet<string>,
): Promise<PositionCount[]> {
  const held = view === 'internal' ? new Set<number>() : await listHeldChanges(db, publishing);
  if (held.size === 0) return countPositions(db, themes, [...leaveOut]);
  const facts = await listMilestoneFacts(db);
  const isShown = await shownIn(db, view, publishing);
  const shown = facts.filter(isShown);
  const spokenOf = new Set(facts.filter((fact) => !isShown(fact)).map(({ milestone }) => milestone));
  const own = milestones.filter(
    ({ code, theme }) => spokenOf.has(code) && (!themes || themes.includes(theme)) && !leaveOut.has(code),
  );
  const recounted = own.flatMap(({ code }) => {
    const seen = shown.filter((fact) => fact.milestone === code);
    return endedQuarters(strategy.publishedOn, day).flatMap((quarter) => {
      const state = milestoneAsAt(seen, quarterLastDay(quarter));
      return state ? [{ quarter, status: state.status, milestones: 1 }] : [];
    });
  });
  return [...(await countPositions(db, themes, [...spokenOf, ...leaveOut])), ...recounted];
}

const sum = (rows: PositionCount[]): number => rows.reduce((total, row) => total + row.milestones, 0);

function groupCounts(count: (group: StatusGroup) => number): Pick<QuarterCounts, 'counts' | 'endedOtherwise'> {
  const counts = Object.fromEntries(FIGURE_GROUPS.map((group) => [group, count(group)])) as QuarterCounts['counts'];
  return { counts, endedOtherwise: count('ended otherwise') };
}

/** How many milestones stand in each group on the record's day. */
export function countGroups(milestones: readonly MilestoneView[]): Pick<QuarterCounts, 'counts' | 'endedOtherwise'> {
  return groupCounts((group) => milestones.filter(({ status }) => groupOf(status) === group).length);
}
