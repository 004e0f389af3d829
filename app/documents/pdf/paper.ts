import PDFDocument from 'pdfkit';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { FONT_FILES } from '../font-files.ts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 };

/** What pdfkit is missing for a file that says the same each time and holds only well-formed parts. */
export class Paper extends PDFDocument {
  /** pdfkit writes the title into XML as it is: an ampersand in it would break the metadata. Called by `end`. */
  override endMetadata(): void {
    for (const [key, value] of Object.entries(this.info)) {
      if (typeof value === 'string') Object.assign(this.info, { [key]: inXml(value) });
    }
    super.endMetadata();
  }
}

const inXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\p{Cc}/gu, ' ');

/** An empty tagged file, without pages, that carries the document's own day as its date. */
export function paperFor({ title, subtitle, strategy, dated, version }: SummaryDocument): Paper {
  const day = new Date(`${dated}T12:00:00Z`);
  const subject = version === null ? subtitle : `${subtitle} Version ${version.number}.`;
  return new Paper({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    // @types/pdfkit does not know this subset yet.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    font: FONT_FILES.regular,
    info: { Title: title, Author: strategy.name, Subject: subject, CreationDate: day, ModDate: day },
  });
}

/** The finished file. */
export async function bytesOf(paper: Paper): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  paper.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => paper.on('end', resolve).on('error', reject));
  paper.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
