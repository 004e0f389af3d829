import { startOfEnd } from '../last-page.ts';
import { contentsOf, type PrintedHeading, type PrintedPart, type Run } from '../printed-parts.ts';
import { drawingSize, type TextLook } from '../text-look.ts';
import { escapeXml } from '../xml.ts';
import { STYLES } from './styles.ts';
import { odtTable, tableStyles } from './table.ts';
import { NAMESPACES, paragraphText, XML_HEAD } from './xml.ts';

/** The part of the file that holds its text. */
export function odtContent(parts: readonly PrintedPart[], look: TextLook): string {
  const tables = parts.filter((part) => part.kind === 'table').map(({ table }) => table);
  const end = startOfEnd(parts);
  const body = parts.map((part, i) => xmlOf(part, parts, look, i >= end ? kept : (style) => style)).join('');
  return `${XML_HEAD}<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${tableStyles(tables, look)}${FRAME}${BULLETS}${KEPT}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** Where the picture of a drawing is in the file, without its ending. */
export function pictureOf(parts: readonly PrintedPart[], part: PrintedPart): string {
  return `Pictures/figure-${parts.filter(({ kind }) => kind === 'drawing').indexOf(part) + 1}`;
}

const FRAME =
  '<style:style style:name="frame" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none" fo:padding="0mm"/></style:style>';

const BULLETS =
  '<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="7mm" fo:text-indent="-5mm" fo:margin-left="7mm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>';

/** The same style, but kept on the page of what follows. */
const kept = (style: string): string => `kept-${style}`;

const KEPT = [
  STYLES.subtitle,
  STYLES.body,
  STYLES.caption,
  STYLES.lead,
  STYLES.note,
  STYLES.by,
  STYLES.item,
  STYLES.lastItem,
]
  .map(
    (style) =>
      `<style:style style:name="${kept(style)}" style:family="paragraph" style:parent-style-name="${style}"><style:paragraph-properties fo:keep-with-next="always"/></style:style>`,
  )
  .join('');

/** `styled` gives the name of a style as it is to be used here. */
function xmlOf(
  part: PrintedPart,
  parts: readonly PrintedPart[],
  look: TextLook,
  styled: (style: string) => string,
): string {
  switch (part.kind) {
    case 'heading':
      return `<text:h text:style-name="Heading_20_${part.level}" text:outline-level="${part.level}"><text:bookmark-start text:name="${escapeXml(part.id)}"/>${paragraphText(part.text)}<text:bookmark-end text:name="${escapeXml(part.id)}"/></text:h>`;
    case 'contents':
      return contents(contentsOf(parts));
    case 'paragraph':
      return `<text:p text:style-name="${styled(STYLES[part.role])}">${runs(part.runs)}</text:p>`;
    case 'list':
      return `<text:list text:style-name="bullets">${part.items.map((item, i) => `<text:list-item><text:p text:style-name="${styled(i === part.items.length - 1 ? STYLES.lastItem : STYLES.item)}">${runs(item)}</text:p></text:list-item>`).join('')}</text:list>`;
    case 'table':
      return odtTable(part.table);
    case 'drawing':
      return drawing(part, pictureOf(parts, part), look);
  }
}

function runs(all: Run[]): string {
  return all
    .map(({ text, bold }) =>
      bold ? `<text:span text:style-name="Strong">${paragraphText(text)}</text:span>` : paragraphText(text),
    )
    .join('');
}

/** Contents with their entries ready: nothing has to be brought up to date. */
function contents(headings: PrintedHeading[]): string {
  const template = [1, 2, 3]
    .map(
      (level) =>
        `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="${level === 3 ? STYLES.contents3 : STYLES.contents2}"><text:index-entry-link-start text:style-name="Internet_20_link"/><text:index-entry-text/><text:index-entry-link-end/></text:table-of-content-entry-template>`,
    )
    .join('');
  const entries = headings
    .map(
      ({ id, level, text }) =>
        `<text:p text:style-name="${level === 2 ? STYLES.contents2 : STYLES.contents3}"><text:a xlink:type="simple" xlink:href="#${escapeXml(id)}" text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link">${paragraphText(text)}</text:a></text:p>`,
    )
    .join('');
  const title = `<text:p text:style-name="${STYLES.contentsTitle}">Contents</text:p>`;
  return `<text:table-of-content text:name="Contents" text:protected="false"><text:table-of-content-source text:outline-level="3"><text:index-title-template text:style-name="${STYLES.contentsTitle}">Contents</text:index-title-template>${template}</text:table-of-content-source><text:index-body><text:index-title text:name="Contents_Head">${title}</text:index-title>${entries}</text:index-body></text:table-of-content>`;
}

function drawing(part: PrintedPart & { kind: 'drawing' }, picture: string, look: TextLook): string {
  const { width, height } = drawingSize(part.drawing, look);
  const image = (ending: string, mediaType: string): string =>
    `<draw:image xlink:href="${picture}.${ending}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="${mediaType}"/>`;
  return `<text:p text:style-name="${STYLES.figure}"><draw:frame draw:style-name="frame" draw:name="${escapeXml(part.title)}" text:anchor-type="as-char" svg:width="${width.toFixed(2)}mm" svg:height="${height.toFixed(2)}mm">${image('svg', 'image/svg+xml')}${image('png', 'image/png')}<svg:title>${escapeXml(part.title)}</svg:title><svg:desc>${escapeXml(part.drawing.alt)}</svg:desc></draw:frame></text:p>`;
}
