import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface PartnershipThemeRow {
  partnership: string;
  theme: string;
  name: string;
}

/** The themes that each partnership serves as its standing revision has it, in the strategy's order of themes. */
export function listPartnershipThemes(db: Kysely<Database>): Promise<PartnershipThemeRow[]> {
  return db
    .selectFrom('partnershipTheme as served')
    .innerJoin('theme', 'theme.code', 'served.theme')
    .where('served.revision', '=', ({ selectFrom }) =>
      selectFrom('partnershipRevision as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.partnership', '=', 'served.partnership'),
    )
    .select(['served.partnership', 'served.theme', 'theme.name'])
    .orderBy('served.partnership')
    .orderBy('theme.position')
    .execute();
}
