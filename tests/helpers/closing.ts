import type { Kysely } from 'kysely';
import { type Closing, closeQuarter } from '#app/domain/closing/close-quarter.server.ts';
import { correctQuarter, type NewCorrection } from '#app/domain/closing/correct-quarter.server.ts';
import { publishQuarter } from '#app/domain/closing/publish-quarter.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { type Acceptance, acceptReturn } from '#app/domain/review/accept-return.server.ts';
import type { SummaryMaker } from '#app/domain/summary/summary-maker.ts';
import { maker } from '#app/summary-maker.server.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import type { Database } from '#db/schema.ts';
import type { PublishableField } from '#db/tables/quarter-version.ts';
import { ENDED } from './commissioned.ts';
import { makePerson } from './people.ts';
import { NOON, TODAY } from './recorder.ts';
import { quickMaker } from './summary-maker.ts';

/** A quarter that no other test commissions. */
export const CLOSED = '2025-26-Q4';

/** A closed quarter without returns. */
export async function seedClosedQuarter(db: Kysely<Database>): Promise<void> {
  await db.updateTable('quarter').set({ state: 'in clearance' }).where('code', '=', CLOSED).execute();
  await closingActs(db, await makePerson(db, 'reviewer'), maker).close({ quarter: CLOSED });
}

/** Acts of the office at the end of a quarter, ENDED unless a field says otherwise; `seen` is what is newest now. */
export function closingActs(db: Kysely<Database>, person: SignedIn, by: SummaryMaker = quickMaker, today = TODAY) {
  const actor = { person, now: NOON, today };
  const newest = () => findNewestChange(db);
  return {
    newest,
    accept: (recommendation: string, fields: Partial<Acceptance> = {}) =>
      acceptReturn(
        db,
        {
          ...{ quarter: ENDED, recommendation, seen: 1, ownConfidence: null, comment: null, addMilestone: false },
          ...fields,
        },
        actor,
      ),
    close: async (fields: Partial<Closing> = {}) =>
      closeQuarter(db, { quarter: ENDED, seen: await newest(), ...fields }, actor, by),
    publish: (fields: PublishableField[] = ['achieved', 'next'], seen = 1) =>
      publishQuarter(db, { quarter: ENDED, fields, seen }, actor, by),
    correct: async (fields: Partial<NewCorrection> = {}) =>
      correctQuarter(
        db,
        {
          ...{ quarter: ENDED, reason: 'A return came late.', assessment: null, fields: null, seen: await newest() },
          ...fields,
        },
        actor,
        by,
      ),
  };
}
