import type { Transaction } from 'kysely';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import { listMilestones } from '#db/queries/list-milestones.ts';
import { listOwners } from '#db/queries/list-owners.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import type { Database } from '#db/schema.ts';
import { addMilestoneFact } from '#db/writes/add-milestone-fact.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { isOutcomeKind, standingFacts } from '../milestone-status.ts';
import { checkFact, firstDateOr } from '../milestones/record-fact.server.ts';
import type { Day } from '../partial-date.ts';
import { refreshMilestonePositions, refreshRecommendationPositions } from '../positions/keep-positions.server.ts';
import { postInWords } from '../posts/post-words.ts';
import { RefusedError } from '../refused.ts';
import type { ReturnConfirmation, ReturnContent, ReturnStatement } from '../returns/return-content.ts';
import { nextMilestoneCode } from './next-milestone-code.ts';

/** An accepted return on its way into the record. */
export interface Entering {
  recommendation: string;
  content: ReturnContent;
  /** The day it was submitted, in London. */
  submittedOn: Day;
  /** When what it says counts as said: that day, or the last of its quarter where that is earlier. */
  saidOn: Day;
  /** The milestone that it proposes is to be added. */
  addMilestone: boolean;
  today: Day;
  /** The change of the acceptance. */
  change: number;
}

/**
 * Enters what an owner says into the record: facts confirmed, statements about milestones, a new stage, a proposed
 * milestone where the reviewer wants it; and brings positions in line. Throws RefusedError when the record does
 * not allow a statement.
 */
export async function enterReturn(trx: Transaction<Database>, entering: Entering): Promise<void> {
  const { statements, confirmations } = entering.content;
  for (const confirmation of confirmations) await enterConfirmation(trx, confirmation, entering);
  for (const statement of statements) await enterStatement(trx, statement, entering);
  await enterStage(trx, entering);
  const added = entering.addMilestone ? await enterProposal(trx, entering) : [];
  const touched = new Set([...confirmations, ...statements].map(({ milestone }) => milestone).concat(added));
  for (const milestone of touched) await refreshMilestonePositions(trx, milestone);
}

/** A fact from memory that the owner says is right stands from now on in the owner's name, if it still stands. */
async function enterConfirmation(
  trx: Transaction<Database>,
  { milestone, fact: number, answer }: ReturnConfirmation,
  { change }: Entering,
): Promise<void> {
  const facts = await listMilestoneFacts(trx, milestone);
  const confirmed = standingFacts(facts).find((fact) => fact.number === number && fact.confirmation === 'memory');
  if (answer !== 'right' || !confirmed) return;
  const { kind, value, saidOn, note } = confirmed;
  const next = facts.length + 1;
  await addMilestoneFact(trx, {
    ...{ milestone, number: next, kind, value, saidOn, note, change },
    ...{ confirmation: 'owner', source: null, replaces: number },
  });
}

async function enterStatement(
  trx: Transaction<Database>,
  { milestone, kind, value, reason }: ReturnStatement,
  { saidOn, today, change }: Entering,
): Promise<void> {
  const facts = await listMilestoneFacts(trx, milestone);
  const act = isOutcomeKind(kind) ? 'outcome' : kind === 'undated' ? 'taken-back' : 'later-date';
  try {
    checkFact({ act, kind, value, saidOn, replaces: null }, facts, today);
  } catch (error) {
    if (error instanceof RefusedError) throw new RefusedError('form', `${milestone}: ${error.message}`);
    throw error;
  }
  await addMilestoneFact(trx, {
    ...{ milestone, number: facts.length + 1, kind: firstDateOr(kind, facts), value, saidOn, note: reason, change },
    ...{ confirmation: 'owner', source: null, replaces: null },
  });
}

async function enterStage(trx: Transaction<Database>, entering: Entering): Promise<void> {
  const { recommendation, content, submittedOn, saidOn, change } = entering;
  if (content.stage === null || content.stageReason === null) return;
  // The owner comes first in the list, then the deputy.
  const posts = await listOwners(trx, submittedOn);
  const post = posts.find((row) => row.recommendation === recommendation);
  const number = (await listStageJudgements(trx, recommendation)).length + 1;
  const judgement = { recommendation, number, stage: content.stage, reason: content.stageReason, judgedOn: saidOn };
  const judgedBy = post ? postInWords(post) : 'The owner at the time';
  await insertRows(trx, 'stageJudgement', [{ ...judgement, judgedBy, change }]);
  await refreshRecommendationPositions(trx, recommendation);
}

async function enterProposal(
  trx: Transaction<Database>,
  { recommendation, content, saidOn, change }: Entering,
): Promise<string[]> {
  const { proposedMilestone: title, proposedDate: value } = content;
  if (title === null || value === null) return [];
  const own = (await listMilestones(trx)).filter((milestone) => milestone.recommendation === recommendation);
  const code = nextMilestoneCode(
    recommendation,
    own.map((milestone) => milestone.code),
  );
  const position = Math.max(0, ...own.map((milestone) => milestone.position)) + 1;
  await insertRows(trx, 'milestone', [{ code, recommendation, position, change }]);
  await insertRows(trx, 'milestoneRevision', [{ milestone: code, number: 1, title, note: null, change }]);
  await addMilestoneFact(trx, {
    ...{ milestone: code, number: 1, kind: 'baseline', value, saidOn, note: null, change },
    ...{ confirmation: 'owner', source: null, replaces: null },
  });
  return [code];
}
