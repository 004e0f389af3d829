import { columnsShown } from '#app/domain/summary/cell-words.ts';
import type { DocumentColumn, DocumentTable } from '#app/domain/summary/document.ts';
import { printedRows } from '../printed.ts';
import { type Line, tokensOf } from './lines.ts';
import { COLOURS, type Look, type TextLook } from './look.ts';
import type { Pen } from './pen.ts';
import { artifact, Tag } from './tags.ts';
import type { Drawn, Group, Place } from './text.ts';
import { sharedWidths } from './widths.ts';

/** A column in its place: where its text begins and ends. */
interface Column {
  left: number;
  right: number;
  align: 'left' | 'right';
  /** Its cells name their rows. */
  names: boolean;
}

interface Grid {
  pen: Pen;
  place: Place;
  look: Look;
  columns: Column[];
}

/**
 * A table whose header stands above its first row, and again, for eyes alone, at the top of each page that it goes on
 * to. A row is on one page, unless it is taller than that.
 */
export function tableGroup(pen: Pen, parent: Tag, table: DocumentTable, look: Look, place: Place, room: number): Group {
  const rows = printedRows(table);
  const grid = { pen, place, look, columns: columnsOf(pen, table, rows, look, place) };
  const tag = new Tag(pen.paper, 'Table', parent);
  const body = new Tag(pen.paper, 'TBody', tag);
  const header = headerOf(grid, table, new Tag(pen.paper, 'THead', tag));
  const pieces = rows.flatMap((row, i) => {
    const keep = i === 0 ? rows.length > 1 : i === rows.length - 2;
    return rowPieces(grid, row, body, room - header.piece.height).map((piece) => ({
      ...piece,
      keep: keep && piece.keep,
      onTop: header.onTop,
    }));
  });
  return { before: look.table.before, after: look.table.after, pieces: [header.piece, ...pieces] };
}

/** So many rows tell how wide the columns are to be. */
const SAMPLE = 80;
const ROWS_A_LABEL = 8;

function columnsOf(pen: Pen, table: DocumentTable, rows: string[][], look: Look, { x, width }: Place): Column[] {
  const printed = columnsShown(table);
  const { between } = look.cell;
  const every = Math.ceil(rows.length / SAMPLE);
  const wishes = printed.map(({ column }, i) => {
    const label = wishOf(pen, column.label, look.table, true);
    const cells = rows.map((row) => wishOf(pen, row[i] ?? '', look.table, false));
    const least = cells.reduce((most, cell) => Math.max(most, cell.least), label.least);
    const sample = cells.filter((_, row) => row % every === 0);
    // The header is repeated, so it counts for more than one row.
    const labels = Array.from({ length: 1 + Math.floor(sample.length / ROWS_A_LABEL) }, () => label);
    return { asked: column.width, least, cells: [...labels, ...sample].map(({ natural }) => natural) };
  });
  let left = x;
  return sharedWidths(wishes, width - between * (wishes.length - 1)).map((wide, i) => {
    const at = { left, right: left + wide, ...columnIs(printed[i], table) };
    left += wide + between;
    return at;
  });
}

function columnIs(printed: { column: DocumentColumn; place: number } | undefined, table: DocumentTable) {
  const align = printed?.column.kind === 'number' ? ('right' as const) : ('left' as const);
  return { align, names: printed?.place === table.keyColumn };
}

function wishOf(pen: Pen, text: string, { size }: TextLook, bold: boolean): { natural: number; least: number } {
  let natural = 0;
  let least = 0;
  for (const paragraph of text.split('\n')) {
    let sum = 0;
    for (const token of tokensOf(paragraph)) {
      sum += pen.measure(token, bold, size);
      least = Math.max(least, pen.measure(token.trimEnd(), bold, size));
    }
    natural = Math.max(natural, sum);
  }
  // A hair more, or rounding would break the longest cell.
  return { natural: natural + 0.1, least: least + 0.1 };
}

/** The header as the piece above the first row, and as what is repeated above rows that begin a page. */
function headerOf(grid: Grid, table: DocumentTable, head: Tag): { piece: Drawn; onTop: NonNullable<Drawn['onTop']> } {
  const { pen, look, place, columns } = grid;
  const bold = { ...look.table, bold: true };
  const cells = columnsShown(table).map(({ column }, i) => linesIn(grid, i, column.label, bold));
  const most = Math.max(...cells.map((lines) => lines.length));
  const height = rowHeight(grid, most);
  // Short labels stand on the line, beside the last line of long ones.
  const top = (y: number, lines: Line[]): number => y + look.cell.above + (most - lines.length) * bold.line;
  const draw = (i: number, lines: Line[], y: number): void => drawLines(grid, columns[i], lines, bold, top(y, lines));
  const under = (y: number): void => pen.rule(place.x, y + height, place.width, 1, COLOURS.text);
  const piece: Drawn = {
    ...{ height, gap: 0, keep: true, tag: null },
    draw: (y) => {
      under(y);
      const row = new Tag(pen.paper, 'TR', head);
      for (const [i, lines] of cells.entries())
        cellContent(new Tag(pen.paper, 'TH', row, { scope: 'Column' }), () => draw(i, lines, y));
      head.end();
    },
  };
  const repeat = (y: number): void => {
    under(y);
    artifact(
      pen.paper,
      () => {
        for (const [i, lines] of cells.entries()) draw(i, lines, y);
      },
      'Pagination',
    );
  };
  return { piece, onTop: { height, draw: repeat } };
}

/** A row as one piece, or as several when it is taller than the room that a page has. */
function rowPieces(grid: Grid, texts: string[], body: Tag, room: number): Drawn[] {
  const { pen, look, place, columns } = grid;
  const cells = texts.map((text, i) => linesIn(grid, i, text, look.table));
  const most = Math.max(1, ...cells.map((lines) => lines.length));
  const fits = Math.max(1, Math.floor((room - rowHeight(grid, 0)) / look.table.line));
  const row = new Tag(pen.paper, 'TR', body);
  const tags = columns.map(({ names }) =>
    names ? new Tag(pen.paper, 'TH', row, { scope: 'Row' }) : new Tag(pen.paper, 'TD', row),
  );
  return Array.from({ length: Math.ceil(most / fits) }, (_, slice) => {
    const parts = cells.map((lines) => lines.slice(slice * fits, (slice + 1) * fits));
    const last = (slice + 1) * fits >= most;
    const height = rowHeight(grid, Math.min(fits, most - slice * fits));
    const draw = (y: number): void => {
      if (last) pen.rule(place.x, y + height, place.width, 0.5);
      // In their order, those without words too.
      if (slice === 0) for (const tag of tags) tag.element();
      for (const [i, lines] of parts.entries())
        if (lines.length > 0)
          tags[i]?.content(() => drawLines(grid, columns[i], lines, look.table, y + look.cell.above));
      if (last) row.end();
    };
    return { height, gap: 0, keep: last, tag: null, draw };
  });
}

const rowHeight = ({ look }: Grid, lines: number): number => lines * look.table.line + 2 * look.cell.above + 0.5;

function linesIn({ pen, columns }: Grid, i: number, text: string, look: TextLook): Line[] {
  const column = columns[i];
  return text === '' || !column ? [] : pen.lines([{ text }], look, column.right - column.left);
}

function drawLines({ pen }: Grid, column: Column | undefined, lines: Line[], look: TextLook, y: number): void {
  if (!column) return;
  for (const [i, line] of lines.entries())
    pen.line(line, look, column.align === 'right' ? column.right : column.left, y + i * look.line, column.align);
}

function cellContent(tag: Tag, draw: () => void): void {
  tag.content(draw);
  tag.end();
}
