import { type LateByRow, lateByInWords } from '#app/domain/late-by.ts';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import { groupEdge, groupFill, groupPatterns } from './group-fills.tsx';
import { INK } from './ink.ts';
import { lateByScale, monthsDrawn } from './late-by-geometry.ts';

interface LateByListProps {
  id: string;
  rows: readonly LateByRow[];
  width: number;
  /** The address of a milestone's page. */
  href: (code: string) => string;
}

/** Figure 6 for narrow places: each milestone as its title, its bar and its length in words, on one scale for all. */
export function LateByList({ id, rows, width, href }: LateByListProps) {
  const { x } = lateByScale(rows, width);
  return (
    <>
      <svg width={0} height={0} aria-hidden="true" focusable="false" className="figure__patterns">
        {groupPatterns(`${id}-${width}`)}
      </svg>
      <ol className="govuk-list figure__bars">
        {rows.map((row) => (
          <li key={row.code}>
            <a className="govuk-link" href={href(row.code)}>
              {row.code} {row.title}
            </a>
            <OneBar drawing={`${id}-${width}`} width={width} row={row} x={x} />
            <span className="figure__bar-words">
              <strong>{lateByInWords(row.span)}</strong>, {MILESTONE_STATUS_WORDS[row.status].word.toLowerCase()}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

interface OneBarProps {
  drawing: string;
  width: number;
  row: LateByRow;
  x: (months: number) => number;
}

const HEIGHT = 16;

function OneBar({ drawing, width, row, x }: OneBarProps) {
  const [zero, end] = [x(0), x(monthsDrawn(row))];
  return (
    <svg className="figure__bar" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <rect
        className="figure__late-bar"
        x={Math.min(zero, end)}
        y={2}
        width={Math.abs(end - zero)}
        height={HEIGHT - 4}
        fill={groupFill(drawing, row.group)}
        stroke={groupEdge(row.group)}
        strokeWidth={row.group === 'open' ? 1 : 0}
        data-group={row.group}
      />
      <path d={`M${zero} 0V${HEIGHT}`} stroke={INK.text} />
    </svg>
  );
}
