import { FIGURE_GROUPS, type FigureGroup, GROUP_MARKS, type Mark } from '#app/domain/status-words.ts';
import { INK } from './ink.ts';

const patternId = (id: string, group: FigureGroup): string => `${id}-${GROUP_MARKS[group].fill}`;

/** The `fill` of a group in the drawing `id`: a colour, or a pattern that `groupPatterns(id)` defines. */
export function groupFill(id: string, group: FigureGroup): string {
  return GROUP_MARKS[group].fill === 'solid' ? GROUP_MARKS[group].colour : `url(#${patternId(id, group)})`;
}

/** The edge of a group's area: white between filled neighbours; what is still open is drawn as an outline. */
export function groupEdge(group: FigureGroup): string {
  return group === 'open' ? GROUP_MARKS[group].colour : INK.paper;
}

/** The patterns of the four groups as SVG `<defs>`; a plain function, as Recharts draws only elements it knows. */
export function groupPatterns(id: string) {
  return (
    <defs>
      {FIGURE_GROUPS.filter((group) => GROUP_MARKS[group].fill !== 'solid').map((group) => (
        <pattern
          key={group}
          id={patternId(id, group)}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform={GROUP_MARKS[group].fill === 'dots' ? undefined : 'rotate(45)'}
        >
          {tile(GROUP_MARKS[group])}
        </pattern>
      ))}
    </defs>
  );
}

function tile({ fill, colour }: Mark) {
  if (fill === 'stripes') {
    return (
      <>
        <rect width={6} height={6} fill={INK.paper} />
        <rect width={1.4} height={6} fill={colour} />
      </>
    );
  }
  return (
    <>
      <rect width={6} height={6} fill={colour} />
      {fill === 'dots' ? <circle cx={3} cy={3} r={1.1} fill={INK.paper} /> : null}
      {fill === 'cross' ? <path d="M0 3H6M3 0V6" stroke={INK.paper} strokeWidth={1} /> : null}
    </>
  );
}
