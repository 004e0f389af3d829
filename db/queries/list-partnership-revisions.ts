import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { ChangeKind } from '../tables/change.ts';
import type { PartnershipRevisionTable } from '../tables/partnership.ts';

/** One revision of a partnership with its parts, and the change that wrote it. */
export interface PartnershipRevision extends PartnershipRevisionTable {
  members: { organisation: string; role: string }[];
  /** Codes, in the strategy's order of themes. */
  themes: string[];
  strands: { name: string; detail: string | null }[];
  kind: ChangeKind;
  recordedAt: string;
  reason: string | null;
  person: string | null;
  /** The person, when their name is not shown to signed-out readers. */
  nameRemoved: number | null;
}

/** Every revision of a partnership, whole, by its number; none for a code that no partnership has. */
export async function listPartnershipRevisions(db: Kysely<Database>, code: string): Promise<PartnershipRevision[]> {
  const texts = await db
    .selectFrom('partnershipRevision as revision')
    .innerJoin('change', 'change.number', 'revision.change')
    .leftJoin('person', 'person.id', 'change.person')
    .leftJoin('removedName', 'removedName.person', 'change.person')
    .where('revision.partnership', '=', code)
    .selectAll('revision')
    .select(['change.kind', 'change.recordedAt', 'change.reason'])
    .select(['person.name as person', 'removedName.person as nameRemoved'])
    .orderBy('revision.number')
    .execute();
  const members = await db
    .selectFrom('partnershipMember')
    .where('partnership', '=', code)
    .select(['revision', 'organisation', 'role'])
    .orderBy('position')
    .execute();
  const themes = await db
    .selectFrom('partnershipTheme')
    .innerJoin('theme', 'theme.code', 'partnershipTheme.theme')
    .where('partnership', '=', code)
    .select(['revision', 'theme'])
    .orderBy('theme.position')
    .execute();
  const strands = await db
    .selectFrom('partnershipStrand')
    .where('partnership', '=', code)
    .select(['revision', 'name', 'detail'])
    .orderBy('position')
    .execute();
  return texts.map((text) => ({
    ...text,
    members: of(members, text).map(({ organisation, role }) => ({ organisation, role })),
    themes: of(themes, text).map(({ theme }) => theme),
    strands: of(strands, text).map(({ name, detail }) => ({ name, detail })),
  }));
}

const of = <T extends { revision: number }>(parts: readonly T[], { number }: { number: number }): T[] =>
  parts.filter(({ revision }) => revision === number);
