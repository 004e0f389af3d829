import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { PostRole } from '#db/tables/post.ts';
import type { Day } from '../partial-date.ts';
import { PERMISSIONS } from '../people/permissions.ts';
import { readPostRoles } from '../posts/standing.server.ts';
import { quarterLabel } from '../quarter.ts';
import type { RecommendationView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { type DraftBasis, draftBasis } from './draft-basis.ts';
import { type ReturnKey, whyNotOpen } from './open-return.server.ts';
import { type ReturnRead, readReturn } from './read-return.server.ts';
import { type AskedMilestones, askedMilestones } from './return-milestones.ts';

/** A return that a person's posts let them write, and that is with its owner. */
export interface OwnReturn extends ReturnRead {
  of: RecommendationView;
  milestones: AskedMilestones;
  /** The draft, or else what was sent back. */
  basis: DraftBasis;
}

const WRITERS: readonly PostRole[] = PERMISSIONS['write return'].posts;

/** True for what a post must be to a recommendation for its holder to write the return. */
export const isWriter = (role: PostRole): boolean => WRITERS.includes(role);

/** The return as the person may write it on that day, or why they may not, in a sentence. */
export async function readOwnReturn(
  db: Kysely<Database>,
  { quarter, recommendation }: ReturnKey,
  person: { id: number },
  today: Day,
): Promise<OwnReturn | { why: string }> {
  const record = await readRecordAsAt(db, { day: today, isToday: true, view: 'internal' });
  const of = record.recommendations.find(({ code }) => code === recommendation);
  const read = await readReturn(db, quarter, recommendation, today);
  if (!read || !of) return { why: `No return is asked for of “${recommendation}” for ${quarterLabel(quarter)}.` };
  const posts = await readPostRoles(db, person, recommendation, today);
  if (!posts.some(isWriter)) return { why: 'The posts of whoever sent it do not let them write this return.' };
  const why = whyNotOpen(read);
  if (why !== null) return { why };
  const milestones = askedMilestones(record.milestones.filter((each) => each.recommendation === recommendation));
  const codes = milestones.all.map(({ code }) => code);
  return { ...read, of, milestones, basis: draftBasis(read, codes) };
}
