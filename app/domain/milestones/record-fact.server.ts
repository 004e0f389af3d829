import type { Kysely, Transaction } from 'kysely';
import { findMilestone } from '#db/queries/find-milestone.ts';
import { findSource } from '#db/queries/find-source.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import type { Database, MilestoneFact } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import type { FactKind } from '#db/tables/milestone-fact.ts';
import type { Role } from '#db/tables/person.ts';
import type { SourceType } from '#db/tables/source.ts';
import { addChange } from '#db/writes/add-change.ts';
import { addMilestoneFact } from '#db/writes/add-milestone-fact.ts';
import { addSource } from '#db/writes/add-source.ts';
import { isOutcomeKind, milestoneAsAt, standingFacts } from '../milestone-status.ts';
import { type Day, firstDay, formatPartialDate, lastDay, type PartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { refreshMilestonePositions } from '../positions/keep-positions.server.ts';
import { RefusedError } from '../refused.ts';

/** Where something was seen: nowhere that can be named, in a source of the record, or in one that is new. */
export interface GivenSource {
  /** Code of a source that is in the record already. */
  source: string | null;
  newSource: {
    title: string;
    publisher: string;
    type: SourceType;
    url: string | null;
    /** Without it the source is undated: on an earlier day nobody can say that it was out. */
    publishedOn?: PartialDate | null;
  } | null;
}

/** One fact to record about a milestone: a later date, a new agreed date, a date taken back, an outcome, or a correction. */
export interface FactCommand extends GivenSource {
  milestone: string;
  act: 'later-date' | 'agreed-date' | 'taken-back' | 'outcome' | 'correct';
  kind: FactKind;
  value: PartialDate | null;
  saidOn: PartialDate;
  note: string | null;
  reason: string;
  /** Number of the fact that a correction replaces. */
  replaces: number | null;
  /** Number of the newest fact when the form was filled in; a newer one means that somebody was faster. */
  seen: number;
}

/** Somebody recorded something about the milestone in the meantime. Nothing was saved. */
export class FactConflictError extends Error {
  override name = 'FactConflictError';
  constructor(readonly newest: number) {
    super('Somebody else recorded something about this milestone while you were writing.');
  }
}

interface Recorder {
  person: { id: number; role: Role };
  now: Date;
  today: Day;
}

const CHANGE_OF_ACT: Record<FactCommand['act'], ChangeKind> = {
  'later-date': 'date recorded',
  'agreed-date': 'baseline agreed',
  'taken-back': 'date recorded',
  outcome: 'outcome recorded',
  correct: 'fact corrected',
};

/**
 * Records one fact and brings the positions of past quarters in line, in one transaction and as one change.
 * Returns the number of the fact. Throws NotAllowedError, RefusedError or FactConflictError; then nothing is saved.
 */
export async function recordFact(
  db: Kysely<Database>,
  command: FactCommand,
  { person, now, today }: Recorder,
): Promise<number> {
  mustBeAllowed(person, 'record facts');
  return db.transaction().execute(async (trx) => {
    if (!(await findMilestone(trx, command.milestone))) throw new RefusedError('form', 'There is no such milestone');
    const facts = await listMilestoneFacts(trx, command.milestone);
    const newest = facts.at(-1)?.number ?? 0;
    if (command.seen !== newest) throw new FactConflictError(newest);
    checkFact(command, facts, today);
    checkNewSource(command, today);
    const change = await addChange(trx, {
      kind: CHANGE_OF_ACT[command.act],
      recordedAt: now.toISOString(),
      person: person.id,
      quarter: null,
      reason: command.reason,
    });
    const source = await sourceOf(trx, command, change);
    await addMilestoneFact(trx, {
      milestone: command.milestone,
      number: newest + 1,
      kind: firstDateOr(command.kind, facts),
      value: command.value,
      saidOn: command.saidOn,
      note: command.note,
      replaces: command.replaces,
      confirmation: source === null ? 'memory' : 'published',
      source,
      change,
    });
    await refreshMilestonePositions(trx, command.milestone);
    return newest + 1;
  });
}

/** The kind under which a fact is recorded: a date for a milestone that has none yet is its first. */
export function firstDateOr(kind: FactKind, facts: MilestoneFact[]): FactKind {
  const hasBaseline = standingFacts(facts).some((fact) => fact.kind === 'baseline');
  return kind === 'forecast' && !hasBaseline ? 'baseline' : kind;
}

/** What of a fact is held against the record. */
export type CheckedFact = Pick<FactCommand, 'act' | 'kind' | 'value' | 'saidOn' | 'replaces'>;

/** Throws RefusedError when the milestone's facts do not allow this one. */
export function checkFact(command: CheckedFact, facts: MilestoneFact[], today: Day): void {
  if (firstDay(command.saidOn) > today)
    throw new RefusedError('saidOn.year', 'When it was said must be today or in the past');
  if (isOutcomeKind(command.kind) && command.value !== null && lastDay(command.value) > today)
    throw new RefusedError('value.year', 'The date of an outcome must be over: give the month or day it happened');
  if (command.act === 'correct') checkCorrection(command, facts);
  if (isOutcomeKind(command.kind)) checkOutcome(command, facts);
  if (command.act === 'agreed-date' && !standingFacts(facts).some((fact) => fact.kind === 'baseline'))
    throw new RefusedError('form', 'No first date is recorded. Record that one first: an agreed date stands beside it');
  if (command.act === 'taken-back' && !milestoneAsAt(facts, today)?.latestDate)
    throw new RefusedError('form', 'No date stands that could be taken back');
}

function checkCorrection({ replaces, kind }: CheckedFact, facts: MilestoneFact[]): void {
  const target = standingFacts(facts).find((fact) => fact.number === replaces);
  if (!target) throw new RefusedError('form', 'The fact to correct is not there, or has been corrected already');
  if ((target.kind === 'baseline') !== (kind === 'baseline'))
    throw new RefusedError(
      'kind',
      target.kind === 'baseline'
        ? 'A first date can only be corrected to another first date'
        : 'There is a first date already: correct that one instead',
    );
  if (kind === 'agreed baseline' && target.kind !== kind)
    throw new RefusedError('kind', 'A date agreed by change control is recorded by its own form, with who agreed it');
}

/** A second outcome is only for what was partly met and finished later; anything else is a correction. */
function checkOutcome({ value, replaces }: CheckedFact, facts: MilestoneFact[]): void {
  const before = standingFacts(facts).findLast((fact) => isOutcomeKind(fact.kind) && fact.number !== replaces);
  if (!before?.value) return;
  const finishedLater = before.kind === 'partly met' && value !== null && lastDay(value) > lastDay(before.value);
  if (finishedLater) return;
  throw new RefusedError(
    'kind',
    `An outcome is recorded already (${before.kind}, ${formatPartialDate(before.value)}): correct it instead`,
  );
}

/** Throws RefusedError for a new source that is not published yet. */
export function checkNewSource({ newSource }: Pick<GivenSource, 'newSource'>, today: Day): void {
  if (newSource?.publishedOn && firstDay(newSource.publishedOn) > today)
    throw new RefusedError('newSource.publishedOn.year', 'The new source must have been published by today');
}

/** Code of the source that was given, added when it is new; null for none. Throws RefusedError for one that is not there. */
export async function sourceOf(
  trx: Transaction<Database>,
  command: GivenSource,
  change: number,
): Promise<string | null> {
  if (command.newSource) return addSource(trx, { publishedOn: null, ...command.newSource, change });
  if (command.source === null) return null;
  if (!(await findSource(trx, command.source)))
    throw new RefusedError(
      'source',
      `No source has the code “${command.source}”. Choose one from the list, or add a new one`,
    );
  return command.source;
}
