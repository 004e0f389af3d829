import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterState } from '../tables/quarter.ts';
import type { ReturnAct } from '../tables/quarterly-return.ts';

export interface ReturnRow {
  quarter: string;
  recommendation: string;
  quarterState: QuarterState;
  /** Of the commission, before any extension. */
  deadline: string;
  /** What was last done with it, and when (UTC, ISO 8601); null while nothing was. */
  lastAct: ReturnAct | null;
  lastActAt: string | null;
  /** The office's words with the last act. */
  comment: string | null;
  /** Saves of the draft; null when none is kept. */
  draftVersion: number | null;
  draftSavedAt: string | null;
}

/** Every return of one commission, or of all, by quarter and recommendation; those taken out again are left out. */
export function listReturns(db: Kysely<Database>, quarter?: string): Promise<ReturnRow[]> {
  return db
    .selectFrom('quarterlyReturn as asked')
    .innerJoin('commission', 'commission.quarter', 'asked.quarter')
    .innerJoin('quarter', 'quarter.code', 'asked.quarter')
    .leftJoin('returnDraft as draft', (join) =>
      join.onRef('draft.quarter', '=', 'asked.quarter').onRef('draft.recommendation', '=', 'asked.recommendation'),
    )
    .leftJoin('returnRevision as last', (join) =>
      join
        .onRef('last.quarter', '=', 'asked.quarter')
        .onRef('last.recommendation', '=', 'asked.recommendation')
        .on('last.number', '=', ({ selectFrom }) =>
          selectFrom('returnRevision as newest')
            .select(({ fn }) => fn.max('newest.number').as('number'))
            .whereRef('newest.quarter', '=', 'asked.quarter')
            .whereRef('newest.recommendation', '=', 'asked.recommendation'),
        ),
    )
    .leftJoin('change', 'change.number', 'last.change')
    .where('asked.endedChange', 'is', null)
    .$if(quarter !== undefined, (query) => query.where('asked.quarter', '=', quarter ?? ''))
    .select([
      'asked.quarter',
      'asked.recommendation',
      'quarter.state as quarterState',
      'commission.deadline',
      'last.act as lastAct',
      'change.recordedAt as lastActAt',
      'last.comment',
      'draft.version as draftVersion',
      'draft.savedAt as draftSavedAt',
    ])
    .orderBy('asked.quarter')
    .orderBy('asked.recommendation')
    .execute();
}
