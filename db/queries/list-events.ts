import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

export type EventRow = Selectable<Database['event']>;

/** Every event, in the order of the file it came from. */
export function listEvents(db: Kysely<Database>): Promise<EventRow[]> {
  return db.selectFrom('event').selectAll().orderBy('code').execute();
}

/** The other recommendations that each event bears on. */
export function listEventRecommendations(db: Kysely<Database>): Promise<Selectable<Database['eventRecommendation']>[]> {
  return db.selectFrom('eventRecommendation').selectAll().orderBy('event').orderBy('recommendation').execute();
}
