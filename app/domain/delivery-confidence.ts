import type { Confidence } from '#db/tables/quarterly-return.ts';

/**
 * Delivery confidence: a judgement, never worked out from anything. The definitions follow the three-point scale of
 * the government's major projects reporting (annual report 2025 to 2026).
 */
export const CONFIDENCE_MEANINGS: Record<Confidence, string> = {
  Green:
    'Delivery on time and to quality appears highly likely. No major issue is outstanding that at this stage appears to threaten it significantly.',
  Amber:
    'Delivery appears feasible, but significant issues exist already and need attention. They appear resolvable and, dealt with promptly, should not cause a delay.',
  Red: 'Delivery appears unachievable. There are major issues that at this stage do not appear manageable or resolvable; it may need a new scope, or its viability looked at again.',
  'not rated': 'No judgement is made this quarter, for a reason that is given.',
};

/** From worst to best; a return that is not rated has no place among them. */
const ORDER: readonly Confidence[] = ['Red', 'Amber', 'Green'];

/** How a rating moved since the last one: null where either is missing or not rated. */
export function confidenceMove(
  before: Confidence | null,
  after: Confidence | null,
): 'improved' | 'worsened' | 'same' | null {
  if (before === null || after === null || before === 'not rated' || after === 'not rated') return null;
  const step = ORDER.indexOf(after) - ORDER.indexOf(before);
  return step > 0 ? 'improved' : step < 0 ? 'worsened' : 'same';
}
