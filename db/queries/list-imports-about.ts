import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Numbers of the changes by which a file with the strategy said something of a milestone, a recommendation, its
 * milestones, an indicator or a partnership.
 */
export async function listImportsAbout(db: Kysely<Database>, subject: string): Promise<number[]> {
  const milestones = db
    .selectFrom('milestone')
    .select('code')
    .where((eb) => eb.or([eb('code', '=', subject), eb('recommendation', '=', subject)]));
  const written = [
    db.selectFrom('milestoneFact').select('change').where('milestone', 'in', milestones),
    db.selectFrom('milestoneRevision').select('change').where('milestone', 'in', milestones),
    db.selectFrom('recommendationRevision').select('change').where('recommendation', '=', subject),
    db.selectFrom('stageJudgement').select('change').where('recommendation', '=', subject),
    db.selectFrom('responsibility').select('change').where('recommendation', '=', subject),
    db.selectFrom('indicator').select('change').where('code', '=', subject),
    db.selectFrom('observation').select('change').where('indicator', '=', subject),
    db.selectFrom('partnershipRevision').select('change').where('partnership', '=', subject),
    db.selectFrom('earlierRow').select('replacedChange as change').where('code', '=', subject),
    db
      .selectFrom('earlierRow')
      .select('replacedChange as change')
      .where('of', '=', 'milestone')
      .where('code', 'in', milestones),
  ] as const;
  const rows = await Promise.all(
    written.map((query) =>
      db
        .selectFrom(query.as('written'))
        .innerJoin('change', 'change.number', 'written.change')
        .where('change.kind', '=', 'strategy imported')
        .select('change.number')
        .distinct()
        .execute(),
    ),
  );
  return [...new Set(rows.flat().map(({ number }) => number))];
}
