import { strFromU8 } from 'fflate';
import { type BookFacts, type CellFacts, placeOf, type SheetFacts, type TableFacts } from './spreadsheet-facts.ts';
import { allIn, childrenOf, type Element, readXml, textIn } from './xml-tree.ts';

type Styles = Map<string, Element>;

/** The facts of an OpenDocument spreadsheet. */
export function odsFacts(files: Record<string, Uint8Array>): BookFacts {
  const part = (name: string) => readXml(files[name] ? strFromU8(files[name]) : '');
  const [content, styles, settings, meta] = [
    part('content.xml'),
    part('styles.xml'),
    part('settings.xml'),
    part('meta.xml'),
  ];
  const property = (name: string) => textIn(allIn(meta, name)[0]);
  const named = new Map([styles, content].flatMap((root) => allIn(root, 'style:style').map((s) => [nameOf(s), s])));
  const ranges = allIn(content, 'table:database-range');
  return {
    properties: {
      title: property('dc:title'),
      subject: property('dc:subject'),
      creator: property('dc:creator'),
      language: property('dc:language'),
    },
    front: textIn(setting(settings, 'ActiveTable')),
    macros:
      Object.keys(files).some((name) => /^(Basic|Scripts)\//.test(name)) ||
      allIn(content, 'office:scripts', 'office:event-listeners').length > 0,
    images:
      Object.keys(files).some((name) => /^(Pictures|Object)/.test(name)) ||
      allIn(content, 'draw:image', 'draw:object').length > 0,
    headersOrFooters: allIn(styles, 'style:header', 'style:footer').some(
      (s) => s.attributes['style:display'] !== 'false',
    ),
    sheets: allIn(content, 'table:table').map((table) => sheetFacts(table, named, settings, ranges)),
  };
}

const nameOf = ({ attributes }: Element): string => attributes['style:name'] ?? '';

function setting(from: Element | undefined, name: string): Element | undefined {
  return allIn(from, 'config:config-item').find((item) => item.attributes['config:name'] === name);
}

function sheetFacts(table: Element, styles: Styles, settings: Element, ranges: Element[]): SheetFacts {
  const name = table.attributes['table:name'] ?? '';
  const view = allIn(settings, 'config:config-item-map-entry').find((e) => e.attributes['config:name'] === name);
  const at = (axis: string) => Number(textIn(setting(view, `CursorPosition${axis}`)) || 0);
  const split = (axis: string) => Number(textIn(setting(view, `${axis}SplitMode`)) || 0) > 0;
  const cells = allIn(table, 'table:table-cell', 'table:covered-table-cell');
  const tables = ranges.map(rangeFacts).filter((range) => range.sheet === name);
  const headers = allIn(table, 'table:table-header-rows').flatMap((rows) => childrenOf(rows, 'table:table-row'));
  return {
    name,
    hidden: propertyOf(styles, table.attributes['table:style-name'], 'table:display') === 'false',
    cursor: `${String.fromCharCode(65 + at('X'))}${at('Y') + 1}`,
    hiddenRowsOrColumns: allIn(table, 'table:table-row', 'table:table-column').some(
      ({ attributes }) => (attributes['table:visibility'] ?? 'visible') !== 'visible',
    ),
    merged: cells.some((cell) => cell.name.includes('covered') || /[2-9]|1\d/.test(spans(cell))),
    filters: ranges.some((range) => rangeFacts(range).sheet === name && hasFilter(range)),
    frozen: split('Horizontal') || split('Vertical'),
    floating: allIn(table, 'draw:frame', 'draw:custom-shape', 'office:annotation', 'table:shapes').length > 0,
    cells: cellFacts(table, styles),
    tables: tables.map((range) => ({ ...range, headerRows: range.hasHeader ? headers.length : 0 })),
  };
}

const spans = ({ attributes }: Element): string =>
  `${attributes['table:number-columns-spanned'] ?? ''} ${attributes['table:number-rows-spanned'] ?? ''}`;

function hasFilter(range: Element): boolean {
  return range.attributes['table:display-filter-buttons'] === 'true' || allIn(range, 'table:filter').length > 0;
}

function rangeFacts({ attributes }: Element): Omit<TableFacts, 'headerRows'> & { sheet: string; hasHeader: boolean } {
  const address = attributes['table:target-range-address'] ?? '';
  const [, sheet = '', from = '', to = ''] = /^(.*)\.([A-Z]+\d+):.*\.([A-Z]+\d+)$/.exec(address) ?? [];
  const [first, last] = [placeOf(from), placeOf(to)];
  return {
    name: attributes['table:name'] ?? '',
    sheet: sheet.replace(/^\$?'?|'$/g, '').replaceAll("''", "'"),
    hasHeader: attributes['table:contains-header'] !== 'false',
    ...{ top: first.row, left: first.column, bottom: last.row, right: last.column },
  };
}

function cellFacts(table: Element, styles: Styles): CellFacts[] {
  const found: CellFacts[] = [];
  let row = 1;
  for (const each of allIn(table, 'table:table-row')) {
    let column = 1;
    for (const cell of childrenOf(each)) {
      const paragraphs = childrenOf(cell, 'text:p');
      if (paragraphs.length > 0) found.push({ row, column, ...oneCell(cell, paragraphs, styles) });
      column += Number(cell.attributes['table:number-columns-repeated'] ?? 1);
    }
    row += Number(each.attributes['table:number-rows-repeated'] ?? 1);
  }
  return found;
}

function oneCell(cell: Element, paragraphs: Element[], styles: Styles): Omit<CellFacts, 'row' | 'column'> {
  const { attributes } = cell;
  const of = (property: string) => propertyOf(styles, attributes['table:style-name'], property);
  const spansOfText = allIn(cell, 'text:span').map((span) => span.attributes['text:style-name']);
  return {
    text: paragraphs.map(textIn).join('\n'),
    isNumber: attributes['office:value-type'] !== 'string',
    isFormula: attributes['table:formula'] !== undefined,
    wrapped: of('fo:wrap-option') === 'wrap',
    filled: !['', 'transparent'].includes(of('fo:background-color')),
    superscript: spansOfText.some((style) => propertyOf(styles, style, 'style:text-position') !== ''),
    isLink: allIn(cell, 'text:a').length > 0,
  };
}

/** A property of a style, or of the style that it follows; empty where none says it. */
function propertyOf(styles: Styles, name: string | undefined, property: string): string {
  const style = name === undefined ? undefined : styles.get(name);
  if (!style) return '';
  const own = childrenOf(style)
    .map(({ attributes }) => attributes[property])
    .find((value) => value !== undefined);
  return own ?? propertyOf(styles, style.attributes['style:parent-style-name'], property);
}
