import type { Stage } from '#db/tables/stage-judgement.ts';
import type { RecommendationView, RecordAsAt } from '../record/record.ts';
import { STAGE_ORDER } from '../status-words.ts';
import { codesWithin } from '../themes/nesting.ts';

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
  /** The name of the theme that it is part of, whose row counts it too, and how many it is inside. */
  partOf: string | null;
  depth: number;
  crossCutting: boolean;
}

/** Recommendations by stage; those that nobody had judged by the day are counted apart. */
export function countStages(recommendations: readonly RecommendationView[]): StageCounts {
  const counts = Object.fromEntries(STAGE_ORDER.map((stage) => [stage, 0])) as Record<Stage, number>;
  for (const { stage } of recommendations) if (stage) counts[stage.stage] += 1;
  const judged = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { counts, notJudged: recommendations.length - judged, total: recommendations.length };
}

/** Figure 0: the recommendations of each theme by stage, with those of its parts, governance last. */
export function stagesByTheme({ themes, recommendations }: RecordAsAt): ThemeStages[] {
  return themes.map(({ code, name, parent, depth, crossCutting }) => {
    const within = new Set(codesWithin(themes, code));
    return {
      ...{ code, name, depth, crossCutting },
      partOf: themes.find((theme) => theme.code === parent)?.name ?? null,
      ...countStages(recommendations.filter(({ theme }) => within.has(theme))),
    };
  });
}

/** What the figure says below its title of how its rows are counted; empty for a strategy without parts or governance. */
export function themesInWords(themes: readonly Pick<ThemeStages, 'depth' | 'crossCutting'>[]): string {
  return [
    ...(themes.some(({ depth }) => depth > 0) ? [' The row of a theme counts its parts too.'] : []),
    ...(themes.some(({ crossCutting }) => crossCutting) ? [' Governance is not one of the themes.'] : []),
  ].join('');
}
