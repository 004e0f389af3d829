import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Confirmation } from '../tables/source.ts';

export interface RecommendationRow {
  code: string;
  theme: string;
  position: number;
  title: string;
  summary: string;
  target: string | null;
  targetDue: string | null;
  doneWhen: string | null;
  confirmation: Confirmation;
  source: string | null;
  placeInSource: string | null;
  note: string | null;
}

/** Every recommendation with its standing text, in the strategy's order. */
export function listRecommendations(db: Kysely<Database>): Promise<RecommendationRow[]> {
  return db
    .selectFrom('recommendation')
    .innerJoin('theme', 'theme.code', 'recommendation.theme')
    .innerJoin('recommendationRevision as revision', 'revision.recommendation', 'recommendation.code')
    .where('revision.number', '=', ({ selectFrom }) =>
      selectFrom('recommendationRevision as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.recommendation', '=', 'recommendation.code'),
    )
    .select([
      'recommendation.code',
      'recommendation.theme',
      'recommendation.position',
      'revision.title',
      'revision.summary',
      'revision.target',
      'revision.targetDue',
      'revision.doneWhen',
      'revision.confirmation',
      'revision.source',
      'revision.placeInSource',
      'revision.note',
    ])
    .orderBy('theme.position')
    .orderBy('recommendation.position')
    .execute();
}
