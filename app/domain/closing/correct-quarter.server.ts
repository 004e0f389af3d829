import type { Kysely, Transaction } from 'kysely';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { listAssessments } from '#db/queries/list-assessments.ts';
import type { Database } from '#db/schema.ts';
import type { Audience, PublishableField } from '#db/tables/quarter-version.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import type { Actor } from '../commission/commission-rules.server.ts';
import { assessmentProblem } from '../office/assessment-rules.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { refreshClosedQuarter } from '../positions/keep-positions.server.ts';
import type { Quarter } from '../quarter.ts';
import { RefusedError } from '../refused.ts';
import type { Correction } from '../summary/document.ts';
import type { SummaryMaker } from '../summary/summary-maker.ts';
import { addClosingChange, allowedQuarter, checkNothingSince } from './closing-checks.server.ts';
import { reasonProblem, whyNotCorrected } from './closing-rules.ts';
import { type CorrectedDocuments, correctedDocuments } from './corrected-documents.server.ts';
import {
  type FrozenFile,
  frozenCandidate,
  frozenFiles,
  storePublication,
  storeVersion,
} from './store-version.server.ts';
import { type FrozenQuarter, findFrozenQuarter } from './versions.server.ts';

/** A closed quarter to correct. */
export interface NewCorrection {
  quarter: Quarter;
  reason: string;
  /** The office's assessment as it is to stand; null to leave it. */
  assessment: string | null;
  /** Of a published quarter: what is published of the new version, null for the same as before. Else null. */
  fields: PublishableField[] | null;
  /** Number of the newest change when the form was drawn. */
  seen: number;
}

/**
 * Makes a new version of a closed quarter from the record as it is now, as one change; of a published quarter it is
 * published with it. The version before stays. Throws NotAllowedError, RefusedError with the field that is wrong or when
 * nothing would change, ConflictError when anything was recorded since, or DamagedFileError; then nothing is saved.
 */
export async function correctQuarter(
  db: Kysely<Database>,
  command: NewCorrection,
  actor: Actor,
  maker: SummaryMaker,
): Promise<void> {
  const { quarter, reason, seen } = command;
  const { frozen, assessment, documents } = await prepared(db, command, actor, maker);
  const files = await filesOf(documents, maker);
  const published = documents.publication && (await frozenFiles(documents.publication, maker));
  await db.transaction().execute(async (trx) => {
    await checkNothingSince(trx, seen);
    const version = frozen.newest.number + 1;
    const more = `, version ${version}: ${reason}`;
    const change = await addClosingChange(trx, 'quarter corrected', { quarter, more }, actor);
    if (assessment !== null) await addAssessment(trx, { quarter, words: assessment, change });
    await refreshClosedQuarter(trx, quarter);
    await storeVersion(trx, { quarter, version, change }, { reason, files });
    if (published)
      await storePublication(trx, { quarter, version, change }, { fields: documents.fields, files: published });
  });
}

/** What a correction would change, before it is made. */
export interface CorrectionPreview {
  /** Number of the newest change when it was made. */
  seen: number;
  summaries: { audience: Audience; corrections: Correction[] }[];
}

/** What a correction would change as the record is now. Throws what `correctQuarter` throws; saves nothing. */
export async function previewCorrection(
  db: Kysely<Database>,
  command: Omit<NewCorrection, 'seen'>,
  actor: Actor,
  maker: SummaryMaker,
): Promise<CorrectionPreview> {
  const seen = await findNewestChange(db);
  const { documents } = await prepared(db, { ...command, seen }, actor, maker);
  const summaries = documentsOf(documents).map(({ audience, version }) => ({
    audience,
    corrections: version?.corrections ?? [],
  }));
  return { seen, summaries };
}

async function prepared(db: Kysely<Database>, command: NewCorrection, actor: Actor, maker: SummaryMaker) {
  mustBeAllowed(actor.person, 'close quarters');
  const { quarter, reason, fields, seen } = command;
  const problem = reasonProblem(reason);
  if (problem !== null) throw new RefusedError('reason', problem);
  await checkNothingSince(db, seen);
  await allowedQuarter(db, quarter, whyNotCorrected);
  const frozen = await frozenQuarter(db, quarter);
  if (fields !== null && !frozen.published)
    throw new RefusedError('form', 'What is published is chosen when the quarter is published');
  const assessment = await newAssessment(db, command);
  const documents = await correctedDocuments(db, frozen, { reason, assessment, fields, today: actor.today }, maker);
  if (documentsOf(documents).every(({ version }) => version?.corrections.length === 0))
    throw new RefusedError(
      'form',
      'Nothing would change: nothing that the summary tells was recorded since, and the assessment is the same',
    );
  return { frozen, assessment, documents };
}

async function frozenQuarter(db: Kysely<Database>, quarter: Quarter): Promise<FrozenQuarter> {
  const frozen = await findFrozenQuarter(db, quarter);
  if (!frozen) throw new RangeError(`${quarter} is closed and has no version`);
  return frozen;
}

/** The new words of the assessment; null when they are the same as those that stand. */
async function newAssessment(db: Kysely<Database>, { quarter, assessment }: NewCorrection): Promise<string | null> {
  const words = assessment?.trim() ?? null;
  const standing = (await listAssessments(db, quarter)).at(-1)?.words ?? '';
  if (words === null || words === standing) return null;
  const problem = assessmentProblem(words);
  if (problem !== null) throw new RefusedError('assessment', problem);
  return words;
}

const documentsOf = ({ board, ministers, publication }: CorrectedDocuments) =>
  [board, ministers, publication].filter((document) => document !== null);

async function filesOf(
  { board, ministers, candidate }: CorrectedDocuments,
  maker: SummaryMaker,
): Promise<FrozenFile[]> {
  return [...(await frozenFiles(board, maker)), ...(await frozenFiles(ministers, maker)), frozenCandidate(candidate)];
}

async function addAssessment(
  trx: Transaction<Database>,
  { quarter, words, change }: { quarter: Quarter; words: string; change: number },
): Promise<void> {
  const number = ((await listAssessments(trx, quarter)).at(-1)?.number ?? 0) + 1;
  await insertRows(trx, 'assessment', [{ quarter, number, words, change }]);
}
