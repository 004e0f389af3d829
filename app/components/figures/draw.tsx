import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { addresses } from '#app/addresses.ts';
import { FIGURE_GROUPS, type FigureGroup, GROUP_MARKS } from '#app/domain/status-words.ts';
import type { Drawing } from '#app/domain/summary/document.ts';
import type { Drawable } from '#app/domain/summary/summary-maker.ts';
import { DoneAgainstPromisedChart } from './done-against-promised.tsx';
import { groupEdge, groupFill, groupPatterns } from './group-fills.tsx';
import { IndicatorChart } from './indicator.tsx';
import { INK, NARROW, WIDE } from './ink.ts';
import { LateByChart } from './late-by.tsx';
import { LateByList } from './late-by-list.tsx';
import { StatusByQuarterChart } from './status-by-quarter.tsx';

/** A drawing as the site shows it, and the wide one as an image that stands alone. Null where there is nothing to draw. */
export function draw(drawable: Drawable): Drawing | null {
  const wide = renderToStaticMarkup(chart(drawable, WIDE));
  const surface = /<svg[^>]*class="recharts-surface"[\s\S]*<\/svg>/.exec(wide)?.[0];
  if (!surface) return null;
  const groups = wide.includes('class="figure__key"') ? groupsOf(drawable) : [];
  return {
    alt: altOf(wide),
    wide,
    narrow: renderToStaticMarkup(chart(drawable, NARROW)),
    ...standingAlone(drawable.id, surface, groups),
  };
}

function chart(drawable: Drawable, width: number): ReactElement {
  const { id } = drawable;
  switch (drawable.figure) {
    case 'milestones-by-quarter':
      return <StatusByQuarterChart id={id} rows={drawable.rows} width={width} />;
    case 'done-against-promised':
      return <DoneAgainstPromisedChart id={id} rows={drawable.rows} width={width} />;
    case 'indicator':
      return <IndicatorChart id={id} indicator={drawable.indicator} width={width} />;
    case 'late-by':
      return width === WIDE ? (
        <LateByChart id={id} rows={drawable.rows} width={width} />
      ) : (
        <LateByList id={id} rows={drawable.rows} width={width} href={addresses().milestone} />
      );
  }
}

/** The groups that a drawing has, for its key. */
function groupsOf(drawable: Drawable): FigureGroup[] {
  if (drawable.figure === 'milestones-by-quarter')
    return FIGURE_GROUPS.filter((group) => drawable.rows.some(({ counts }) => counts[group] > 0));
  if (drawable.figure === 'late-by')
    return FIGURE_GROUPS.filter((group) => drawable.rows.some((row) => row.group === group));
  return [];
}

/** What the drawing says to those who do not see it; in a file no table need be below it. */
function altOf(html: string): string {
  const label = / aria-label="([^"]*)"/.exec(html)?.[1] ?? '';
  return unescaped(label).replace(/ The table below has every \w+\.$/, '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const unescaped = (text: string): string => text.replace(/&([a-z]+|#x27);/g, (all, name) => ENTITIES[name] ?? all);

const KEY_HEIGHT = 28;
const LETTER = 7.6;

/** The surface of a chart with its key above, its font named, and without what only a screen has a use for. */
function standingAlone(id: string, surface: string, groups: readonly FigureGroup[]) {
  const height = Number(/ height="([\d.]+)"/.exec(surface)?.[1]);
  const top = groups.length > 0 ? KEY_HEIGHT : 0;
  const content = surface
    .replace(/^<svg[^>]*>|<\/svg>$/g, '')
    .replace(/<title><\/title><desc><\/desc>/, '')
    .replace(/<(rect|circle)[^>]*class="figure__hit[^>]*>(<\/\1>)?/g, '')
    // The font of files has no arrows.
    .replace(/[←→↑↓] ?/g, '')
    .replace(/ (class|data-[\w-]+|orientation|tabindex|focusable|aria-\w+|style)="[^"]*"/g, '');
  const key = top === 0 ? '' : renderToStaticMarkup(<Key id={`${id}-key`} groups={groups} />);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${height + top}" viewBox="0 0 ${WIDE} ${height + top}" font-family="Noto Sans, Arial, sans-serif">` +
    `<rect width="${WIDE}" height="${height + top}" fill="${INK.paper}"/>${key}<g transform="translate(0 ${top})">${content}</g></svg>`;
  return { svg, width: WIDE, height: height + top };
}

function Key({ id, groups }: { id: string; groups: readonly FigureGroup[] }) {
  const widths = groups.map((group) => 34 + GROUP_MARKS[group].word.length * LETTER);
  const placeOf = (i: number): number => widths.slice(0, i).reduce((sum, width) => sum + width, 0);
  return (
    <g>
      {groupPatterns(id)}
      {groups.map((group, i) => (
        <g key={group} transform={`translate(${placeOf(i)} 2)`}>
          <rect width={14} height={14} fill={groupFill(id, group)} stroke={groupEdge(group)} />
          <text x={20} y={12} fontSize={14} fill={INK.text}>
            {GROUP_MARKS[group].word}
          </text>
        </g>
      ))}
    </g>
  );
}
