/** `reconstructed`: ended without a commission, put together later from published sources. */
export const QUARTER_STATES = ['reconstructed', 'commissioned', 'in clearance', 'closed', 'published'] as const;
export type QuarterState = (typeof QUARTER_STATES)[number];

/** A quarter that has ended or was commissioned. The quarter that today falls in has no row before. */
export interface QuarterTable {
  code: string;
  state: QuarterState;
}
