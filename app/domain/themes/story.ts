import type { EventView, MilestoneView, RecommendationView } from '../record/record.ts';

/** How many recommendations tell a theme's story. */
const TOLD = 3;

/**
 * The two or three things a minister would ask about: the recommendations of a theme with the most recorded dates and
 * events, most first. A rule and not a choice, so that nobody's favourites are shown; the page says so.
 */
export function storyOf(
  recommendations: readonly RecommendationView[],
  milestones: readonly MilestoneView[],
  events: readonly EventView[],
): RecommendationView[] {
  const weight = (code: string): number =>
    milestones.filter(({ recommendation }) => recommendation === code).reduce((n, { facts }) => n + facts.length, 0) +
    events.filter((event) => event.recommendation === code).length;
  return [...recommendations]
    .filter(({ code }) => weight(code) > 0)
    .sort((a, b) => weight(b.code) - weight(a.code))
    .slice(0, TOLD);
}
