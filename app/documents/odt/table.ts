import { columnsShown } from '#app/domain/summary/cell-words.ts';
import type { DocumentTable } from '#app/domain/summary/document.ts';
import { columnWidths } from '../column-widths.ts';
import { printedRows } from '../printed.ts';
import { COLOURS, rowsKeptTogether, type TextLook, textWidth } from '../text-look.ts';
import { escapeXml } from '../xml.ts';
import { STYLES } from './styles.ts';
import { paragraphText } from './xml.ts';

/** The styles that these tables need: one a table and column for their widths, and those of rows and cells. */
export function tableStyles(tables: readonly DocumentTable[], look: TextLook): string {
  const whole = textWidth(look);
  const widths = tables.map((table) => {
    const columns = columnWidths(table, whole, look.small).map(
      (width, i) =>
        `<style:style style:name="${nameOf(table)}.${i + 1}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}mm"/></style:style>`,
    );
    const together = rowsKeptTogether(table) === table.rows.length ? ' style:may-break-between-rows="false"' : '';
    return `<style:style style:name="${nameOf(table)}" style:family="table"><style:table-properties style:width="${whole}mm"${together} table:align="left" fo:margin-bottom="${look.after * 1.5}mm"/></style:style>${columns.join('')}`;
  });
  return `${widths.join('')}${cellStyle('cell', look, `0.5pt solid #${COLOURS.line}`)}${cellStyle('head', look, `1.5pt solid #${COLOURS.text}`)}<style:style style:name="row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>`;
}

function cellStyle(name: string, { cell }: TextLook, line: string): string {
  return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding-left="0mm" fo:padding-right="2mm" fo:padding-top="${cell}mm" fo:padding-bottom="${cell}mm" fo:border-left="none" fo:border-right="none" fo:border-top="none" fo:border-bottom="${line}"/></style:style>`;
}

const nameOf = ({ id }: DocumentTable): string => escapeXml(id.replaceAll('.', '-'));

/** A table with its header rows marked, so that they are repeated on each page; no row is cut by the end of a page. */
export function odtTable(table: DocumentTable): string {
  const columns = columnsShown(table).map(({ column }) => column);
  const name = nameOf(table);
  const numbers = columns.map(({ kind }) => kind === 'number');
  const row = (texts: string[], cell: string, style: (number: boolean) => string): string =>
    `<table:table-row table:style-name="row">${texts.map((text, i) => `<table:table-cell table:style-name="${cell}" office:value-type="string"><text:p text:style-name="${style(numbers[i] === true)}">${paragraphText(text)}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const labels = columns.map(({ label }) => label);
  const head = row(labels, 'head', (number) => (number ? STYLES.headNumber : STYLES.head));
  const rows = printedRows(table).map((texts) =>
    row(texts, 'cell', (number) => (number ? STYLES.number : STYLES.cell)),
  );
  return `<table:table table:name="${name}" table:style-name="${name}">${columns.map((_, i) => `<table:table-column table:style-name="${name}.${i + 1}"/>`).join('')}<table:table-header-rows>${head}</table:table-header-rows>${rows.join('')}</table:table>`;
}
