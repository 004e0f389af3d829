import { CHANGE_KINDS, type ChangeKind } from '#db/tables/change.ts';
import type { View } from '../as-at.ts';

/** Changes about people: who came, went and may do what is for signed-in readers. */
export const ABOUT_PEOPLE: readonly ChangeKind[] = [
  'person invited',
  'person joined',
  'role changed',
  'person left',
  'name removed',
];

/** Changes to the office's own words about a quarter, which are not published. */
export const OF_THE_OFFICE: readonly ChangeKind[] = [
  'assessment written',
  'clearance recorded',
  'steer recorded',
  'steer done',
];

/** Changes of the quarterly cycle: a quarter is for signed-in people until it is published. */
export const OF_THE_CYCLE: readonly ChangeKind[] = [
  'quarter commissioned',
  'commission changed',
  'deadline extended',
  'return submitted',
  'return sent back',
  'return accepted',
  'return missing',
  'quarter closed',
  'quarter corrected',
  'returns imported',
];

/** Changes that signed-out readers do not see. */
export const NOT_PUBLIC: readonly ChangeKind[] = [
  ...ABOUT_PEOPLE,
  ...OF_THE_CYCLE,
  ...OF_THE_OFFICE,
  'partnership health noted',
];

/** The kinds of change that a reader may see. */
export function kindsFor(view: View): ChangeKind[] {
  return CHANGE_KINDS.filter((kind) => view === 'internal' || !NOT_PUBLIC.includes(kind));
}

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
  'assessment written': 'The assessment of a quarter was written',
  'clearance recorded': 'A clearance was recorded',
  'steer recorded': 'A steer or action was recorded',
  'steer done': 'A steer or action was done',
  'quarter closed': 'A quarter was closed',
  'quarter published': 'A quarter was published',
  'quarter corrected': 'A closed quarter was corrected',
  'recommendation added': 'A recommendation was added',
  'recommendation edited': 'The text of a recommendation was edited',
  'milestone added': 'A milestone was added',
  'milestone edited': 'The text of a milestone was edited',
  'baseline agreed': 'A new baseline was agreed',
  'stage judged': 'A stage was judged',
  'responsibility passed': 'Responsibility passed between organisations',
  'partnership added': 'A partnership was added',
  'partnership edited': 'A partnership was edited',
  'partnership health noted': 'The health of a partnership was noted',
  'values recorded': 'Values of an indicator were recorded',
  'strategy imported': 'A file with the strategy was accepted',
  'returns imported': 'A file with returns was accepted',
  'text removed': 'A text was removed from the record',
};
