import type { Generated } from 'kysely';

/** What a post is to a recommendation: accountable for its return, stands in for that post, or helps to write it. */
export const POST_ROLES = ['owner', 'deputy', 'contributor'] as const;
export type PostRole = (typeof POST_ROLES)[number];

/** A job in an organisation. Ownership belongs to it and stays when its holder changes. */
export interface PostTable {
  id: Generated<number>;
  organisation: string;
  title: string;
  change: number;
}

/** Who holds a post, from a day to the day before `untilOn`; at most one holder has no end. */
export interface PostHolderTable {
  id: Generated<number>;
  post: number;
  person: number;
  fromOn: string;
  untilOn: string | null;
  change: number;
  endedChange: number | null;
}

/** What a post is to a recommendation, from a day to the day before `untilOn`; at most one owner has no end. */
export interface OwnershipTable {
  id: Generated<number>;
  recommendation: string;
  post: number;
  role: PostRole;
  fromOn: string;
  untilOn: string | null;
  change: number;
  endedChange: number | null;
}
