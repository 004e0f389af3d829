import type { View } from '../as-at.ts';

/** Stands where signed-out readers would see a name that was taken off public pages. True of leavers and of others. */
const NAMELESS = 'A member of the team at the time';

/** The author of a change as a reader sees them; null when nobody in person recorded it. */
export function authorShown(
  { person, nameRemoved }: { person: string | null; nameRemoved: number | null },
  view: View,
): string | null {
  return person !== null && nameRemoved !== null && view === 'publication' ? NAMELESS : person;
}
