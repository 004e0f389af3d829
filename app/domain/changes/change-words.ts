import type { ChangeKind } from '#db/tables/change.ts';

/** What each kind of change is called on screen. */
export const CHANGE_WORDS: Record<ChangeKind, string> = {
  'strategy loaded': 'The strategy was loaded',
  'administrator made': 'An administrator was added',
  'date recorded': 'A date was recorded',
  'outcome recorded': 'An outcome was recorded',
  'fact corrected': 'A fact was corrected',
  'person invited': 'Somebody was invited',
  'person joined': 'Somebody joined',
  'role changed': 'A role was changed',
  'person left': 'Somebody left',
  'name removed': 'A name was taken off public pages',
  'post added': 'A post was added',
  'post handed over': 'A post was handed over',
  'ownership changed': 'Ownership was changed',
  'quarter commissioned': 'A quarter was commissioned',
  'commission changed': 'A commission was changed',
  'deadline extended': 'A deadline was extended',
  'return submitted': 'A return was submitted',
  'return sent back': 'A return was sent back',
  'return accepted': 'A return was accepted',
  'return missing': 'A return was recorded as missing',
};
