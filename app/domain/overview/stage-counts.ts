import type { Stage } from '#db/tables/stage-judgement.ts';
import type { RecommendationView, RecordAsAt } from '../record/record.ts';
import { STAGE_ORDER } from '../status-words.ts';

/** How many recommendations stand at each stage; those that nobody had judged by the day are counted apart. */
export interface StageCounts {
  counts: Record<Stage, number>;
  notJudged: number;
  total: number;
}

/** One row of figure 0. */
export interface ThemeStages extends StageCounts {
  code: string;
  name: string;
  crossCutting: boolean;
}

/** Recommendations by stage; those that nobody had judged by the day are counted apart. */
export function countStages(recommendations: readonly RecommendationView[]): StageCounts {
  const counts = Object.fromEntries(STAGE_ORDER.map((stage) => [stage, 0])) as Record<Stage, number>;
  for (const { stage } of recommendations) if (stage) counts[stage.stage] += 1;
  const judged = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { counts, notJudged: recommendations.length - judged, total: recommendations.length };
}

/** Figure 0: the recommendations of each theme by stage, governance last. */
export function stagesByTheme({ themes, recommendations }: RecordAsAt): ThemeStages[] {
  return themes.map(({ code, name, crossCutting }) => ({
    code,
    name,
    crossCutting,
    ...countStages(recommendations.filter(({ theme }) => theme === code)),
  }));
}
