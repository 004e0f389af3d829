import type { Day } from './partial-date.ts';

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The calendar day in London at a moment: 00:30 on 1 July in London is 1 July, though it is June in UTC. */
export function londonDay(moment: Date): Day {
  return london.format(moment);
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** "23 November 2026 at 14:05", as clocks in London show it. */
export function londonMoment(moment: Date): string {
  return londonTime.format(moment);
}

const londonClock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });

/** "14:06": the first full minute in London that is not before the moment. */
export function londonTimeAfter(moment: Date): string {
  return londonClock.format(new Date(Math.ceil(moment.getTime() / 60_000) * 60_000));
}
