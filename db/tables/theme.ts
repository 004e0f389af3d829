/** A chapter of the strategy. A theme in `CROSS_CUTTING` is governance, shown apart and not counted among the themes. */
export const CROSS_CUTTING = 'XCUT';

export interface ThemeTable {
  code: string;
  parent: string | null;
  position: number;
  name: string;
  aim: string;
  /** One goal a line; null when the strategy gave none. */
  goals: string | null;
  placeInReport: string | null;
  change: number;
}
