import type { Kysely } from 'kysely';
import { findPartnershipOfChange } from '#db/queries/find-partnership-of-change.ts';
import { listPartnershipRevisions } from '#db/queries/list-partnership-revisions.ts';
import type { Database } from '#db/schema.ts';
import type { View } from '../as-at.ts';
import { londonDay } from '../clock.ts';
import { type Difference, sideInWords } from '../editing/differences.ts';
import type { Day } from '../partial-date.ts';
import { authorShown } from '../people/author.ts';
import { NO_PARTNERSHIP, partnershipDifferences } from './partnership-text.ts';
import { readNamesOfCodes } from './save-partnership.server.ts';

/** One revision of a partnership against the one before it. */
export interface PartnershipHistoryEntry {
  number: number;
  /** Number of the change that wrote it. */
  change: number;
  on: Day;
  by: string | null;
  reason: string | null;
  /** It came with the strategy. */
  wasLoaded: boolean;
  /** Of the first revision: everything that it says. */
  differences: Difference[];
}

/** Every revision of a partnership as a reader of that view sees it, newest first. */
export async function readPartnershipHistory(
  db: Kysely<Database>,
  code: string,
  view: View,
): Promise<PartnershipHistoryEntry[]> {
  const names = await readNamesOfCodes(db);
  const revisions = await listPartnershipRevisions(db, code);
  return revisions
    .map((revision, i) => ({
      number: revision.number,
      change: revision.change,
      on: londonDay(new Date(revision.recordedAt)),
      by: authorShown(revision, view),
      reason: revision.reason,
      wasLoaded: revision.kind === 'strategy loaded',
      differences: partnershipDifferences(revisions[i - 1] ?? NO_PARTNERSHIP, revision, names),
    }))
    .reverse();
}

/** The partnership that a change wrote of, with old and new in words. */
export interface PartnershipOfChange {
  partnership: string;
  /** Null for its first revision, and for a note of its health. */
  before: string | null;
  after: string | null;
}

/** What one change did to a partnership; null for a change to something else. What a health check says stays on its page. */
export async function readPartnershipOfChange(
  db: Kysely<Database>,
  change: number,
): Promise<PartnershipOfChange | null> {
  const found = await findPartnershipOfChange(db, change);
  if (!found) return null;
  const { partnership, number } = found;
  const entry = (await readPartnershipHistory(db, partnership, 'internal')).find((each) => each.number === number);
  if (!entry) return { partnership, before: null, after: null };
  const before = entry.number === 1 ? null : sideInWords(entry.differences, 'before');
  return { partnership, before, after: sideInWords(entry.differences, 'after') };
}
