/** What a reviewer does with a quarter at its end. */
export const QUARTER_ACTS = ['close', 'publish', 'correct'] as const;
export type QuarterAct = (typeof QUARTER_ACTS)[number];
