import { type Act, may, PERMISSIONS } from '#app/domain/people/permissions.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { ROLES } from '#db/tables/person.ts';
import { POST_ROLES } from '#db/tables/post.ts';

/** Whom a column of the table stands for: a role everywhere, or a post to the recommendation in question. */
const COLUMNS = [...ROLES, ...POST_ROLES] as const;

/** The table of who may do what, as Markdown: one row an act, worked out by `may`, as every check is. */
export function permissionsTable(): string {
  const head = ['What', 'Signed out', ...COLUMNS.map(capitalised)];
  const acts = Object.keys(PERMISSIONS) as Act[];
  const rows = acts.map((act) => [
    capitalised(PERMISSIONS[act].words),
    inWords(may(null, act)),
    ...ROLES.map((role) => inWords(may({ role }, act))),
    // A post alone: what it lets its holder do beyond their role.
    ...POST_ROLES.map((post) => inWords(may({ role: 'internal reader' }, act, [post]))),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const inWords = (allowed: boolean): string => (allowed ? 'yes' : 'no');
