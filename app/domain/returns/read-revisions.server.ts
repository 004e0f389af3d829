import type { Kysely } from 'kysely';
import { listReturnComments } from '#db/queries/list-return-comments.ts';
import { listReturnConfirmations } from '#db/queries/list-return-confirmations.ts';
import { listReturnRevisions, type ReturnRevisionRow } from '#db/queries/list-return-revisions.ts';
import { listReturnStatements } from '#db/queries/list-return-statements.ts';
import type { Database } from '#db/schema.ts';
import type { Confidence, ReturnAct } from '#db/tables/quarterly-return.ts';
import { groupBy } from '../group-by.ts';
import { contentOf, type ReturnComments, type ReturnContent } from './return-content.ts';

/** One act on a return. */
export interface ReturnRevisionRead {
  quarter: string;
  recommendation: string;
  number: number;
  act: ReturnAct;
  /** Who did it; null for what nobody signed in did. */
  who: { id: number; name: string } | null;
  /** Moment in UTC, ISO 8601. */
  at: string;
  /** What the owner says; null unless this act is a submission. */
  content: ReturnContent | null;
  /** The office's own rating, on accepting. */
  ownConfidence: Confidence | null;
  /** The office's words on sending back, accepting or recording as missing. */
  comment: string | null;
  /** The reviewer's words on single parts, on sending back. */
  comments: ReturnComments;
}

/** Every act on the returns of a recommendation, or of all, by quarter, recommendation and number. */
export async function readRevisions(db: Kysely<Database>, recommendation?: string): Promise<ReturnRevisionRead[]> {
  const statements = byRevision(await listReturnStatements(db, recommendation));
  const confirmations = byRevision(await listReturnConfirmations(db, recommendation));
  const comments = byRevision(await listReturnComments(db, recommendation));
  return (await listReturnRevisions(db, recommendation)).map((row) => {
    const key = keyOf({ ...row, revision: row.number });
    return {
      ...actOf(row),
      content: contentOf(row, statements.get(key) ?? [], confirmations.get(key) ?? []),
      comments: Object.fromEntries((comments.get(key) ?? []).map(({ section, words }) => [section, words])),
    };
  });
}

function actOf(row: ReturnRevisionRow): Omit<ReturnRevisionRead, 'content' | 'comments'> {
  const { quarter, recommendation, number, act, ownConfidence, comment, personId, personName } = row;
  const who = personId === null || personName === null ? null : { id: personId, name: personName };
  return { quarter, recommendation, number, act, who, at: row.recordedAt, ownConfidence, comment };
}

type OfRevision = { quarter: string; recommendation: string; revision: number };

const keyOf = ({ quarter, recommendation, revision }: OfRevision): string => `${quarter} ${recommendation} ${revision}`;

const byRevision = <T extends OfRevision>(rows: readonly T[]): Map<string, T[]> => groupBy(rows, keyOf);
