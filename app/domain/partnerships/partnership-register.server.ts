import type { Kysely } from 'kysely';
import { listThemes } from '#db/queries/list-themes.ts';
import type { Database } from '#db/schema.ts';
import type { Sector } from '#db/tables/organisation.ts';
import { sectorInSentence } from '../organisations/sector-words.ts';
import type { Day } from '../partial-date.ts';
import type { Register } from '../registers/register.ts';
import { codesWithin, inTreeOrder } from '../themes/nesting.ts';
import { type AcrossSectors, acrossSectors, hasSector, joins } from './across-sectors.ts';
import {
  type FindingsOfSource,
  type Named,
  type PartnershipView,
  partnershipsInWords,
  servesTheme,
} from './partnership.ts';
import { readFindings, readPartnerships } from './partnerships.server.ts';
import type { SectorPair } from './sector-pair.ts';

/** The filters of `/partnerships`. */
export interface PartnershipQuery {
  pair: SectorPair | null;
  sector: Sector | null;
  theme: string | null;
}

export interface PartnershipRegister extends Register<PartnershipView> {
  /** How many there are in all, and who takes part. */
  sentences: string[];
  /** Of all partnerships, whatever the filter. */
  across: AcrossSectors<Named>;
  /** The themes that any partnership serves, with those that serve each. */
  themes: { theme: Named; partnerships: Named[] }[];
  /** The themes that none serves. */
  themesWithout: Named[];
  findings: FindingsOfSource[];
}

/** The partnerships that a query keeps, and what all of them together show. */
export async function readPartnershipRegister(
  db: Kysely<Database>,
  query: PartnershipQuery,
  today: Day,
): Promise<PartnershipRegister> {
  const all = await readPartnerships(db, today);
  const themes = inTreeOrder(await listThemes(db));
  const served = themes.map(({ code, name }) => ({
    theme: { code, name },
    partnerships: all.filter((partnership) => servesTheme(partnership, codesWithin(themes, code))).map(named),
  }));
  const nameOf = (code: string): string => themes.find((theme) => theme.code === code)?.name ?? code;
  return {
    rows: all.filter((partnership) => isKept(partnership, query, codesWithin(themes, query.theme ?? ''))),
    total: all.length,
    filters: filtersInWords(query, nameOf),
    sentences: partnershipsInWords(all),
    across: namesOnly(acrossSectors(all)),
    themes: served.filter(({ partnerships }) => partnerships.length > 0),
    themesWithout: served.filter(({ partnerships }) => partnerships.length === 0).map(({ theme }) => theme),
    findings: await readFindings(db, today),
  };
}

function isKept(
  partnership: PartnershipView,
  { pair, sector, theme }: PartnershipQuery,
  within: readonly string[],
): boolean {
  return (
    (pair === null || joins(partnership, pair)) &&
    (sector === null || hasSector(partnership, sector)) &&
    (theme === null || servesTheme(partnership, within))
  );
}

/** What follows "3 of 13 partnerships with". */
function filtersInWords({ pair, sector, theme }: PartnershipQuery, nameOf: (theme: string) => string): string[] {
  return [
    ...(pair ? [pairInWords(pair)] : []),
    ...(sector ? [`a member of the sector “${sectorInSentence(sector)}”`] : []),
    ...(theme ? [`theme “${nameOf(theme)}”`] : []),
  ];
}

function pairInWords([one, other]: SectorPair): string {
  if (one === other) return `two or more members of the sector “${sectorInSentence(one)}”`;
  return `members of the sectors “${sectorInSentence(one)}” and “${sectorInSentence(other)}”`;
}

const named = ({ code, name }: Named): Named => ({ code, name });

function namesOnly(across: AcrossSectors<PartnershipView>): AcrossSectors<Named> {
  return {
    ...across,
    sectors: across.sectors.map((row) => ({ ...row, partnerships: row.partnerships.map(named) })),
    pairs: across.pairs.map((row) => ({ ...row, partnerships: row.partnerships.map(named) })),
  };
}
