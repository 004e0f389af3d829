import { Paragraph } from 'docx';
import { columnsShown } from '#app/domain/summary/cell-words.ts';
import type { DocumentTable } from '#app/domain/summary/document.ts';
import { columnWidths } from '../column-widths.ts';
import { printedRows } from '../printed.ts';
import { COLOURS, rowsKeptTogether, type TextLook, textWidth } from '../text-look.ts';
import { escapeXml } from '../xml.ts';
import { mm, STYLES } from './styles.ts';

/**
 * Tables are written here and not by the library, which builds an object for every cell: 10,000 rows took it six times as
 * long and five times the memory. In its file each table has a place, a paragraph of a style that nothing else has.
 */
const PLACE_STYLE = 'TablePlace';
const PLACE = new RegExp(
  `<w:p><w:pPr><w:pStyle w:val="${PLACE_STYLE}"/></w:pPr><w:r><w:t xml:space="preserve">(\\d+)</w:t></w:r></w:p>`,
  'g',
);

/** Where the table of this number is to stand. */
export function placeOfTable(number: number): Paragraph {
  return new Paragraph({ style: PLACE_STYLE, text: String(number) });
}

/** The text of a Word file with its tables in their places. */
export function withTables(xml: string, tables: readonly DocumentTable[], look: TextLook): string {
  return xml.replace(PLACE, (place, number) => {
    const table = tables[Number(number)];
    return table ? tableXml(table, look) : place;
  });
}

/** As wide as the text, its header row marked as one and repeated on each page, no row cut by the end of a page. */
function tableXml(table: DocumentTable, look: TextLook): string {
  const widths = columnWidths(table, textWidth(look), look.small).map(mm);
  const columns = columnsShown(table).map(({ column }, i) => ({
    label: column.label,
    toTheRight: column.kind === 'number' ? '<w:jc w:val="right"/>' : '',
    width: `<w:tcW w:w="${widths[i]}" w:type="dxa"/>`,
  }));
  const row = (properties: string, style: string, borders: string, texts: string[], keep = ''): string => {
    const cells = columns.map(
      ({ width, toTheRight }, i) =>
        `<w:tc><w:tcPr>${width}${borders}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}${toTheRight}</w:pPr>${runXml(texts[i] ?? '')}</w:p></w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}</w:tr>`;
  };
  const labels = columns.map(({ label }) => label);
  const head = row('<w:tblHeader/>', STYLES.head, `<w:tcBorders>${border('bottom', 12, 'text')}</w:tcBorders>`, labels);
  const kept = rowsKeptTogether(table);
  const rows = printedRows(table).map((texts, i) =>
    row('', STYLES.cell, '', texts, i < kept - 1 ? '<w:keepNext/>' : ''),
  );
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl>${propertiesXml(table, look)}<w:tblGrid>${grid}</w:tblGrid>${head}${rows.join('')}</w:tbl>`;
}

function propertiesXml({ title }: DocumentTable, look: TextLook): string {
  const padding = `<w:tblCellMar><w:top w:w="${mm(look.cell)}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="${mm(look.cell)}" w:type="dxa"/><w:right w:w="${mm(2)}" w:type="dxa"/></w:tblCellMar>`;
  const borders = `<w:tblBorders>${border('bottom', 4, 'line')}${border('insideH', 4, 'line')}</w:tblBorders>`;
  const first =
    '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>';
  return `<w:tblPr><w:tblW w:w="${mm(textWidth(look))}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${padding}${first}<w:tblCaption w:val="${escapeXml(title).replaceAll('\n', ' ')}"/></w:tblPr>`;
}

/** A line in eighths of a point. */
function border(side: string, size: number, colour: keyof typeof COLOURS): string {
  return `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${COLOURS[colour]}"/>`;
}

function runXml(text: string): string {
  const lines = escapeXml(text).split('\n');
  return `<w:r>${lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join('<w:br/>')}</w:r>`;
}
