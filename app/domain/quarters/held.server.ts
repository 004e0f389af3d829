import type { Kysely } from 'kysely';
import { findCommission } from '#db/queries/find-commission.ts';
import { listQuarterChanges } from '#db/queries/list-quarter-changes.ts';
import { listReturnDrafts } from '#db/queries/list-return-drafts.ts';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import { readOfficeWords } from '../office/office-words.server.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { readRevisions } from '../returns/read-revisions.server.ts';

/**
 * All that is held on a quarter, drafts and comments too, as one file: what is looked through when somebody asks for it
 * under the Freedom of Information Act. Moments are UTC, ISO 8601. For the office alone.
 */
export async function readHeld(db: Kysely<Database>, quarter: Quarter, today: Day) {
  const revisions = (await readRevisions(db)).filter((revision) => revision.quarter === quarter);
  const drafts = await listReturnDrafts(db, quarter);
  return {
    quarter,
    label: quarterLabel(quarter),
    commission: (await findCommission(db, quarter)) ?? null,
    returns: (await listReturns(db, quarter)).map(({ recommendation }) => ({
      recommendation,
      draft: drafts
        .filter((draft) => draft.recommendation === recommendation)
        .map(({ fields, savedBy, savedAt }) => ({ savedBy, savedAt, fields: JSON.parse(fields) }))
        .at(0),
      acts: revisions
        .filter((revision) => revision.recommendation === recommendation)
        .map(({ quarter: _, recommendation: __, ...act }) => act),
    })),
    office: await readOfficeWords(db, quarter, today),
    changes: await listQuarterChanges(db, quarter),
  };
}
