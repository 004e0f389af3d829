/** What a recommendation's page says when an act on it succeeded. */
export const RECOMMENDATION_DONE_WORDS = {
  added: 'The recommendation is added. No stage is judged yet.',
  edited: 'The text is saved. The earlier text stays in the history.',
  judged: 'The stage is recorded. Past quarters that are not closed, and every figure, follow it.',
} as const;
export type RecommendationDone = keyof typeof RECOMMENDATION_DONE_WORDS;

/** The act that an address names; null for none. */
export function recommendationDoneOf(text: string | null): RecommendationDone | null {
  return text !== null && Object.hasOwn(RECOMMENDATION_DONE_WORDS, text) ? (text as RecommendationDone) : null;
}
