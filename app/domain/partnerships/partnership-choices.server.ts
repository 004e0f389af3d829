import type { Kysely } from 'kysely';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listThemes } from '#db/queries/list-themes.ts';
import type { Database } from '#db/schema.ts';
import { formatPartialDate } from '../partial-date.ts';
import { readSourceChoices } from '../sources/source-page.server.ts';
import type { Named } from './partnership.ts';

/** What the form of a partnership offers. */
export interface PartnershipChoices {
  organisations: Named[];
  themes: Named[];
  sources: { code: string; title: string }[];
}

/** The organisations, themes and sources of the record; a body that ended says so in its name. */
export async function readPartnershipChoices(db: Kysely<Database>): Promise<PartnershipChoices> {
  const organisations = (await listOrganisations(db)).map(({ code, name, until }) => ({
    code,
    name: until ? `${name} (until ${formatPartialDate(until)})` : name,
  }));
  const themes = (await listThemes(db)).map(({ code, name }) => ({ code, name }));
  return { organisations, themes, sources: await readSourceChoices(db) };
}
