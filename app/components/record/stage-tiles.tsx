import type { StageCounts } from '#app/domain/overview/stage-counts.ts';
import { STAGE_ORDER, STAGE_WORDS } from '#app/domain/status-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The number of recommendations at each stage, each number leading to its list. Stages with none are left out. */
export function StageTiles({ stages, theme }: { stages: StageCounts; theme?: string }) {
  const to = useAddresses();
  const shown = STAGE_ORDER.filter((stage) => stages.counts[stage] > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="app-tiles">
      {shown.map((stage) => (
        <li key={stage} className={`app-tiles__tile app-tiles__tile--${STAGE_WORDS[stage].tag}`}>
          <a className="app-tiles__link" href={to.recommendations({ stage, theme })}>
            <span className="app-tiles__number">{stages.counts[stage]}</span>{' '}
            <span className="app-tiles__word">{STAGE_WORDS[stage].word.toLowerCase()}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
