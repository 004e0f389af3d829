import { Document, Packer } from 'docx';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { docxBody, tablesIn } from './docx/body.ts';
import { docxFooter } from './docx/footer.ts';
import { repacked } from './docx/repack.ts';
import { BULLETS, docxStyles, mm } from './docx/styles.ts';
import { withTables } from './docx/table.ts';
import { properties } from './printed.ts';
import { printedParts } from './printed-parts.ts';
import { PAGE, textLook } from './text-look.ts';

/** The summary as a Word file. The same document gives the same bytes. */
export async function docx(document: SummaryDocument): Promise<Uint8Array> {
  const look = textLook(document);
  const parts = printedParts(document);
  const { side, top, bottom } = look.margin;
  const file = new Document({
    ...properties(document),
    lastModifiedBy: properties(document).creator,
    styles: docxStyles(look),
    numbering: BULLETS,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(PAGE.width), height: mm(PAGE.height) },
            margin: { left: mm(side), right: mm(side), top: mm(top), bottom: mm(bottom), footer: mm(8) },
          },
        },
        footers: { default: docxFooter(document, look) },
        children: docxBody(parts, look),
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return repacked(bytes, document.dated, (xml) => withTables(xml, tablesIn(parts), look));
}
