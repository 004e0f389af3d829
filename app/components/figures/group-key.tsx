import { type FigureGroup, GROUP_MARKS } from '#app/domain/status-words.ts';
import { groupEdge, groupFill, groupPatterns } from './group-fills.tsx';

/** A key in words: each group's name beside a square of its colour and pattern. `id` must be unique on the page. */
export function GroupKey({ id, groups }: { id: string; groups: readonly FigureGroup[] }) {
  return (
    <ul className="figure__key">
      {groups.map((group) => (
        <li key={group}>
          <svg className="figure__swatch" width={16} height={16} aria-hidden="true" focusable="false">
            {groupPatterns(`${id}-${group.replaceAll(' ', '-')}`)}
            <rect
              x={0.5}
              y={0.5}
              width={15}
              height={15}
              fill={groupFill(`${id}-${group.replaceAll(' ', '-')}`, group)}
              stroke={groupEdge(group)}
            />
          </svg>{' '}
          {GROUP_MARKS[group].word}
        </li>
      ))}
    </ul>
  );
}
