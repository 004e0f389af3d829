import { addDays, format, isWeekend, parseISO } from 'date-fns';
import Holidays from 'date-holidays';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLastDay } from '../quarter.ts';

/** Returns are due on this working day after the quarter's end. */
const WORKING_DAYS = 10;

const holidays = new Holidays('GB', 'ENG');

/** True for Monday to Friday but for bank holidays of England and Wales. */
export function isWorkingDay(day: Day): boolean {
  if (isWeekend(parseISO(day))) return false;
  const found = holidays.isHoliday(`${day} 12:00:00`);
  return found === false || !found.some(({ type }) => type === 'public' || type === 'bank');
}

/** The day by whose end returns for a quarter are due: the 10th working day after it ends. */
export function deadlineOf(quarter: Quarter): Day {
  return tenthWorkingDayAfter(quarterLastDay(quarter));
}

/** The deadline to propose on a day: the quarter's own, or, where that is not ahead, the 10th working day from now. */
export function proposedDeadline(quarter: Quarter, today: Day): Day {
  const deadline = deadlineOf(quarter);
  return deadline > today ? deadline : tenthWorkingDayAfter(today);
}

function tenthWorkingDayAfter(start: Day): Day {
  let day = start;
  for (let counted = 0; counted < WORKING_DAYS; ) {
    day = format(addDays(parseISO(day), 1), 'yyyy-MM-dd');
    if (isWorkingDay(day)) counted += 1;
  }
  return day;
}
