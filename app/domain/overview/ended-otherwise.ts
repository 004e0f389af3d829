import type { MilestoneView } from '../record/record.ts';
import { groupOf } from '../status-words.ts';

/** The milestones that figures name below the drawing: partly met, not met, met by re-measurement, withdrawn. */
export function endedOtherwise(milestones: readonly MilestoneView[]): MilestoneView[] {
  return milestones.filter(({ status }) => groupOf(status) === 'ended otherwise');
}
