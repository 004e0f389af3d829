import { POST_ROLES, type PostRole } from '#db/tables/post.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { listed } from '../sentences.ts';

/** What a post can be to a recommendation, as it is called and what it means. */
export const POST_ROLE_WORDS: Record<PostRole, { word: string; meaning: string }> = {
  owner: { word: 'Owner', meaning: 'accountable for the return; a recommendation has one' },
  deputy: { word: 'Deputy', meaning: 'stands in for the owner and may submit the return' },
  contributor: { word: 'Contributor', meaning: 'helps to write the return' },
};

/** "Deputy Director, Health Data (NHS England)". */
export function postInWords({ title, organisationName }: { title: string; organisationName: string }): string {
  return `${title} (${organisationName})`;
}

/** "from 1 April 2026", "from 1 April 2026 until 1 May 2026": the last day named is the first that does not count. */
export function spanInWords({ fromOn, untilOn }: { fromOn: Day; untilOn: Day | null }): string {
  return `from ${formatPartialDate(fromOn)}${untilOn ? ` until ${formatPartialDate(untilOn)}` : ''}`;
}

/** Whether what holds from one day to the day before another is over, holds or is still to come on the day. */
export function standingOn(span: { fromOn: Day; untilOn: Day | null }, day: Day): 'over' | 'now' | 'to come' {
  if (span.untilOn !== null && (span.untilOn <= day || span.untilOn === span.fromOn)) return 'over';
  return span.fromOn <= day ? 'now' : 'to come';
}

interface Held {
  recommendation: string;
  role: PostRole;
}

interface OwnershipWords {
  /** The post that is given something, in words. */
  post: string | null;
  given: Held[];
  ends: (Held & { title: string; organisationName: string })[];
  fromOn: Day;
}

/** What begins and what ends on a day, for the list of changes. */
export function ownershipInWords({ post, given, ends, fromOn }: OwnershipWords): string {
  const enders = [...new Set(ends.map(postInWords))];
  const over = enders.map(
    (ender) => `${ender} stops being ${rolesInWords(ends.filter((row) => postInWords(row) === ender))}`,
  );
  const begins = post === null ? [] : [`${post} becomes ${rolesInWords(given)}`];
  return `From ${formatPartialDate(fromOn)}: ${[...begins, ...over].join('; ')}`;
}

/** "owner of DAT-1 and DAT-2, contributor of SCI-1". */
function rolesInWords(held: Held[]): string {
  return POST_ROLES.flatMap((role) => {
    const codes = held.filter((row) => row.role === role).map(({ recommendation }) => recommendation);
    return codes.length > 0 ? [`${role} of ${listed(codes)}`] : [];
  }).join(', ');
}
