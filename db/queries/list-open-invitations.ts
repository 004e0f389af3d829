import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Role } from '../tables/person.ts';

/** Somebody who was invited and has not joined. */
export interface InvitationRow {
  name: string;
  email: string;
  role: Role;
  expiresAt: string;
  invitedBy: string | null;
}

/** The invitations whose link still works at `now` (UTC, ISO 8601), the one that ends first above. */
export function listOpenInvitations(db: Kysely<Database>, now: string): Promise<InvitationRow[]> {
  return db
    .selectFrom('welcomeLink')
    .innerJoin('change', 'change.number', 'welcomeLink.change')
    .leftJoin('person', 'person.id', 'change.person')
    .where('welcomeLink.usedAt', 'is', null)
    .where('welcomeLink.expiresAt', '>', now)
    .select(['welcomeLink.role', 'welcomeLink.expiresAt', 'person.name as invitedBy'])
    .select(({ ref }) => [
      ref('welcomeLink.name').$notNull().as('name'),
      ref('welcomeLink.email').$notNull().as('email'),
    ])
    .where('welcomeLink.email', 'is not', null)
    .orderBy('welcomeLink.expiresAt')
    .execute();
}
