import type { Kysely } from 'kysely';
import { listMilestones } from '#db/queries/list-milestones.ts';
import type { Database } from '#db/schema.ts';
import type { PostRole } from '#db/tables/post.ts';
import type { Day } from '../partial-date.ts';
import { may } from '../people/permissions.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { readPostRoles } from '../posts/standing.server.ts';
import type { Quarter } from '../quarter.ts';
import type { RecommendationView, RecordAsAt } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { type DraftBasis, draftBasis } from './draft-basis.ts';
import { draftMarks } from './draft-marks.server.ts';
import { type ReturnKey, whyNotOpen } from './open-return.server.ts';
import { type ReturnRead, readReturn } from './read-return.server.ts';
import type { ReturnComments } from './return-content.ts';
import { fieldsFrom, type ReturnFields } from './return-fields.ts';
import { type AskedMilestones, askedMilestones } from './return-milestones.ts';

/** The form of a return, for those whose posts let them write it. */
export interface ReturnFormView extends DraftBasis {
  marks: string;
  savedBy: string | null;
  /** Moment in UTC, ISO 8601. */
  savedAt: string | null;
}

/** Everything the page of a return shows. The draft is in it only for those who may write it. */
export interface ReturnPage extends Omit<ReturnRead, 'draft'> {
  of: RecommendationView;
  milestones: AskedMilestones;
  /** What the person's posts are to the recommendation. */
  posts: PostRole[];
  maySubmit: boolean;
  mayReview: boolean;
  /** Null for readers, and while the return is not with its owner. */
  form: ReturnFormView | null;
  /** Why nobody may write now; null while the owner may. */
  closed: string | null;
  /** The office's words on what came back: on the whole, and beside its parts. */
  sentBack: { comment: string | null; comments: ReturnComments } | null;
}

/** The page of a return; undefined when none was asked for, null when the person may neither write nor read it. */
export async function readReturnPage(
  db: Kysely<Database>,
  { quarter, code, person, today }: { quarter: Quarter; code: string; person: SignedIn; today: Day },
): Promise<ReturnPage | null | undefined> {
  const found = await readReturn(db, quarter, code, today);
  const record = await readRecordAsAt(db, { day: today, isToday: true, view: 'internal' });
  const of = record.recommendations.find((recommendation) => recommendation.code === code);
  if (!found || !of) return undefined;
  const posts = await readPostRoles(db, person, code, today);
  const mayWrite = may(person, 'write return', posts);
  if (!mayWrite && !may(person, 'read internal pages')) return null;
  const { draft: _, ...read } = found;
  const closed = whyNotOpen(found);
  return {
    ...read,
    of,
    milestones: milestonesOf(record, code),
    posts,
    maySubmit: may(person, 'submit return', posts),
    mayReview: may(person, 'review returns'),
    // Whoever only reads is not told that somebody has begun.
    state: mayWrite || read.state !== 'draft' ? read.state : 'not started',
    form: mayWrite && closed === null ? formView(found, record) : null,
    closed,
    sentBack: sentBackWith(found),
  };
}

const milestonesOf = (record: RecordAsAt, code: string): AskedMilestones =>
  askedMilestones(record.milestones.filter(({ recommendation }) => recommendation === code));

function formView(read: ReturnRead, record: RecordAsAt): ReturnFormView {
  const { all } = milestonesOf(record, read.recommendation);
  const basis = draftBasis(
    read,
    all.map(({ code }) => code),
  );
  const { savedBy = null, savedAt = null } = read.draft ?? {};
  return { ...basis, marks: draftMarks(basis.fields), savedBy, savedAt };
}

function sentBackWith({ state, revisions }: ReturnRead): ReturnPage['sentBack'] {
  const last = revisions.at(-1);
  return state === 'sent back' && last ? { comment: last.comment, comments: last.comments } : null;
}

/** What was submitted last, filled into the form, to be read beside what somebody typed; null while nothing was. */
export async function readSubmittedFields(
  db: Kysely<Database>,
  { quarter, recommendation }: ReturnKey,
): Promise<ReturnFields | null> {
  const standing = (await readReturn(db, quarter, recommendation))?.standing ?? null;
  const milestones = (await listMilestones(db)).filter((milestone) => milestone.recommendation === recommendation);
  const codes = milestones.map(({ code }) => code);
  return standing && fieldsFrom(standing, codes);
}
