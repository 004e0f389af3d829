import { formatPartialDate } from '#app/domain/partial-date.ts';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import type { TimelineRow } from '#app/domain/timeline.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What became of a milestone's dates, a step an entry: "First promised March 2018", "then May 2018", "done 25 May 2018". */
export function timelineSteps(row: TimelineRow): string[] {
  const first = row.firstDate ? `First promised ${formatPartialDate(row.firstDate)}` : 'No first date recorded';
  const later = row.laterDates.map((date) => `then ${formatPartialDate(date)}`);
  return [first, ...later, ...ending(row)];
}

function ending(row: TimelineRow): string[] {
  if (row.outcome) return [`${lowerFirst(row.outcome.word)} ${formatPartialDate(row.outcome.date)}`];
  if (row.dateTakenBack) return ['then the date was taken back and no other given'];
  return row.status === 'date passed' ? ['the date passed and no outcome was found'] : [];
}

/** The words for the tooltip of a whole row. */
export function timelineTip(row: TimelineRow): string {
  return [`${row.code} ${row.title}`, MILESTONE_STATUS_WORDS[row.status].word, timelineSteps(row).join('; ')].join('|');
}
