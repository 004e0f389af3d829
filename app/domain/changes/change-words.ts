import type { ChangeKind } from '#db/tables/change.ts';

/** What each kind of change is called on screen. */
export const CHANGE_WORDS: Record<ChangeKind, string> = {
  'strategy loaded': 'The strategy was loaded',
  'administrator made': 'An administrator was added',
  'date recorded': 'A date was recorded',
  'outcome recorded': 'An outcome was recorded',
  'fact corrected': 'A fact was corrected',
};
