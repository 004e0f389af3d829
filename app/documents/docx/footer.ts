import { Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { printable } from '../printable.ts';
import { shortTitle } from '../printed.ts';
import { type TextLook, textWidth } from '../text-look.ts';
import { mm, STYLES } from './styles.ts';

/** The foot of every page: marking, short title, "Page 2 of 9". */
export function docxFooter(document: SummaryDocument, look: TextLook): Footer {
  const marking =
    document.marking === null ? [] : [new TextRun({ text: `${printable(document.marking)}   `, bold: true })];
  return new Footer({
    children: [
      new Paragraph({
        style: STYLES.footer,
        tabStops: [{ type: TabStopType.RIGHT, position: mm(textWidth(look)) }],
        children: [
          ...marking,
          new TextRun(shortTitle(document)),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
