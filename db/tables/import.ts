import type { Generated } from 'kysely';

/**
 * A file that somebody sent, to be looked at and then accepted or discarded. While it waits it is no part of the record;
 * once accepted, its change is.
 */
export interface ImportTable {
  id: Generated<number>;
  fileName: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** Null once it is settled. */
  bytes: Uint8Array | null;
  sentBy: number;
  /** Moment in UTC, ISO 8601. */
  sentAt: string;
  /** JSON of what was found in it (`FoundFile`); null while it is being read, and once it is settled. */
  found: string | null;
  /** The change that accepting it made. */
  change: number | null;
  /** JSON of what was accepted (`ImportPlan` without what it left as it is). */
  accepted: string | null;
  discardedAt: string | null;
}
