import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Marks a one-time link as used at a moment (UTC, ISO 8601). */
export async function markWelcomeLinkUsed(
  trx: Transaction<Database>,
  tokenHash: string,
  usedAt: string,
): Promise<void> {
  await trx.updateTable('welcomeLink').set({ usedAt }).where('tokenHash', '=', tokenHash).execute();
}
