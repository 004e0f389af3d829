import { Tag } from '#app/components/govuk/tag.tsx';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import type { Timeline, TimelineRow } from '#app/domain/timeline.ts';
import { timelineSteps } from './timeline-words.ts';

/** Figure 5 in words, for narrow screens: each milestone with its status, its title and what became of its dates. */
export function TimelineList({ timeline }: { timeline: Timeline }) {
  return (
    <ol className="govuk-list figure__dated-list">
      {timeline.rows.map((row) => (
        <Entry key={row.code} row={row} />
      ))}
    </ol>
  );
}

function Entry({ row }: { row: TimelineRow }) {
  const { word, tag } = MILESTONE_STATUS_WORDS[row.status];
  return (
    <li>
      <Tag colour={tag}>{word}</Tag>
      <p className="govuk-body figure__dated-title">
        <a className="govuk-link" href={row.href}>
          {row.code} {row.title}
        </a>
      </p>
      <p className="govuk-body-s figure__dated-story">{timelineSteps(row).join('; ')}.</p>
    </li>
  );
}
