import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** A later deadline for every return that a post owns, and why. */
export interface ExtensionReasonRow {
  post: number;
  number: number;
  deadline: string;
  /** What was extended, and why. */
  reason: string | null;
}

/** Every extension that was ever given of a quarter's deadline, by post; of one post the last stands. */
export function listExtensionReasons(db: Kysely<Database>, quarter: string): Promise<ExtensionReasonRow[]> {
  return db
    .selectFrom('returnExtension as extension')
    .innerJoin('change', 'change.number', 'extension.change')
    .where('extension.quarter', '=', quarter)
    .select(['extension.post', 'extension.number', 'extension.deadline', 'change.reason'])
    .orderBy('extension.post')
    .orderBy('extension.number')
    .execute();
}
