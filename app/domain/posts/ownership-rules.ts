import type { PostRole } from '#db/tables/post.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { RefusedError } from '../refused.ts';

/** What a post becomes to a recommendation. */
export interface Given {
  recommendation: string;
  role: PostRole;
}

/** What a post is to a recommendation, from a day to the day before `untilOn`. */
export interface Owned extends Given {
  id: number;
  post: number;
  title: string;
  fromOn: Day;
  untilOn: Day | null;
}

/** What has no end yet and ends when the post is given these: its own other roles, and the owner that it takes over from. */
export function endedBy<T extends Owned>(rows: T[], post: number, given: Given[]): T[] {
  return rows.filter(
    (row) =>
      row.untilOn === null &&
      given.some(
        ({ recommendation, role }) =>
          row.recommendation === recommendation &&
          (row.post === post ? row.role !== role : role === 'owner' && row.role === 'owner'),
      ),
  );
}

/** Throws RefusedError when what ends on that day begins only later. */
export function checkEnd({ recommendation, title, role, fromOn }: Owned, day: Day): void {
  if (day >= fromOn) return;
  const since = `${title} is ${role} of ${recommendation} from ${formatPartialDate(fromOn)}`;
  throw new RefusedError('fromOn.day', `${since}. Choose that day or a later one`);
}

/** Throws RefusedError when the post is that already, or when the day falls in a time that is taken. */
export function checkNew(
  rows: Owned[],
  { recommendation, role }: Given,
  { post, fromOn, ends }: { post: number; fromOn: Day; ends: { id: number }[] },
): void {
  const same = rows.filter((row) => row.recommendation === recommendation && !ends.some(({ id }) => id === row.id));
  const open = same.find((row) => row.post === post && row.untilOn === null);
  if (open)
    throw new RefusedError(
      'recommendations',
      `${open.title} is ${open.role} of ${recommendation} already. Leave it out`,
    );
  const taken = same.find(
    (row) =>
      (row.post === post || (role === 'owner' && row.role === 'owner')) &&
      row.untilOn !== null &&
      row.untilOn > fromOn &&
      row.untilOn > row.fromOn,
  );
  if (!taken?.untilOn) return;
  const until = `${taken.title} is ${taken.role} of ${recommendation} until ${formatPartialDate(taken.untilOn)}`;
  throw new RefusedError('fromOn.day', `${until}. Choose that day or a later one`);
}
