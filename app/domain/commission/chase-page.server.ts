import type { Kysely } from 'kysely';
import { listCommissions } from '#db/queries/find-commission.ts';
import type { Database } from '#db/schema.ts';
import { groupBy } from '../group-by.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { deadlineInWords } from '../returns/return-list.ts';
import { isClosed, isWithOwner } from '../returns/return-state.ts';
import { chaseMessage, mailtoLink, type OwedReturn } from './chase-message.ts';
import { type AskedReturn, readAskedReturns } from './progress-page.server.ts';

/** One post that owes returns, and what can be sent to its holder. */
export interface Debtor {
  post: number;
  words: string;
  /** Null while the post is vacant. */
  holder: { name: string; email: string } | null;
  returns: OwedReturn[];
  isLate: boolean;
  /** "It was due 14 October 2026, 2 days ago." */
  dueWords: string;
  message: string;
  mailto: string | null;
}

/** Who owes what for a quarter; the latest first. */
export interface ChasePage {
  quarter: Quarter;
  label: string;
  asked: number;
  debtors: Debtor[];
  /** Posts that nobody holds. */
  vacant: Debtor[];
  /** Returns that no post answers for. */
  withoutOwner: OwedReturn[];
}

/** Whole addresses for the texts to send. */
interface Links {
  list: string;
  ofReturn: (quarter: Quarter, recommendation: string) => string;
}

/**
 * Who owes what on a day, of the quarter asked for or of the newest that is not closed. Null when no quarter does,
 * undefined when the one asked for was not commissioned or is closed.
 */
export async function readChasePage(
  db: Kysely<Database>,
  { quarter: asked, today, links }: { quarter: Quarter | null; today: Day; links: Links },
): Promise<ChasePage | null | undefined> {
  const open = (await listCommissions(db)).filter(({ state }) => !isClosed(state));
  const commission = open.find(({ quarter }) => asked === null || quarter === asked);
  if (!commission) return asked === null ? null : undefined;
  const { quarter } = commission;
  const returns = await readAskedReturns(db, quarter, today);
  const owed = returns.filter(({ state }) => isWithOwner(state));
  const owedReturn = ({ recommendation, title, state, deadline }: AskedReturn): OwedReturn => ({
    ...{ recommendation, title, deadline, state: state as OwedReturn['state'] },
    address: links.ofReturn(quarter, recommendation),
  });
  const debtors = [
    ...groupBy(
      owed.filter(({ owner }) => owner !== null),
      ({ owner }) => owner?.post ?? 0,
    ),
  ].flatMap(([post, of]) =>
    of[0]?.owner ? [debtor({ ...of[0].owner, post }, of.map(owedReturn), { quarter, today, links })] : [],
  );
  debtors.sort((a, b) => Number(b.isLate) - Number(a.isLate) || a.words.localeCompare(b.words));
  return {
    quarter,
    label: quarterLabel(quarter),
    asked: returns.length,
    debtors: debtors.filter(({ holder }) => holder !== null),
    vacant: debtors.filter(({ holder }) => holder === null),
    withoutOwner: owed.filter(({ owner }) => owner === null).map(owedReturn),
  };
}

function debtor(
  { post, words, holder }: Pick<Debtor, 'post' | 'words' | 'holder'>,
  returns: OwedReturn[],
  { quarter, today, links }: { quarter: Quarter; today: Day; links: Links },
): Debtor {
  const deadline = returns[0]?.deadline ?? today;
  const message = chaseMessage(returns, { label: quarterLabel(quarter), today });
  return {
    ...{ post, words, holder, returns, isLate: deadline < today },
    dueWords: deadlineInWords(deadline, today),
    message: message.body,
    mailto: holder && mailtoLink(holder.email, message, links.list),
  };
}
