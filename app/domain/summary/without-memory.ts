import type { RecommendationView, RecordAsAt } from '../record/record.ts';

/**
 * The record without what rests on memory, as a publication shows it: recommendations whose wording or stage does, and
 * milestones of which any date or outcome does. A single date is never left out: the others would then tell another story.
 */
export function withoutMemory(record: RecordAsAt): RecordAsAt {
  return {
    ...record,
    recommendations: record.recommendations.filter((one) => one.confirmation !== 'memory' && !isStageFromMemory(one)),
    milestones: record.milestones.filter(
      ({ confirmation, facts }) => confirmation !== 'memory' && !facts.some((fact) => fact.confirmation === 'memory'),
    ),
  };
}

/** A stage has no mark of its own: where it rests on memory its reason says so in these words. */
const isStageFromMemory = ({ stage }: RecommendationView): boolean => /\bfrom memory\b/i.test(stage?.reason ?? '');
