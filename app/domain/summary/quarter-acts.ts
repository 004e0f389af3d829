/** What a reviewer does with a quarter at its end. */
export const QUARTER_ACTS = ['close', 'publish', 'correct'] as const;
export type QuarterAct = (typeof QUARTER_ACTS)[number];

/** The act that an address names; null for anything else. */
export function quarterActOf(text: string | null): QuarterAct | null {
  return QUARTER_ACTS.find((act) => act === text) ?? null;
}
