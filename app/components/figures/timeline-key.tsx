import { INK } from './ink.ts';
import { isLong, type TimelineMark } from './timeline-geometry.ts';
import { MarkShape } from './timeline-shapes.tsx';

type KeyEntry = Pick<TimelineMark, 'kind' | 'group'> & { word: string };

const ENTRIES: KeyEntry[] = [
  { kind: 'first', group: 'open', word: 'First date' },
  { kind: 'later', group: 'open', word: 'Later date' },
  { kind: 'outcome', group: 'done by first date', word: 'Done by first date' },
  { kind: 'outcome', group: 'done late', word: 'Done late' },
  { kind: 'outcome', group: 'ended otherwise', word: 'Ended otherwise' },
  { kind: 'passed', group: 'date passed', word: 'Date passed, no outcome found' },
];

/** The key of the timeline: the marks that it has, each with its word. */
export function TimelineKey({ marks }: { marks: readonly TimelineMark[] }) {
  const used = ENTRIES.filter((entry) =>
    marks.some((mark) => mark.kind === entry.kind && (entry.kind !== 'outcome' || mark.group === entry.group)),
  );
  return (
    <ul className="figure__key">
      {used.map((entry) => (
        <li key={entry.word}>
          <svg className="figure__swatch" width={20} height={20} aria-hidden="true" focusable="false">
            <MarkShape kind={entry.kind} group={entry.group} x={10} y={10} />
          </svg>{' '}
          {entry.word}
        </li>
      ))}
      {marks.some((mark) => isLong(mark.period)) ? <PeriodEntry /> : null}
    </ul>
  );
}

function PeriodEntry() {
  return (
    <li>
      <svg className="figure__swatch" width={28} height={20} aria-hidden="true" focusable="false">
        <rect x={1} y={6.5} width={26} height={7} fill={INK.paper} stroke={INK.line} />
      </svg>{' '}
      Known only to the quarter or year
    </li>
  );
}
