import type { Kysely } from 'kysely';
import { findOwnerDeadline } from '#db/queries/find-owner-deadline.ts';
import { findReturn } from '#db/queries/find-return.ts';
import { findReturnDraft } from '#db/queries/find-return-draft.ts';
import { listLateSubmissions } from '#db/queries/list-late-submissions.ts';
import type { Database } from '#db/schema.ts';
import type { QuarterState } from '#db/tables/quarter.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';
import type { Day } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';
import { type ReturnRevisionRead, readRevisions } from './read-revisions.server.ts';
import type { ReturnContent } from './return-content.ts';
import { type ReturnState, returnState } from './return-state.ts';

/** What has been typed and not submitted. */
export interface ReturnDraft {
  /** Counts the saves from 1; a form carries the one it was filled from. */
  version: number;
  /** What was typed, by the names of the form's fields. */
  fields: Record<string, string>;
  savedBy: string;
  /** Moment in UTC, ISO 8601. */
  savedAt: string;
}

/** The newest accepted return of an earlier quarter. */
export interface LastReturn {
  quarter: Quarter;
  content: ReturnContent;
  /** The office's own rating beside the owner's, where it gave one. */
  ownConfidence: Confidence | null;
}

/** One recommendation's return for one quarter, with everything that was done with it. */
export interface ReturnRead {
  quarter: Quarter;
  recommendation: string;
  quarterState: QuarterState;
  state: ReturnState;
  /** It was submitted after its quarter had been closed. */
  cameAfterClose: boolean;
  /** Every act in order. */
  revisions: ReturnRevisionRead[];
  /** What was submitted last; null while nothing was. */
  standing: ReturnContent | null;
  draft: ReturnDraft | null;
  /** The day by whose end it is due, as extended for the owner's post. */
  deadline: Day;
  lastQuarter: LastReturn | null;
}

/**
 * The return of a recommendation for a quarter; undefined when none was asked for. Its deadline is that of the post that
 * owns the recommendation on `day`, by itself the day of the commission's deadline.
 */
export async function readReturn(
  db: Kysely<Database>,
  quarter: Quarter,
  recommendation: string,
  day?: Day,
): Promise<ReturnRead | undefined> {
  const asked = await findReturn(db, quarter, recommendation);
  if (!asked) return undefined;
  const extended = await findOwnerDeadline(db, quarter, recommendation, day ?? asked.deadline);
  const all = await readRevisions(db, recommendation);
  const revisions = all.filter((revision) => revision.quarter === quarter);
  const draft = await readDraft(db, quarter, recommendation);
  return {
    quarter,
    recommendation,
    quarterState: asked.quarterState,
    state: returnState(
      revisions.map(({ act }) => act),
      draft !== null,
    ),
    cameAfterClose: (await listLateSubmissions(db, quarter)).some((late) => late.recommendation === recommendation),
    revisions,
    standing: newestContent(revisions),
    draft,
    deadline: extended ?? asked.deadline,
    lastQuarter: lastAccepted(all, quarter),
  };
}

async function readDraft(db: Kysely<Database>, quarter: Quarter, recommendation: string): Promise<ReturnDraft | null> {
  const row = await findReturnDraft(db, quarter, recommendation);
  if (!row) return null;
  const { version, fields, savedByName, savedAt } = row;
  return { version, fields: JSON.parse(fields), savedBy: savedByName, savedAt };
}

const newestContent = (revisions: ReturnRevisionRead[]): ReturnContent | null =>
  revisions.findLast(({ content }) => content !== null)?.content ?? null;

function lastAccepted(revisions: ReturnRevisionRead[], quarter: Quarter): LastReturn | null {
  const earlier = revisions.filter((revision) => revision.quarter < quarter);
  const newestOf = new Map(earlier.map((revision) => [revision.quarter, revision]));
  const accepted = [...newestOf.values()].findLast(({ act }) => act === 'accepted');
  if (!accepted) return null;
  const content = newestContent(earlier.filter((revision) => revision.quarter === accepted.quarter));
  return content && { quarter: accepted.quarter, content, ownConfidence: accepted.ownConfidence };
}
