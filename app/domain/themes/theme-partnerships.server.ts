import type { Kysely } from 'kysely';
import { listPartnershipMembers } from '#db/queries/list-partnership-members.ts';
import { listPartnershipThemes } from '#db/queries/list-partnership-themes.ts';
import { listPartnerships } from '#db/queries/list-partnerships.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { groupBy } from '../group-by.ts';
import { hasStartedBy, type PartnershipMember, type PartnershipView } from '../partnerships/partnership.ts';
import { endedBy } from '../record/organisations.ts';

/** A partnership as a theme's page names it. */
export interface ThemePartnership extends Pick<PartnershipView, 'code' | 'name' | 'startedOn' | 'confirmation'> {
  members: Pick<PartnershipMember, 'name' | 'shortName' | 'sector' | 'ended'>[];
}

/**
 * The partnerships that serve one of some themes; on an earlier day those that had started by then, with names and members as they
 * are today. Three queries, as a theme's page asks for much else.
 */
export async function readThemePartnerships(
  db: Kysely<Database>,
  themes: readonly string[],
  { day, isToday }: AsAt,
): Promise<ThemePartnership[]> {
  const serving = new Set(
    (await listPartnershipThemes(db)).filter((row) => themes.includes(row.theme)).map((row) => row.partnership),
  );
  const members = groupBy(await listPartnershipMembers(db), (row) => row.partnership);
  return (await listPartnerships(db))
    .filter((partnership) => serving.has(partnership.code) && (isToday || hasStartedBy(partnership, day)))
    .map(({ code, name, startedOn, confirmation }) => ({
      code,
      name,
      startedOn,
      confirmation,
      members: (members.get(code) ?? []).map((member) => ({
        name: member.name,
        shortName: member.shortName,
        sector: member.sector,
        ended: endedBy(member.until, day),
      })),
    }));
}
