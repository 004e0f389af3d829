import type { Kysely } from 'kysely';
import { listIndicators } from '#db/queries/list-indicators.ts';
import { listObservations } from '#db/queries/list-observations.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database } from '#db/schema.ts';
import type { KnownIndicator } from './plan-values.ts';

/** Every indicator with every value of the record, or one of them: what a new value is held against. */
export async function readKnownIndicators(db: Kysely<Database>, code?: string): Promise<KnownIndicator[]> {
  const observations = await listObservations(db, { indicator: code });
  return (await listIndicators(db))
    .filter((indicator) => code === undefined || indicator.code === code)
    .map((indicator) => ({
      code: indicator.code,
      unit: indicator.unit,
      known: observations.filter((observation) => observation.indicator === indicator.code),
    }));
}

/** The codes that a file of values may name. */
export async function readValueCodes(db: Kysely<Database>): Promise<{ indicators: string[]; sources: string[] }> {
  const codes = (rows: { code: string }[]): string[] => rows.map(({ code }) => code);
  return { indicators: codes(await listIndicators(db)), sources: codes(await listSources(db)) };
}
