/** A box in a drawing, in px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  key: string;
  text: string;
  /** The point that the label belongs to. */
  at: { x: number; y: number };
  /** Sides to try, the best first. */
  sides: Side[];
  /** Must be written, even over a line. */
  needed: boolean;
}

export type Side = 'above right' | 'below right' | 'above left' | 'below left' | 'right' | 'left';

export interface PlacedLabel extends Box {
  key: string;
  text: string;
}

interface Room {
  width: number;
  height: number;
  font: number;
  /** Marks and words that no label may cover. */
  taken: Box[];
  /** Lines that a label should not cover. */
  lines: Box[];
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Places labels one after the other beside their points; one that is not needed and finds no room is left away. */
export function placeLabels(labels: readonly Label[], room: Room): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const boxes = label.sides.map((side) => boxAt(label, side, room.font));
    const inside = boxes.filter((box) => box.x >= 0 && box.x + box.width <= room.width);
    const free = inside.filter((box) => ![...room.taken, ...placed].some((other) => meets(box, other)));
    const clear = free.find((box) => !room.lines.some((line) => meets(box, line)));
    const box = clear ?? (label.needed ? (free[0] ?? inside[0]) : undefined);
    if (box) placed.push({ key: label.key, text: label.text, ...box });
  }
  return placed;
}

const GAP = 9;

function boxAt({ text, at }: Label, side: Side, font: number): Box {
  const [width, height] = [text.length * font * 0.54, font + 3];
  const beside = side === 'right' || side === 'left';
  const toRight = side.endsWith('right');
  const dx = beside ? GAP + 3 : -2;
  return {
    x: toRight ? at.x + dx : at.x - dx - width,
    y: beside ? at.y - height / 2 : side.startsWith('above') ? at.y - GAP - height : at.y + GAP,
    width,
    height,
  };
}
