import type { Role } from '#db/tables/person.ts';

/** What each role is called, and as whom somebody has it: "as a reviewer". */
export const ROLE_WORDS: Record<Role, { word: string; one: string }> = {
  'internal reader': { word: 'Internal reader', one: 'an internal reader' },
  reviewer: { word: 'Reviewer', one: 'a reviewer' },
  administrator: { word: 'Administrator', one: 'an administrator' },
};

/** A role in words; null for somebody who left. */
export function roleInWords(role: Role | null): string {
  return role === null ? 'Left' : ROLE_WORDS[role].word;
}
