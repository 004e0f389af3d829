import { PAGE, type Paper } from './paper.ts';

/** What readers find a heading by: the outline beside the pages, and a name for links. */
export interface Outline {
  /** Notes the heading on the current page with its top at `y`; without an id nothing links to it. */
  mark: (heading: { level: number; text: string; id?: string }, y: number) => void;
}

/** What pdfkit takes for an item of the outline; the types know only the first. */
interface ItemOptions {
  expanded: boolean;
  fit: boolean;
  top: number;
  left: number;
}

/** A little above the heading, so that it is not at the very edge of the window. */
const ABOVE = 10;

/** The outline of the file, in which a heading is below the last one of a higher level. */
export function outlineOf(paper: Paper): Outline {
  const open: { level: number; item: PDFKit.PDFOutline }[] = [{ level: 1, item: paper.outline }];
  return {
    mark: ({ level, text, id }, y) => {
      const top = Math.max(0, y - ABOVE);
      if (id !== undefined) paper.addNamedDestination(id, 'XYZ', 0, top, null);
      if (level === 1) return;
      while ((open.at(-1)?.level ?? 1) >= level && open.length > 1) open.pop();
      // pdfkit takes the left away from the width of the page.
      const options: ItemOptions = { expanded: false, fit: false, top, left: PAGE.width };
      const item = (open.at(-1)?.item ?? paper.outline).addItem(text, options);
      open.push({ level, item });
    },
  };
}
