import type { ResponsibilityBasis, ResponsibilityRole } from '#db/tables/responsibility.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { RefusedError } from '../refused.ts';
import { ROLE_VERBS } from './responsibility-words.ts';

/** What an organisation is to a recommendation, from a day to the day before `untilOn`. */
export interface Responsible {
  id: number;
  recommendation: string;
  organisation: string;
  name: string;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
  fromOn: Day | null;
  untilOn: Day | null;
}

/** One recommendation that passes: what ends, and what the other body becomes by it. */
export interface Passing {
  recommendation: string;
  role: ResponsibilityRole;
  ends: Responsible[];
  becomes: ResponsibilityRole;
  basis: ResponsibilityBasis;
}

/**
 * What one body's part becomes in another's hands. A body that is something to the recommendation already keeps the
 * stronger role: a lead stays lead on its own basis, a supporting body becomes what was passed to it. Throws
 * RefusedError when the day falls before either part began, or in a time that is taken.
 */
export function passingOf(
  rows: Responsible[],
  own: Responsible,
  { to, fromOn, basis }: { to: string; fromOn: Day; basis: ResponsibilityBasis },
): Passing {
  const theirs = rows.filter((row) => row.recommendation === own.recommendation && row.organisation === to);
  const present = theirs.find(({ untilOn }) => untilOn === null);
  for (const row of present ? [own, present] : [own]) checkBegan(row, fromOn);
  for (const row of theirs) checkFree(row, fromOn);
  const keeps = present && (present.role === 'lead' || present.role === own.role) ? present : null;
  return {
    recommendation: own.recommendation,
    role: own.role,
    ends: present ? [own, present] : [own],
    becomes: keeps?.role ?? own.role,
    basis: keeps?.basis ?? basis,
  };
}

function checkBegan({ name, role, recommendation, fromOn }: Responsible, day: Day): void {
  if (fromOn === null || fromOn <= day) return;
  refuse(`${name} ${ROLE_VERBS[role].present} ${recommendation} from ${formatPartialDate(fromOn)}`);
}

function checkFree({ name, role, recommendation, fromOn, untilOn }: Responsible, day: Day): void {
  if (untilOn === null || untilOn <= day || untilOn === fromOn) return;
  refuse(`${name} ${ROLE_VERBS[role].present} ${recommendation} until ${formatPartialDate(untilOn)}`);
}

function refuse(why: string): never {
  throw new RefusedError('fromOn.day', `${why}. Choose that day or a later one`);
}
