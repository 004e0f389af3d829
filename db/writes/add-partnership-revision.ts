import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { PartnershipRevisionTable } from '../tables/partnership.ts';
import { insertRows } from './insert-rows.ts';

/** A revision with its parts, in their order. */
export interface NewPartnershipRevision extends PartnershipRevisionTable {
  members: readonly { organisation: string; role: string }[];
  themes: readonly string[];
  strands: readonly { name: string; detail: string | null }[];
}

/** Adds a revision of a partnership, whole: earlier ones keep their members, themes and strands. */
export async function addPartnershipRevision(
  trx: Transaction<Database>,
  { members, themes, strands, ...text }: NewPartnershipRevision,
): Promise<void> {
  const key = { partnership: text.partnership, revision: text.number };
  await insertRows(trx, 'partnershipRevision', [text]);
  const placed = members.map(({ organisation, role }, i) => ({ ...key, position: i + 1, organisation, role }));
  await insertRows(trx, 'partnershipMember', placed);
  const served = themes.map((theme) => ({ ...key, theme }));
  await insertRows(trx, 'partnershipTheme', served);
  const parts = strands.map(({ name, detail }, i) => ({ ...key, position: i + 1, name, detail }));
  await insertRows(trx, 'partnershipStrand', parts);
}
