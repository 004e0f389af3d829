import { RESPONSIBILITY_ROLES, type ResponsibilityBasis, type ResponsibilityRole } from '#db/tables/responsibility.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { capitalised, listed } from '../sentences.ts';

/** What it can rest on that an organisation answers for a recommendation. */
export const BASIS_WORDS: Record<ResponsibilityBasis, { word: string; meaning: string }> = {
  stated: { word: 'Stated', meaning: 'a source says that it answers for them' },
  inferred: { word: 'Our inference', meaning: 'no source names it; we read it out of what happened' },
};

/** An organisation's part in a recommendation, as a verb. */
export const ROLE_VERBS: Record<ResponsibilityRole, { present: string; past: string }> = {
  lead: { present: 'leads', past: 'led' },
  supporting: { present: 'supports', past: 'supported' },
};

interface PassedWords {
  /** The names of both bodies. */
  from: string;
  to: string;
  fromOn: Day;
  basis: ResponsibilityBasis;
  passed: { recommendation: string; role: ResponsibilityRole; becomes: ResponsibilityRole }[];
  why: string;
  /** Title of where it can be seen. */
  seenIn: string | null;
}

/** What passed, from whom to whom and why, for the list of changes. */
export function passedInWords({ from, to, fromOn, basis, passed, why, seenIn }: PassedWords): string {
  const what = RESPONSIBILITY_ROLES.flatMap((role) => {
    const codes = passed.filter((row) => row.role === role).map(({ recommendation }) => recommendation);
    return codes.length > 0 ? [`${listed(codes)} (${role})`] : [];
  });
  const kept = passed.filter(({ role, becomes }) => becomes !== role).map(({ recommendation }) => recommendation);
  return [
    `On ${formatPartialDate(fromOn)} ${listed(what)} pass${passed.length === 1 ? 'es' : ''} from ${from} to ${to}`,
    ...(kept.length > 0 ? [`${to} stays lead of ${listed(kept)}`] : []),
    basis === 'stated' ? 'Stated by a source' : 'Our inference',
    why.replace(/\.$/, ''),
    ...(seenIn === null ? [] : [`Seen in: ${seenIn}`]),
  ].join('. ');
}

interface Part {
  name: string;
  shortName: string | null;
  role: ResponsibilityRole;
}

/** One passing on as a recommendation's history says it: "Lead passed from BEIS to DSIT on 7 February 2023". */
export function partPassedInWords(from: Part, to: Part, day: Day): string {
  const stays = to.role === from.role ? '' : `, which stays ${to.role}`;
  const name = (part: Part) => part.shortName ?? part.name;
  return `${capitalised(from.role)} passed from ${name(from)} to ${name(to)} on ${formatPartialDate(day)}${stays}`;
}

/** A part that began, as a recommendation's history says it: "OLS supports from 23 November 2026". */
export function begunInWords({ name, shortName, role, fromOn }: Part & { fromOn: Day | null }): string {
  return `${shortName ?? name} ${ROLE_VERBS[role].present}${fromOn === null ? '' : ` from ${formatPartialDate(fromOn)}`}`;
}
