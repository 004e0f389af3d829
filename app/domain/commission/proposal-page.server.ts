import type { Kysely } from 'kysely';
import { listCommissions } from '#db/queries/find-commission.ts';
import { listReportings } from '#db/queries/list-reportings.ts';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLabel, quarterLastDay } from '../quarter.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { deadlineOf, proposedDeadline } from '../returns/deadline.server.ts';
import { quartersToCommission } from './commission-quarter.server.ts';
import { readOwnersInWords } from './owners.server.ts';
import { type Proposed, proposalFor } from './proposal.ts';

/** A recommendation that can be asked for a return. */
export interface Proposal extends Proposed {
  code: string;
  title: string;
  /** The owner post in words; null while there is none. */
  owner: string | null;
}

/** What is proposed for the commission of a quarter. */
export interface ProposalPage {
  quarter: Quarter;
  label: string;
  endsOn: Day;
  deadline: Day;
  /** The quarters that can be commissioned now. */
  choices: { quarter: Quarter; label: string }[];
  themes: { theme: string; recommendations: Proposal[] }[];
}

/**
 * The proposal for a quarter, or for the one that makes most sense on the day: the one that ended last while its
 * deadline is ahead, else the one under way. Null when that quarter cannot be commissioned.
 */
export async function readProposal(
  db: Kysely<Database>,
  { quarter: asked, today }: { quarter: Quarter | null; today: Day },
): Promise<ProposalPage | null> {
  const record = await readRecordAsAt(db, { day: today, isToday: true, view: 'internal' });
  const commissioned = new Set((await listCommissions(db)).map(({ quarter }) => quarter));
  const possible = quartersToCommission(record.strategy.publishedOn, today).filter((code) => !commissioned.has(code));
  const quarter = asked ?? likeliest(possible, today);
  if (quarter === undefined || !possible.includes(quarter)) return null;
  const reportings = await listReportings(db);
  const owners = await readOwnersInWords(db, today);
  const proposals = record.recommendations.map(({ code, title, theme, stage }) => ({
    ...{ code, title, theme, owner: owners.get(code)?.words ?? null },
    ...proposalFor(reportings.get(code) ?? null, stage?.stage ?? null, quarter),
  }));
  return {
    quarter,
    label: quarterLabel(quarter),
    endsOn: quarterLastDay(quarter),
    deadline: proposedDeadline(quarter, today),
    choices: possible.map((code) => ({ quarter: code, label: quarterLabel(code) })),
    themes: record.themes
      .map(({ code, name }) => ({ theme: name, recommendations: proposals.filter(({ theme }) => theme === code) }))
      .filter(({ recommendations }) => recommendations.length > 0),
  };
}

function likeliest(possible: Quarter[], today: Day): Quarter | undefined {
  return possible.find((quarter) => quarterLastDay(quarter) < today && deadlineOf(quarter) > today) ?? possible[0];
}
