import { strFromU8 } from 'fflate';
import { type BookFacts, type CellFacts, placeOf, type SheetFacts, type TableFacts } from './spreadsheet-facts.ts';
import { allIn, childrenOf, type Element, readXml, textIn } from './xml-tree.ts';

type Files = Record<string, Uint8Array>;

/** What the formats of cells say, by their place in the list. */
type Formats = { wrapped: boolean; filled: boolean; superscript: boolean }[];

/** The facts of an Excel file. */
export function xlsxFacts(files: Files): BookFacts {
  const book = part(files, 'xl/workbook.xml');
  const core = part(files, 'docProps/core.xml');
  const property = (name: string) => textIn(allIn(core, name)[0]);
  const targets = relations(files, 'xl/_rels/workbook.xml.rels');
  const formats = formatsIn(part(files, 'xl/styles.xml'));
  const shared = allIn(part(files, 'xl/sharedStrings.xml'), 'si').map(textIn);
  const list = allIn(book, 'sheet');
  const front = Number(allIn(book, 'workbookView')[0]?.attributes['activeTab'] ?? 0);
  const names = Object.keys(files);
  const parts = list.map(({ attributes }) => `xl/${targets.get(attributes['r:id'] ?? '')}`);
  return {
    properties: {
      title: property('dc:title'),
      subject: property('dc:subject'),
      creator: property('dc:creator'),
      language: property('dc:language'),
    },
    front: list[front]?.attributes['name'] ?? '',
    macros: names.some((name) => /vbaProject|macrosheets/.test(name)),
    images: names.some((name) => /^xl\/(media|charts|embeddings)\//.test(name)),
    headersOrFooters: parts.some((name) => textIn(allIn(part(files, name), 'headerFooter')[0]).trim() !== ''),
    sheets: list.map(({ attributes }, i) => ({
      name: attributes['name'] ?? '',
      hidden: (attributes['state'] ?? 'visible') !== 'visible',
      ...sheetFacts(files, parts[i] ?? '', formats, shared),
    })),
  };
}

function part(files: Files, name: string): Element {
  return readXml(files[name] ? strFromU8(files[name]) : '');
}

function relations(files: Files, name: string): Map<string, string> {
  const list = allIn(part(files, name), 'Relationship');
  return new Map(list.map(({ attributes }) => [attributes['Id'] ?? '', attributes['Target'] ?? '']));
}

function formatsIn(styles: Element): Formats {
  const fills = childrenOf(allIn(styles, 'fills')[0]).map(
    (fill) => allIn(fill, 'patternFill')[0]?.attributes['patternType'],
  );
  const fonts = childrenOf(allIn(styles, 'fonts')[0]).map((font) => allIn(font, 'vertAlign').length > 0);
  return childrenOf(allIn(styles, 'cellXfs')[0]).map((format) => ({
    wrapped: allIn(format, 'alignment')[0]?.attributes['wrapText'] === '1',
    filled: (fills[Number(format.attributes['fillId'] ?? 0)] ?? 'none') !== 'none',
    superscript: fonts[Number(format.attributes['fontId'] ?? 0)] ?? false,
  }));
}

function sheetFacts(
  files: Files,
  name: string,
  formats: Formats,
  shared: string[],
): Omit<SheetFacts, 'name' | 'hidden'> {
  const sheet = part(files, name);
  const targets = [...relations(files, name.replace(/([^/]+)$/, '_rels/$1.rels')).values()];
  const tables = targets.filter((target) => /tables\//.test(target)).map((target) => `xl/${target.replace('../', '')}`);
  const links = allIn(sheet, 'hyperlink').map(({ attributes }) => attributes['ref']);
  const selections = allIn(sheet, 'selection');
  return {
    cursor: selections[0]?.attributes['activeCell'] ?? 'A1',
    hiddenRowsOrColumns: allIn(sheet, 'row', 'col').some(({ attributes }) => attributes['hidden'] === '1'),
    merged: allIn(sheet, 'mergeCell').length > 0,
    filters:
      allIn(sheet, 'autoFilter').length > 0 ||
      tables.some((table) => allIn(part(files, table), 'autoFilter').length > 0),
    frozen: allIn(sheet, 'pane').length > 0,
    floating: targets.some((target) => /drawings?\/|comments/.test(target)),
    cells: allIn(sheet, 'c').flatMap((cell) => cellFacts(cell, formats, shared, links)),
    tables: tables.map((table) => tableFacts(part(files, table))),
  };
}

function cellFacts(cell: Element, formats: Formats, shared: string[], links: (string | undefined)[]): CellFacts[] {
  const { r = '', t = 'n', s = '0' } = cell.attributes;
  const raw = textIn(t === 'inlineStr' ? childrenOf(cell, 'is')[0] : childrenOf(cell, 'v')[0]);
  const text = t === 's' ? (shared[Number(raw)] ?? '') : raw;
  const format = formats[Number(s)] ?? { wrapped: false, filled: false, superscript: false };
  const superscript = format.superscript || allIn(cell, 'vertAlign').length > 0;
  const isFormula = childrenOf(cell, 'f').length > 0;
  if (text === '' && !isFormula) return [];
  return [{ ...placeOf(r), text, isNumber: t === 'n', isFormula, ...format, superscript, isLink: links.includes(r) }];
}

function tableFacts(root: Element): TableFacts {
  const { name = '', ref = '', headerRowCount = '1' } = childrenOf(root)[0]?.attributes ?? {};
  const [from = '', to = ''] = ref.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  return {
    name,
    headerRows: Number(headerRowCount),
    ...{ top: first.row, left: first.column, bottom: last.row, right: last.column },
  };
}
