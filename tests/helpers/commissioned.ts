import type { Kysely } from 'kysely';
import { commissionQuarter } from '#app/domain/commission/commission-quarter.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import type { ReturnContent } from '#app/domain/returns/return-content.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import type { Database } from '#db/schema.ts';
import { makePerson } from './people.ts';
import { giveTo, makePost } from './posts.ts';
import { NOON, TODAY } from './recorder.ts';

/** Under way on the tests' day, and the one that ended last. */
export const UNDER_WAY = '2026-27-Q3';
export const ENDED = '2026-27-Q2';

/** A quarter that takes returns of DAT-1, DAT-8 and SCI-1; the first two are one post's, the third has no owner. */
export interface Commissioned {
  quarter: string;
  office: SignedIn;
  owner: SignedIn;
  post: number;
  submit: (recommendation: string, fields?: Partial<ReturnContent>) => Promise<number>;
}

interface Asked {
  quarter?: string;
  office?: SignedIn;
  owner?: SignedIn;
}

/** Commissions a quarter, due on 15 January 2027, with people and a post of the test's own where none are given. */
export async function makeCommissioned(
  db: Kysely<Database>,
  { quarter = UNDER_WAY, office, owner }: Asked = {},
): Promise<Commissioned> {
  const reviewer = office ?? (await makePerson(db, 'reviewer', { name: 'Rosalind Franklin' }));
  const holder = owner ?? (await makePerson(db, 'internal reader', { name: 'Grace Hopper' }));
  const post = await makePost(db, reviewer, { title: 'Director of Data', person: holder.id });
  await giveTo(db, reviewer, { post, recommendations: ['DAT-1', 'DAT-8'] });
  const command = { quarter, recommendations: ['DAT-1', 'DAT-8', 'SCI-1'], deadline: '2027-01-15' };
  await commissionQuarter(db, command, { person: reviewer, now: NOON, today: TODAY });
  return {
    quarter,
    office: reviewer,
    owner: holder,
    post,
    submit: (recommendation, fields) =>
      submitReturn(
        db,
        { quarter, recommendation, seen: null, content: contentWith(fields) },
        { person: holder, now: NOON, today: TODAY },
      ),
  };
}

/** A return that follows the rules; a field left out gets a harmless value. */
export function contentWith(fields: Partial<ReturnContent> = {}): ReturnContent {
  return {
    unchanged: false,
    confidence: 'Green',
    confidenceReason: null,
    achieved: 'The plan was agreed.',
    next: 'The first hub opens.',
    risks: 'None that threatens the date.',
    pathToGreen: null,
    help: null,
    helpFrom: null,
    helpBy: null,
    stage: null,
    stageReason: null,
    proposedMilestone: null,
    proposedDate: null,
    evidence: null,
    clearedBy: 'Deputy Director',
    clearedOn: '2026-11-20',
    statements: [],
    confirmations: [],
    ...fields,
  };
}
