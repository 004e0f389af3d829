import type { QuarterState } from '#db/tables/quarter.ts';

/** A quarter's state as pages say it; the one that today falls in is current. */
export type ShownState = QuarterState | 'current';

/** What a quarter's state means for whoever reads it. */
export const QUARTER_STATE_WORDS: Record<ShownState, { word: string; meaning: string }> = {
  reconstructed: {
    word: 'Reconstructed',
    meaning: 'Put together later from published sources; no return was made.',
  },
  current: { word: 'Current', meaning: 'Still running: shown as it stands today, and not yet a quarter’s end.' },
  commissioned: { word: 'Commissioned', meaning: 'Open for returns.' },
  'in clearance': { word: 'In clearance', meaning: 'Returns are in and being cleared.' },
  closed: { word: 'Closed', meaning: 'Frozen: a correction makes a new version beside it.' },
  published: { word: 'Published', meaning: 'Closed, and open to every reader.' },
};
