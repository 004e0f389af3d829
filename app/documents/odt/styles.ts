import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { shortTitle } from '../printed.ts';
import { COLOURS, FONT, PAGE, type TextLook, textWidth } from '../text-look.ts';
import { escapeXml } from '../xml.ts';
import { NAMESPACES, XML_HEAD } from './xml.ts';

/** The style of each kind of paragraph, by its name in the file; people see it with spaces. */
export const STYLES = {
  subtitle: 'Subtitle',
  body: 'Text_20_body',
  caption: 'Caption',
  lead: 'Lead',
  note: 'Note',
  by: 'By',
  item: 'List_20_Bullet',
  lastItem: 'List_20_Bullet_20_End',
  figure: 'Figure',
  cell: 'Table_20_Contents',
  number: 'Table_20_Number',
  head: 'Table_20_Heading',
  headNumber: 'Table_20_Heading_20_Number',
  contentsTitle: 'Contents_20_Heading',
  contents2: 'Contents_20_2',
  contents3: 'Contents_20_3',
  footer: 'Footer',
} as const;

/** The part of the file that holds its styles, its page and the foot of every page. */
export function odtStyles(document: SummaryDocument, look: TextLook): string {
  return `${XML_HEAD}<office:document-styles ${NAMESPACES} office:version="1.3"><office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="${FONT}" style:font-family-generic="swiss"/></office:font-face-decls><office:styles>${defaults(look)}${headings(look)}${paragraphs(look)}<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#${COLOURS.link}" style:text-underline-style="solid"/></style:style>${outline()}</office:styles>${page(document, look)}</office:document-styles>`;
}

function defaults({ body }: TextLook): string {
  return `<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="1.25cm"/><style:text-properties style:font-name="${FONT}" fo:font-size="${body}pt" fo:language="en" fo:country="GB" fo:color="#${COLOURS.text}"/></style:default-style><style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>`;
}

/** Before and after are millimetres, the size points. */
interface Paragraph {
  size?: number;
  before?: number;
  after?: number;
  line?: number;
  more?: string;
  letters?: string;
}

function paragraph(name: string, parent: string, style: Paragraph, level?: number): string {
  const shown = name.replaceAll('_20_', ' ');
  const { before = 0, after = 0, line, size, more = '', letters = '' } = style;
  const outlined = level ? ` style:default-outline-level="${level}" style:next-style-name="${STYLES.body}"` : '';
  const height = line ? ` fo:line-height="${Math.round(line * 100)}%"` : '';
  return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="${parent}"${outlined} style:class="text"><style:paragraph-properties fo:margin-top="${before}mm" fo:margin-bottom="${after}mm"${height}${more}/><style:text-properties${size ? ` fo:font-size="${size}pt"` : ''}${letters}/></style:style>`;
}

const BOLD = ' fo:font-weight="bold"';
const QUIET = ` fo:color="#${COLOURS.quiet}"`;
const KEEP = ' fo:keep-with-next="always" fo:keep-together="always"';
const RIGHT = ' fo:text-align="end"';

function headings({ headings: looks }: TextLook): string {
  return ([1, 2, 3, 4] as const)
    .map((level) => paragraph(`Heading_20_${level}`, 'Standard', { ...looks[level], more: KEEP, letters: BOLD }, level))
    .join('');
}

function paragraphs({ line, after, small, headings: { 3: third } }: TextLook): string {
  const quiet = { size: small, letters: QUIET, line };
  return [
    paragraph(STYLES.body, 'Standard', { after, line }),
    paragraph(STYLES.subtitle, STYLES.body, { after, line, letters: QUIET }),
    paragraph(STYLES.caption, 'Standard', { before: after * 1.5, after: after / 2, line, more: KEEP, letters: BOLD }),
    paragraph(STYLES.lead, STYLES.body, { ...quiet, after, more: KEEP }),
    paragraph(STYLES.note, STYLES.body, { ...quiet, after, more: ' fo:keep-together="always"' }),
    paragraph(STYLES.by, STYLES.body, { ...quiet, after }),
    paragraph(STYLES.item, STYLES.body, { after: after / 2, line }),
    paragraph(STYLES.lastItem, STYLES.item, { after, line }),
    paragraph(STYLES.figure, STYLES.body, { after, more: KEEP }),
    paragraph(STYLES.cell, 'Standard', { size: small }),
    paragraph(STYLES.number, STYLES.cell, { size: small, more: RIGHT }),
    paragraph(STYLES.head, STYLES.cell, { size: small, more: KEEP, letters: BOLD }),
    paragraph(STYLES.headNumber, STYLES.head, { size: small, more: KEEP + RIGHT }),
    paragraph(STYLES.contentsTitle, 'Standard', { before: 6, after: 1.5, size: third.size, more: KEEP, letters: BOLD }),
    paragraph(STYLES.contents2, STYLES.body, { after: 0.8, line }),
    paragraph(STYLES.contents3, STYLES.body, { after: 0.5, line, size: small, more: ' fo:margin-left="7mm"' }),
  ].join('');
}

/** Which heading is which level, for the navigator and for contents that somebody makes anew. */
function outline(): string {
  const levels = [1, 2, 3, 4].map((level) => `<text:outline-level-style text:level="${level}" style:num-format=""/>`);
  return `<text:outline-style style:name="Outline">${levels.join('')}</text:outline-style>`;
}

function page(document: SummaryDocument, look: TextLook): string {
  const { side, top, bottom } = look.margin;
  const marking =
    document.marking === null
      ? ''
      : `<text:span text:style-name="Strong">${escapeXml(document.marking)}</text:span><text:s text:c="3"/>`;
  return `<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${PAGE.width}mm" fo:page-height="${PAGE.height}mm" style:print-orientation="portrait" fo:margin-left="${side}mm" fo:margin-right="${side}mm" fo:margin-top="${top}mm" fo:margin-bottom="8mm"/><style:footer-style><style:header-footer-properties fo:min-height="${bottom - 8}mm" fo:margin-top="3mm"/></style:footer-style></style:page-layout><style:style style:name="${STYLES.footer}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="${textWidth(look)}mm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="${look.small}pt" fo:color="#${COLOURS.quiet}"/></style:style></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:footer><text:p text:style-name="${STYLES.footer}">${marking}${escapeXml(shortTitle(document))}<text:tab/>Page <text:page-number text:select-page="current">1</text:page-number> of <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>`;
}
