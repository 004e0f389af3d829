import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';
import { londonMoment } from '../clock.ts';
import type { OwnerInWords } from '../commission/owners.server.ts';
import { type AskedReturn, readAskedReturns } from '../commission/progress-page.server.ts';
import { FACT_WORDS } from '../fact-words.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { type Quarter, quarterLabel, quarterLastDay } from '../quarter.ts';
import type { MilestoneView, RecommendationView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { type ReturnRead, readReturn } from '../returns/read-return.server.ts';
import type { ReturnRevisionRead } from '../returns/read-revisions.server.ts';
import type { ReturnComments, ReturnContent } from '../returns/return-content.ts';
import { isClosed, isWithOwner, type ReturnState } from '../returns/return-state.ts';
import { STAGE_WORDS } from '../status-words.ts';
import { type ComparedSection, compareReturns } from './compare-returns.ts';

/** What was submitted last, held against the last accepted return and against the record. */
export interface Submitted {
  by: string;
  /** "23 November 2026 at 12:00". */
  when: string;
  confidence: Confidence;
  unchanged: boolean;
  sections: ComparedSection[];
  /** What the record says now of what the return speaks of. */
  recordWords: Partial<Record<'milestones' | 'stage', string[]>>;
  proposedMilestone: string | null;
  /** Facts from memory that the owner says are wrong: accepting corrects none of them. */
  wrong: { milestone: string; fact: number }[];
  /** The last accepted return: its quarter in words, and the office's own rating then. */
  last: { label: string; ownConfidence: Confidence | null } | null;
}

/** Everything the office's page of one return shows. */
export interface ReviewPage {
  quarter: Quarter;
  label: string;
  code: string;
  title: string;
  owner: OwnerInWords | null;
  state: ReturnState;
  deadline: Day;
  /** How many acts there were: a form carries it. */
  seen: number;
  revisions: ReturnRevisionRead[];
  submitted: Submitted | null;
  /** The office's comments on the parts, where it was sent back. */
  comments: ReturnComments;
  /** The return waits for the office. */
  isWaiting: boolean;
  /** The quarter is closed: accepting changes the record, and the quarter only with a correction. */
  isClosed: boolean;
  /** It was submitted after the quarter had been closed. */
  cameAfterClose: boolean;
  /** Nothing was submitted and the deadline has passed. */
  mayBeMissing: boolean;
  /** Another return of the quarter that waits. */
  next: string | null;
}

/** The office's page of one return on a day; undefined when no return is asked for. */
export async function readReviewPage(
  db: Kysely<Database>,
  { quarter, code, today }: { quarter: Quarter; code: string; today: Day },
): Promise<ReviewPage | undefined> {
  const read = await readReturn(db, quarter, code);
  const all = await readAskedReturns(db, quarter, today);
  const asked = all.find(({ recommendation }) => recommendation === code);
  const record = await readRecordAsAt(db, { day: today, isToday: true, view: 'internal' });
  const of = record.recommendations.find((recommendation) => recommendation.code === code);
  if (!read || !asked || !of) return undefined;
  const milestones = record.milestones.filter(({ recommendation }) => recommendation === code);
  return {
    ...{ quarter, code, label: quarterLabel(quarter), title: of.title, owner: asked.owner },
    ...{ state: read.state, deadline: read.deadline, seen: read.revisions.length, revisions: read.revisions },
    submitted: submittedIn(read, of, milestones),
    comments: read.state === 'sent back' ? (read.revisions.at(-1)?.comments ?? {}) : {},
    isWaiting: read.state === 'submitted',
    isClosed: isClosed(read.quarterState),
    cameAfterClose: read.cameAfterClose,
    mayBeMissing: !isClosed(read.quarterState) && isWithOwner(read.state) && read.deadline < today,
    next: nextWaiting(all, code),
  };
}

function nextWaiting(all: AskedReturn[], code: string): string | null {
  return (
    all.find(({ recommendation, state }) => state === 'submitted' && recommendation !== code)?.recommendation ?? null
  );
}

function submittedIn(read: ReturnRead, of: RecommendationView, milestones: MilestoneView[]): Submitted | null {
  const { standing, lastQuarter, revisions, quarter } = read;
  const act = revisions.findLast(({ content }) => content !== null);
  if (!standing || !act) return null;
  const shown = milestones.filter(({ code, outcome }) => outcome === null || isSaidOf(standing, code));
  return {
    by: act.who?.name ?? 'nobody signed in',
    when: londonMoment(new Date(act.at)),
    confidence: standing.confidence,
    unchanged: standing.unchanged,
    sections: compareReturns(standing, lastQuarter?.content ?? null, shown),
    recordWords: {
      milestones: recordOfMilestones(standing, milestones),
      stage: standing.stage === null ? [] : recordOfStage(of, quarterLastDay(quarter)),
    },
    proposedMilestone: standing.proposedMilestone,
    wrong: standing.confirmations
      .filter(({ answer }) => answer === 'wrong')
      .map(({ milestone, fact }) => ({ milestone, fact })),
    last: lastQuarter && { label: quarterLabel(lastQuarter.quarter), ownConfidence: lastQuarter.ownConfidence },
  };
}

const isSaidOf = ({ statements }: ReturnContent, code: string): boolean =>
  statements.some(({ milestone }) => milestone === code);

/** What the record says of the milestones that the return speaks of: dates, outcome, and the facts to be confirmed. */
function recordOfMilestones({ statements, confirmations }: ReturnContent, milestones: MilestoneView[]): string[] {
  const dates = milestones
    .filter(({ code }) => statements.some(({ milestone }) => milestone === code))
    .map(({ code, firstDate, latestDate, outcome }) => {
      const first = `first date ${dateWords(firstDate)}, latest date ${dateWords(latestDate)}`;
      return `${code}: ${first}${outcome ? `, ${FACT_WORDS[outcome.kind].word.toLowerCase()} ${formatPartialDate(outcome.date)}` : ''}.`;
    });
  const facts = confirmations.flatMap(({ milestone, fact: number }) => {
    const fact = milestones.find(({ code }) => code === milestone)?.facts.find((each) => each.number === number);
    if (!fact) return [`${milestone}, fact ${number}: it does not stand any more.`];
    const said = `${FACT_WORDS[fact.kind].word} ${dateWords(fact.value)}, said ${formatPartialDate(fact.saidOn)}`;
    return [`${milestone}, fact ${number}: ${said}.`];
  });
  return [...dates, ...facts];
}

const dateWords = (date: string | null): string => (date === null ? 'none' : formatPartialDate(date));

/** A later judgement stays what the record shows today; the owner's then counts for the end of the quarter. */
function recordOfStage({ stage }: RecommendationView, quarterEnd: Day): string[] {
  if (!stage) return ['Not assessed until now.'];
  const { judgedOn, judgedBy, reason } = stage;
  const stands = `${STAGE_WORDS[stage.stage].word}, judged by ${judgedBy} on ${formatPartialDate(judgedOn)}. ${reason}`;
  const later = `That was judged after the quarter ended on ${formatPartialDate(quarterEnd)}, so it stays what is shown today; the owner’s judgement counts for the end of the quarter.`;
  return judgedOn > quarterEnd ? [stands, later] : [stands];
}
