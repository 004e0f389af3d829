import type { Day } from './partial-date.ts';

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The calendar day in London at a moment: 00:30 on 1 July in London is 1 July, though it is June in UTC. */
export function londonDay(moment: Date): Day {
  return london.format(moment);
}
