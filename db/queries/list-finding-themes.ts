import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface FindingThemeRow {
  finding: string;
  theme: string;
  name: string;
}

/** The themes that each finding bears on, in the strategy's order of themes. */
export function listFindingThemes(db: Kysely<Database>): Promise<FindingThemeRow[]> {
  return db
    .selectFrom('findingTheme as bearing')
    .innerJoin('theme', 'theme.code', 'bearing.theme')
    .select(['bearing.finding', 'bearing.theme', 'theme.name'])
    .orderBy('bearing.finding')
    .orderBy('theme.position')
    .execute();
}
