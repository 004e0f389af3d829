import type { ResponsibilityBasis, ResponsibilityRole } from '#db/tables/responsibility.ts';
import { groupBy } from '../group-by.ts';
import { type Day, firstDay, type PartialDate } from '../partial-date.ts';
import type { OrganisationRef } from './record.ts';

interface Responsibility {
  recommendation: string;
  organisation: string;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
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

/** The organisations of each recommendation; a body that ended by the day is shown with those that took over. */
export function organisationsByRecommendation(
  responsibilities: Responsibility[],
  successions: Succession[],
  day: Day,
): Map<string, OrganisationRef[]> {
  const successorsOf = groupBy(successions, (row) => row.organisation);
  const refs = responsibilities.map(({ recommendation, organisation, name, shortName, role, basis, until }) => {
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
