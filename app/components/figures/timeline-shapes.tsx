import { GROUP_MARKS } from '#app/domain/status-words.ts';
import { INK } from './ink.ts';
import type { TimelineMark } from './timeline-geometry.ts';

interface ShapeProps {
  kind: TimelineMark['kind'];
  group: TimelineMark['group'];
  x: number;
  y: number;
}

/** The mark of one date, centred on (x, y): a shape for each meaning, so that colour is never needed. */
export function MarkShape({ kind, group, x, y }: ShapeProps) {
  if (kind === 'first') return <circle cx={x} cy={y} r={7.5} fill={INK.paper} stroke={INK.text} strokeWidth={2} />;
  if (kind === 'later') return <path d={`M${x} ${y - 8}V${y + 8}`} stroke={INK.text} strokeWidth={2} />;
  if (kind === 'passed') return <Cross x={x} y={y} />;
  if (kind === 'taken back') return <OpenEnd x={x} y={y} />;
  return <Outcome group={group} x={x} y={y} />;
}

function Outcome({ group, x, y }: Omit<ShapeProps, 'kind'>) {
  const edge = { stroke: INK.paper, strokeWidth: 1 };
  if (group === 'done by first date') {
    return <circle cx={x} cy={y} r={5.5} fill={GROUP_MARKS[group].colour} {...edge} />;
  }
  if (group === 'done late') {
    return (
      <path
        d={`M${x} ${y - 9}L${x + 9} ${y}L${x} ${y + 9}L${x - 9} ${y}Z`}
        fill={GROUP_MARKS[group].colour}
        {...edge}
      />
    );
  }
  return <rect x={x - 6.5} y={y - 6.5} width={13} height={13} fill={GROUP_MARKS.open.colour} {...edge} />;
}

function Cross({ x, y }: { x: number; y: number }) {
  const d = `M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x - 6} ${y + 6}L${x + 6} ${y - 6}`;
  return (
    <>
      <path d={d} stroke={INK.paper} strokeWidth={6} />
      <path d={d} stroke={GROUP_MARKS['date passed'].colour} strokeWidth={3} />
    </>
  );
}

function OpenEnd({ x, y }: { x: number; y: number }) {
  return <path d={`M${x + 2} ${y}H${x + 34}`} stroke={INK.line} strokeWidth={2} strokeDasharray="4 4" />;
}
