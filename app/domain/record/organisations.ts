import type { ResponsibilityBasis, ResponsibilityRole } from '#db/tables/responsibility.ts';
import { groupBy } from '../group-by.ts';
import { type Day, firstDay, type PartialDate } from '../partial-date.ts';
import type { OrganisationRef } from './record.ts';

interface Responsibility {
  recommendation: string;
  organisation: string;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
  fromOn: Day | null;
  untilOn: Day | null;
  name: string;
  shortName: string | null;
  until: string | null;
}

interface Succession {
  organisation: string;
  successor: string;
  successorName: string;
  successorShortName: string | null;
}

/** When a body ended, if that was on or before the day; else null. */
export function endedBy(until: PartialDate | null, day: Day): PartialDate | null {
  return until !== null && firstDay(until) <= day ? until : null;
}

/** Whether a responsibility is over, counts or is still to come on the day; without a first day it counts from the beginning. */
export function standingOn(
  { fromOn, untilOn }: { fromOn: Day | null; untilOn: Day | null },
  day: Day,
): 'over' | 'now' | 'to come' {
  if (untilOn !== null && untilOn <= day) return 'over';
  return fromOn === null || fromOn <= day ? 'now' : 'to come';
}

/** The organisations of each recommendation on the day; a body that ended by the day is shown with those that took over. */
export function organisationsByRecommendation(
  responsibilities: Responsibility[],
  successions: Succession[],
  day: Day,
): Map<string, OrganisationRef[]> {
  const successorsOf = groupBy(successions, (row) => row.organisation);
  const counting = responsibilities.filter((row) => standingOn(row, day) === 'now');
  const refs = counting.map(({ recommendation, organisation, name, shortName, role, basis, until }) => {
    const ended = endedBy(until, day);
    const successors = ended === null ? [] : (successorsOf.get(organisation) ?? []);
    return {
      recommendation,
      ref: {
        code: organisation,
        name,
        shortName,
        role,
        basis,
        ended,
        successors: successors.map((row) => ({
          code: row.successor,
          name: row.successorName,
          shortName: row.successorShortName,
        })),
      },
    };
  });
  const grouped = groupBy(refs, (row) => row.recommendation);
  return new Map([...grouped].map(([code, rows]) => [code, rows.map((row) => row.ref)]));
}
