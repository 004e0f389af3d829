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
  /** Is written over a line if need be, though never over a mark or a word. */
  needed: boolean;
}

/** Where a label stands; "higher" leaves a line free for a label below it, "lower" for one above it. */
export type Side = `${'above' | 'below' | 'higher' | 'lower'} ${'left' | 'right'}` | 'right' | 'left';

export interface PlacedLabel extends Box {
  /** The text begins, or ends, at the point. */
  anchor: 'start' | 'end';
  key: string;
  text: string;
}

interface Room {
  /** Where the names of the axis end. */
  left: number;
  width: number;
  font: number;
  /** Marks and words that no label may cover. */
  taken: Box[];
  /** Lines that a label should not cover. */
  lines: Box[];
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Places labels one after the other beside their points; one that finds no room is left away. */
export function placeLabels(labels: readonly Label[], room: Room): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const boxes = label.sides.map((side) => ({ anchor: anchorOf(side), ...boxAt(label, side, room.font) }));
    const inside = boxes.filter((box) => box.x >= room.left && box.x + box.width <= room.width);
    const free = inside.filter((box) => ![...room.taken, ...placed].some((other) => meets(box, other)));
    const clear = free.find((box) => !room.lines.some((line) => meets(box, line)));
    const box = clear ?? (label.needed ? free[0] : undefined);
    if (box) placed.push({ key: label.key, text: label.text, ...box });
  }
  return placed;
}

const anchorOf = (side: Side): PlacedLabel['anchor'] => (side.endsWith('right') ? 'start' : 'end');

const GAP = 9;

function boxAt({ text, at }: Label, side: Side, font: number): Box {
  const [width, height] = [text.length * font * 0.54, font + 3];
  const beside = side === 'right' || side === 'left';
  const dx = beside ? GAP + 3 : -2;
  return {
    x: anchorOf(side) === 'start' ? at.x + dx : at.x - dx - width,
    y: at.y + rise(side, height),
    width,
    height,
  };
}

function rise(side: Side, height: number): number {
  if (side.startsWith('above')) return -GAP - height;
  if (side.startsWith('higher')) return -GAP - 2 * height;
  if (side.startsWith('lower')) return GAP + height;
  return side.startsWith('below') ? GAP : -height / 2;
}
