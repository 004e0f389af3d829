import type { Role } from '#db/tables/person.ts';
import type { PostRole } from '#db/tables/post.ts';

/** Who may do one thing: by their role everywhere, or by what their post is to the recommendation in question. */
interface Permission {
  roles: readonly Role[];
  posts: readonly PostRole[];
  /** The act as the table of permissions and refusals name it. */
  words: string;
}

const EVERYBODY_HERE = ['internal reader', 'reviewer', 'administrator'] as const;
const THE_OFFICE = ['reviewer', 'administrator'] as const;
const NO_POST = [] as const;

/** What people may do beyond reading what is published. The one place that says who may do what. */
export const PERMISSIONS = {
  'read internal pages': {
    roles: EVERYBODY_HERE,
    posts: NO_POST,
    words: 'read what is not published: submitted returns, ratings, risks, decisions wanted',
  },
  'record facts': {
    roles: THE_OFFICE,
    posts: NO_POST,
    words: 'record and correct dates and outcomes of milestones, and values of indicators',
  },
  'see people': { roles: THE_OFFICE, posts: NO_POST, words: 'see the list of people' },
  'manage people': {
    roles: ['administrator'],
    posts: NO_POST,
    words: 'invite people, change roles, note leavers, take names off public pages',
  },
  'manage posts': {
    roles: THE_OFFICE,
    posts: NO_POST,
    words: 'add posts, hand them over, say which post answers for what',
  },
  commission: {
    roles: THE_OFFICE,
    posts: NO_POST,
    words: 'commission a quarter, extend deadlines, see who owes what',
  },
  'edit the strategy': {
    roles: THE_OFFICE,
    posts: NO_POST,
    words:
      'add and edit recommendations, milestones and partnerships, agree new baselines, pass responsibility between organisations',
  },
  'import the strategy': {
    roles: THE_OFFICE,
    posts: NO_POST,
    words: 'accept a spreadsheet that changes the strategy, and look at the files that others sent',
  },
  'note partnership health': {
    roles: THE_OFFICE,
    posts: NO_POST,
    words: 'note how a partnership does, for people who are signed in',
  },
  'write return': {
    roles: [],
    posts: ['owner', 'deputy', 'contributor'],
    words: 'read and write the draft of a return',
  },
  'submit return': { roles: [], posts: ['owner', 'deputy'], words: 'submit a return' },
  'review returns': {
    roles: THE_OFFICE,
    posts: NO_POST,
    words:
      'accept returns, send them back, record them as missing, write the assessment, clearances and steers of a quarter',
  },
  redact: {
    roles: ['administrator'],
    posts: NO_POST,
    words: 'remove a text from the record, from every version of it and from closed quarters',
  },
  'close quarters': { roles: THE_OFFICE, posts: NO_POST, words: 'close, publish and correct a quarter' },
} as const satisfies Record<string, Permission>;

export type Act = keyof typeof PERMISSIONS;

/** The person may not do this. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError';
}

/**
 * True when somebody of that role may do it, or somebody whose posts are that to the recommendation in question.
 * Nobody (null) may only read what is published.
 */
export function may(person: { role: Role } | null, act: Act, posts: readonly PostRole[] = []): boolean {
  if (person === null) return false;
  const permission: Permission = PERMISSIONS[act];
  return permission.roles.includes(person.role) || posts.some((post) => permission.posts.includes(post));
}

/** Throws NotAllowedError unless the person may do it. */
export function mustBeAllowed(person: { role: Role }, act: Act, posts: readonly PostRole[] = []): void {
  if (!may(person, act, posts)) throw new NotAllowedError(`You may not ${PERMISSIONS[act].words}.`);
}

/** What somebody of that role may do everywhere, in words, in the order of the table. */
export function actsOf(role: Role): string[] {
  const permissions: Permission[] = Object.values(PERMISSIONS);
  return permissions.filter(({ roles }) => roles.includes(role)).map(({ words }) => words);
}
