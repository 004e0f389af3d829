import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { ChangeKind } from '../tables/change.ts';
import type { FactKind } from '../tables/milestone-fact.ts';

/** One change, with the fact that it recorded when it recorded one. */
export interface ChangeRow {
  number: number;
  recordedAt: string;
  kind: ChangeKind;
  /** The quarter that it is about. */
  quarter: string | null;
  reason: string | null;
  person: string | null;
  /** The person, when their name is not shown to signed-out readers. */
  nameRemoved: number | null;
  milestone: string | null;
  fact: number | null;
  factKind: FactKind | null;
  value: string | null;
  replaces: number | null;
}

export interface ChangeQuery {
  kind: ChangeKind | null;
  /** Kinds that are left out. */
  without: readonly ChangeKind[];
  /** Numbers of changes that are left out. */
  held: readonly number[];
  /** Code of a milestone, recommendation, indicator or partnership. */
  subject: string | null;
  /** Numbers of the changes by which a file with the strategy said something of the subject. */
  imports: readonly number[];
  limit: number;
  offset: number;
}

/**
 * Changes newest first, of one kind and about one subject or of all. A change that loaded a strategy or took in a file
 * with one is one row: its thousand facts are the strategy's, not as many acts of somebody.
 */
export function listChanges(db: Kysely<Database>, { limit, offset, ...which }: ChangeQuery): Promise<ChangeRow[]> {
  return changes(db, which)
    .select([
      'change.number',
      'change.recordedAt',
      'change.kind',
      'change.quarter',
      'change.reason',
      'person.name as person',
      'removedName.person as nameRemoved',
      'fact.milestone',
      'fact.number as fact',
      'fact.kind as factKind',
      'fact.value',
      'fact.replaces',
    ])
    .orderBy('change.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many changes `listChanges` would give without a limit. */
export async function countChanges(
  db: Kysely<Database>,
  which: Omit<ChangeQuery, 'limit' | 'offset'>,
): Promise<number> {
  const { n } = await changes(db, which)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

function changes(
  db: Kysely<Database>,
  { kind, without, held, subject, imports }: Omit<ChangeQuery, 'limit' | 'offset'>,
) {
  return db
    .selectFrom('change')
    .leftJoin('person', 'person.id', 'change.person')
    .leftJoin('removedName', 'removedName.person', 'change.person')
    .leftJoin('milestoneFact as fact', (join) =>
      join
        .onRef('fact.change', '=', 'change.number')
        .on('change.kind', 'not in', ['strategy loaded', 'strategy imported']),
    )
    .leftJoin('milestone', 'milestone.code', 'fact.milestone')
    .$if(without.length > 0, (query) => query.where('change.kind', 'not in', without))
    .$if(held.length > 0, (query) => query.where('change.number', 'not in', held))
    .$if(kind !== null, (query) => query.where('change.kind', '=', kind ?? 'strategy loaded'))
    .$if(subject !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('fact.milestone', '=', subject ?? ''),
          eb('milestone.recommendation', '=', subject ?? ''),
          eb('change.number', 'in', imports),
          eb.and([
            eb('change.kind', 'in', ['recommendation added', 'recommendation edited']),
            eb(
              'change.number',
              'in',
              eb
                .selectFrom('recommendationRevision')
                .select('change')
                .where('recommendation', '=', subject ?? ''),
            ),
          ]),
          eb.and([
            eb('change.kind', '=', 'stage judged'),
            eb(
              'change.number',
              'in',
              eb
                .selectFrom('stageJudgement')
                .select('change')
                .where('recommendation', '=', subject ?? ''),
            ),
          ]),
          eb.and([
            eb('change.kind', '=', 'milestone edited'),
            eb(
              'change.number',
              'in',
              eb
                .selectFrom('milestoneRevision')
                .innerJoin('milestone as edited', 'edited.code', 'milestoneRevision.milestone')
                .select('milestoneRevision.change')
                .where((on) =>
                  on.or([on('edited.code', '=', subject ?? ''), on('edited.recommendation', '=', subject ?? '')]),
                ),
            ),
          ]),
          eb.and([
            eb('change.kind', '=', 'values recorded'),
            eb(
              'change.number',
              'in',
              eb
                .selectFrom('observation')
                .select('change')
                .where('indicator', '=', subject ?? ''),
            ),
          ]),
          eb.and([
            eb('change.kind', 'in', ['partnership added', 'partnership edited']),
            eb(
              'change.number',
              'in',
              eb
                .selectFrom('partnershipRevision')
                .select('change')
                .where('partnership', '=', subject ?? ''),
            ),
          ]),
          eb.and([
            eb('change.kind', '=', 'partnership health noted'),
            eb(
              'change.number',
              'in',
              eb
                .selectFrom('partnershipHealth')
                .select('change')
                .where('partnership', '=', subject ?? ''),
            ),
          ]),
          eb.and([
            eb('change.kind', '=', 'responsibility passed'),
            eb(
              'change.number',
              'in',
              eb
                .selectFrom('responsibility')
                .select('change')
                .where('recommendation', '=', subject ?? ''),
            ),
          ]),
        ]),
      ),
    );
}
