import { strToU8, type ZipOptions, zipSync } from 'fflate';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { odsContent } from './ods/content.ts';
import { manifestXml, metaXml, settingsXml, stylesXml } from './ods/parts.ts';
import { type Workbook, workbookOf } from './workbook.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** The summary as an OpenDocument spreadsheet. The same document gives the same bytes. */
export function ods(document: SummaryDocument): Uint8Array {
  return odsFile(workbookOf(document));
}

/** A workbook as an OpenDocument 1.3 spreadsheet. */
export function odsFile(book: Workbook): Uint8Array {
  const packed: ZipOptions = { level: 6, mtime: `${book.dated}T00:00:00` };
  const xml = (text: string): [Uint8Array, ZipOptions] => [strToU8(text), packed];
  return zipSync({
    // First and not packed, so that programs see the type in the first bytes.
    mimetype: [strToU8(TYPE), { ...packed, level: 0 }],
    'META-INF/manifest.xml': xml(manifestXml(TYPE)),
    'content.xml': xml(odsContent(book)),
    'styles.xml': xml(stylesXml()),
    'settings.xml': xml(settingsXml(book)),
    'meta.xml': xml(metaXml(book)),
  });
}
