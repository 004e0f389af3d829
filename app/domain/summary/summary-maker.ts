import type { DoneAgainstPromised } from '../done-against-promised.ts';
import type { IndicatorView } from '../indicators/indicator.ts';
import type { LateByRow } from '../late-by.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import type { Drawing, SummaryDocument } from './document.ts';
import type { SummaryFormat } from './summary-formats.ts';

/** A figure that can be drawn, with the rows that its drawing is made from. `id` is unique in the document. */
export type Drawable = { id: string } & (
  | { figure: 'milestones-by-quarter'; rows: QuarterCounts[] }
  | { figure: 'done-against-promised'; rows: DoneAgainstPromised[] }
  | { figure: 'late-by'; rows: LateByRow[] }
  | { figure: 'indicator'; indicator: IndicatorView }
);

/** One file of a summary, ready to be stored or sent. */
export interface SummaryFile {
  /** `summary.docx` */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * What a summary is made with. Handed to the domain, which knows neither file formats nor drawings: the site hands in its
 * own (app/summary-maker.server.ts).
 */
export interface SummaryMaker {
  /** Security marking of what is internal. */
  marking: string;
  /** Null where there is nothing to draw. */
  draw: (drawable: Drawable) => Drawing | null;
  /** The document in one format. */
  file: (document: SummaryDocument, format: SummaryFormat) => Promise<SummaryFile>;
  /** Every file of the document, in the order of SUMMARY_FORMATS. */
  files: (document: SummaryDocument) => Promise<SummaryFile[]>;
}
