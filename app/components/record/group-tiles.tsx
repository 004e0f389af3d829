import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import { FIGURE_GROUPS, GROUP_MARKS } from '#app/domain/status-words.ts';

/** How many milestones stand in each group of figure 1. */
export function GroupTiles({
  counts: { counts, endedOtherwise },
}: {
  counts: Pick<QuarterCounts, 'counts' | 'endedOtherwise'>;
}) {
  const tiles = [
    ...FIGURE_GROUPS.map((group) => ({ word: GROUP_MARKS[group].word.toLowerCase(), n: counts[group] })),
    { word: 'ended otherwise', n: endedOtherwise },
  ];
  return (
    <ul className="app-tiles">
      {tiles.map(({ word, n }) => (
        <li key={word} className="app-tiles__tile app-tiles__tile--still">
          <span className="app-tiles__number">{n}</span> <span className="app-tiles__word">{word}</span>
        </li>
      ))}
    </ul>
  );
}
