import type { Kysely } from 'kysely';
import { moveToClearance } from '#app/domain/commission/change-commission.server.ts';
import { commissionQuarter } from '#app/domain/commission/commission-quarter.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { draftMarks } from '#app/domain/returns/draft-marks.server.ts';
import type { ReturnContent } from '#app/domain/returns/return-content.ts';
import type { ReturnFields } from '#app/domain/returns/return-fields.ts';
import { type SavedDraft, saveDraft } from '#app/domain/returns/save-draft.server.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { acceptReturn } from '#app/domain/review/accept-return.server.ts';
import { sendBackReturn } from '#app/domain/review/send-back-return.server.ts';
import type { Database } from '#db/schema.ts';
import { contentWith, ENDED, makeCommissioned, UNDER_WAY } from './commissioned.ts';
import { makePerson } from './people.ts';
import { giveTo, makePost } from './posts.ts';
import { NOON, TODAY } from './recorder.ts';

/** The quarter that takes returns, October to December 2026. */
export const QUARTER = UNDER_WAY;

/** What DAT-1 said in the quarter before, which was accepted. */
export const LAST = contentWith({
  confidence: 'Amber',
  confidenceReason: 'The contract is late by a month.',
  achieved: 'The board met and agreed the plan.',
  pathToGreen: 'The contract is signed by December.',
  help: 'Approval of the contract',
  helpFrom: 'The Treasury',
  helpBy: '2026-12',
  clearedBy: 'Deputy director, data',
  clearedOn: '2026-10-09',
});

/** What was filled into a form, and what it says of that. */
export interface Filled {
  fields?: ReturnFields;
  seen: string;
}

/**
 * A quarter that takes returns of DAT-1, DAT-8 and SCI-1, with somebody in every part; the quarter before, in which
 * DAT-1 was accepted, is in clearance.
 */
export interface Cycle {
  office: SignedIn;
  /** Of DAT-1 and DAT-8. */
  owner: SignedIn;
  /** Of DAT-1. */
  deputy: SignedIn;
  contributor: SignedIn;
  /** Owns SKI-1, which nothing is asked of, and nothing else. */
  otherOwner: SignedIn;
  reader: SignedIn;
  /** The post of the owner. */
  post: number;
  save: (recommendation: string, fields: ReturnFields, from: Filled, who?: SignedIn) => Promise<SavedDraft>;
  submit: (recommendation: string, fields?: Partial<ReturnContent>, who?: SignedIn) => Promise<number>;
  sendBack: (recommendation: string, seen: number, achieved?: string) => Promise<void>;
}

/** Makes the cycle in a loaded database, through the commands of the domain. */
export async function makeCycle(db: Kysely<Database>): Promise<Cycle> {
  const people = await makePeople(db);
  const { office, owner } = people;
  const reviewer = { person: office, now: NOON, today: TODAY };
  const before = await makeCommissioned(db, { quarter: ENDED, office, owner });
  await before.submit('DAT-1', LAST);
  const accepted = { ownConfidence: null, comment: null, addMilestone: false };
  await acceptReturn(db, { quarter: ENDED, recommendation: 'DAT-1', seen: 1, ...accepted }, reviewer);
  await moveToClearance(db, ENDED, reviewer);
  const asked = { quarter: QUARTER, recommendations: ['DAT-1', 'DAT-8', 'SCI-1'], deadline: '2027-01-15' };
  await commissionQuarter(db, asked, reviewer);
  return { ...people, post: before.post, ...commandsOf(db, people) };
}

/** What the people of a cycle do with its returns, on any connection to its database. */
export function commandsOf(
  db: Kysely<Database>,
  { owner, office }: Pick<Cycle, 'owner' | 'office'>,
): Pick<Cycle, 'save' | 'submit' | 'sendBack'> {
  const reviewer = { person: office, now: NOON, today: TODAY };
  return {
    save: (recommendation, fields, { fields: filled = {}, seen }, person = owner) => {
      const command = { quarter: QUARTER, recommendation, fields, seen, marks: draftMarks(filled), byItself: false };
      return saveDraft(db, command, { person, now: NOON, today: TODAY });
    },
    submit: (recommendation, fields = {}, person = owner) => {
      const command = { quarter: QUARTER, recommendation, seen: null, content: contentWith(fields) };
      return submitReturn(db, command, { person, now: NOON, today: TODAY });
    },
    sendBack: (recommendation, seen, achieved = 'Say which board.') => {
      const command = { quarter: QUARTER, recommendation, seen, comment: 'Nearly there.', comments: { achieved } };
      return sendBackReturn(db, command, reviewer);
    },
  };
}

async function makePeople(db: Kysely<Database>) {
  const office = await makePerson(db, 'reviewer', { name: 'Rosalind Franklin' });
  const inside = (name: string) => makePerson(db, 'internal reader', { name });
  const owner = await inside('Grace Hopper');
  const deputy = await inside('Dorothy Vaughan');
  const contributor = await inside('Katherine Johnson');
  const otherOwner = await inside('Mary Jackson');
  const reader = await inside('Annie Easley');
  const give = async (title: string, person: SignedIn, role: 'owner' | 'deputy' | 'contributor', code: string) => {
    const post = await makePost(db, office, { title, person: person.id });
    await giveTo(db, office, { post, role, recommendations: [code] });
  };
  await give('Deputy Director of Data', deputy, 'deputy', 'DAT-1');
  await give('Head of Records', contributor, 'contributor', 'DAT-1');
  await give('Director of Skills', otherOwner, 'owner', 'SKI-1');
  return { office, owner, deputy, contributor, otherOwner, reader };
}
