/** What a partnership's page says when an act on it succeeded. */
export const PARTNERSHIP_DONE_WORDS = {
  added: 'The partnership is added. Its themes, its members and the table of sectors show it from now on.',
  edited: 'The partnership is saved. The earlier text stays in the history.',
  noted: 'The health check is noted. It is for people who are signed in.',
} as const;
export type PartnershipDone = keyof typeof PARTNERSHIP_DONE_WORDS;

/** The act that an address names; null for none. */
export function partnershipDoneOf(text: string | null): PartnershipDone | null {
  return text !== null && Object.hasOwn(PARTNERSHIP_DONE_WORDS, text) ? (text as PartnershipDone) : null;
}
