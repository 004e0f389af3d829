declare module 'svg-to-pdfkit' {
  interface SvgOptions {
    width: number;
    height: number;
    /** A unit of the SVG is a point, not three quarters of one. */
    assumePt: boolean;
    fontCallback: (family: string, bold: boolean) => string;
    warningCallback: (message: string) => void;
  }
  /** Draws the SVG on the current page, scaled into the box. */
  export default function SVGtoPDF(
    doc: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: SvgOptions,
  ): void;
}
