import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import { insertRows } from './insert-rows.ts';

/** Gives an event the other recommendations that it bears on, in the place of those it had. */
export async function replaceEventLinks(
  trx: Transaction<Database>,
  event: string,
  recommendations: readonly string[],
  change: number,
): Promise<void> {
  await trx.deleteFrom('eventRecommendation').where('event', '=', event).execute();
  const rows = recommendations.map((recommendation) => ({ event, recommendation, change }));
  await insertRows(trx, 'eventRecommendation', rows);
}

/** Gives a finding the themes that it is about, in the place of those it had. */
export async function replaceFindingLinks(
  trx: Transaction<Database>,
  finding: string,
  themes: readonly string[],
  change: number,
): Promise<void> {
  await trx.deleteFrom('findingTheme').where('finding', '=', finding).execute();
  await insertRows(
    trx,
    'findingTheme',
    themes.map((theme) => ({ finding, theme, change })),
  );
}
