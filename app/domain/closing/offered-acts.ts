import type { Day } from '../partial-date.ts';
import { isClosed } from '../returns/return-state.ts';
import type { QuarterAct } from '../summary/quarter-acts.ts';
import { type QuarterAtEnd, whyNotClosed } from './closing-rules.ts';

/** What comes next for a quarter, and why it cannot be done yet; null when it can. */
export interface OfferedAct {
  act: QuarterAct;
  whyNot: string | null;
}

/** What the office can do next with a quarter on a day; nothing with one that was never commissioned. */
export function offeredActs(of: QuarterAtEnd, today: Day): OfferedAct[] {
  const { state } = of;
  if (state === undefined || state === 'reconstructed') return [];
  if (!isClosed(state)) return [{ act: 'close', whyNot: whyNotClosed(of, today) }];
  const correct: OfferedAct = { act: 'correct', whyNot: null };
  return state === 'closed' ? [{ act: 'publish', whyNot: null }, correct] : [correct];
}
