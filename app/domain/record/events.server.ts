import type { Kysely } from 'kysely';
import { listEventRecommendations, listEvents } from '#db/queries/list-events.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { groupBy } from '../group-by.ts';
import { firstDay, lastDay } from '../partial-date.ts';
import { provenances } from './provenance.ts';
import type { EventView } from './record.ts';

/** The events that had happened by a day, newest first; notes only for today, since they may tell later history. */
export async function readEventsAsAt(db: Kysely<Database>, { day, isToday }: Omit<AsAt, 'view'>): Promise<EventView[]> {
  const sources = provenances(await listSources(db), { day, isToday });
  const others = groupBy(await listEventRecommendations(db), (row) => row.event);
  return (await listEvents(db))
    .filter((event) => lastDay(event.happenedOn) <= day)
    .map(({ change: _, confirmation, source, ...event }) => ({
      ...event,
      note: isToday ? event.note : null,
      alsoBearsOn: (others.get(event.code) ?? []).map((row) => row.recommendation),
      ...sources({ confirmation, source }),
    }))
    .sort((a, b) => firstDay(b.happenedOn).localeCompare(firstDay(a.happenedOn)) || b.code.localeCompare(a.code));
}

/** The events that bear on any of the recommendations, first of all or also. */
export function eventsBearingOn(events: readonly EventView[], recommendations: readonly string[]): EventView[] {
  const wanted = new Set(recommendations);
  return events.filter(
    ({ recommendation, alsoBearsOn }) => wanted.has(recommendation) || alsoBearsOn.some((code) => wanted.has(code)),
  );
}
