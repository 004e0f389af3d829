import type { Paper } from './paper.ts';

/** What a tag says of itself beside its name. */
export interface TagOptions {
  alt?: string;
  scope?: 'Row' | 'Column';
  /** Left, top, right and bottom from the top of the page. */
  bbox?: [number, number, number, number];
  placement?: 'Block';
}

/**
 * A part of the tag tree, put into it when its first content is drawn. Its content may be on several pages. What a tag
 * holds is released when it has ended, so a long table does not stay in memory.
 */
export class Tag {
  #element: PDFKit.PDFStructureElement | null = null;

  constructor(
    readonly paper: Paper,
    readonly type: string,
    readonly parent: Tag | null,
    readonly options: TagOptions = {},
  ) {}

  /** The element itself, put into the tree below its parent if it is not yet there. */
  element(): PDFKit.PDFStructureElement {
    if (this.#element) return this.#element;
    this.#element = this.paper.struct(this.type, this.options);
    if (this.parent) this.parent.element().add(this.#element);
    else this.paper.addStructure(this.#element);
    return this.#element;
  }

  /** Draws content of it on the current page. Artifacts must not be drawn in it. */
  content(draw: () => void): void {
    this.element().add(draw);
  }

  /** Nothing more comes into it. A cell without words is put into the tree here. */
  end(): void {
    this.element().end();
  }
}

/** Draws what readers of tags pass over: lines, fills, what is repeated. */
export function artifact(paper: Paper, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  paper.markContent('Artifact', { type });
  draw();
  paper.endMarkedContent();
}
