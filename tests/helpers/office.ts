import type { Kysely } from 'kysely';
import type { OfficeActor } from '#app/domain/office/office-rules.server.ts';
import { recordClearance } from '#app/domain/office/record-clearance.server.ts';
import { markSteerDone, recordSteer } from '#app/domain/office/steers.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import type { Database } from '#db/schema.ts';
import { makePerson } from './people.ts';
import { NOON, TODAY } from './recorder.ts';

/** A quarter that no other test commissions. */
export const CLEARED = '2026-27-Q1';

/** A quarter in clearance with everything that the office writes about one: two versions, a clearance, steers 1 to 3. */
export async function seedOfficeWords(db: Kysely<Database>): Promise<void> {
  await db.updateTable('quarter').set({ state: 'in clearance' }).where('code', '=', CLEARED).execute();
  const actor: OfficeActor = { person: await makePerson(db, 'reviewer'), now: NOON, today: TODAY };
  const quarter = CLEARED;
  await writeAssessment(db, { quarter, words: 'Delivery is mixed.', seen: 0 }, actor);
  await writeAssessment(db, { quarter, words: 'Delivery is mixed.\n\nThe board is asked for a plan.', seen: 1 }, actor);
  await recordClearance(db, { quarter, role: 'Director', clearedOn: '2026-11-20', comment: 'With two edits' }, actor);
  const steer = { quarter, fromWhom: 'The board', owner: 'Director of Data', recommendation: 'DAT-1' };
  await recordSteer(db, { ...steer, words: 'Bring a plan', due: '2026-11-11' }, actor);
  await recordSteer(db, { ...steer, words: 'Name who owns the plan', recommendation: null, due: '2026-12' }, actor);
  await recordSteer(db, { ...steer, words: 'Check the costs', due: null }, actor);
  await markSteerDone(db, { quarter, steer: 3, doneOn: '2026-11-21', words: 'Costs were checked' }, actor);
}
