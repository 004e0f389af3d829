import { MAIN, XML } from './names.ts';

/** The formats of cells, in the order in which the file lists them. */
const FORMATS = ['text', 'code', 'number', 'head', 'headNumber', 'title', 'line', 'link'] as const;

/** The place of each format in the file. */
export const FORMAT = Object.fromEntries(FORMATS.map((name, place) => [name, place])) as Record<
  (typeof FORMATS)[number],
  number
>;

const TOP = 'vertical="top"';
const WRAP = 'wrapText="1"';
/** Away from the words of the next column. */
const RIGHT = 'horizontal="right" indent="1"';
const ALIGNMENT: Record<(typeof FORMATS)[number], string> = {
  text: `${TOP} ${WRAP}`,
  code: `${RIGHT} ${TOP} ${WRAP}`,
  number: `${RIGHT} ${TOP} ${WRAP}`,
  head: `vertical="bottom" ${WRAP}`,
  headNumber: `${RIGHT} vertical="bottom" ${WRAP}`,
  title: TOP,
  line: TOP,
  link: `${TOP} ${WRAP}`,
};

/** Places in the lists of letters and of borders; 0 where none is named. */
const FONT: Partial<Record<(typeof FORMATS)[number], number>> = { head: 1, headNumber: 1, title: 2, link: 3 };
const BORDER: Partial<Record<(typeof FORMATS)[number], number>> = { head: 1, headNumber: 1 };

const font = (before: string, size: number, colour: string): string =>
  `<font>${before}<sz val="${size}"/><color rgb="FF${colour}"/><name val="Arial"/><family val="2"/></font>`;

const format = (name: (typeof FORMATS)[number], number = 0, border = BORDER[name] ?? 0): string =>
  `<xf numFmtId="${number}" fontId="${FONT[name] ?? 0}" fillId="0" borderId="${border}" xfId="0" ` +
  `${number === 0 ? '' : 'applyNumberFormat="1" '}applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${ALIGNMENT[name]}/></xf>`;

/** The place of the format of cells to write in, which only workbooks that have such list. */
export const TYPED_FORMAT = FORMATS.length;
/** Excel's own format of text: nothing that is typed becomes a number or a date. */
const TEXT_FORMAT = 49;
const PLAIN_BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="medium"><color rgb="FF0B0C0C"/></bottom><diagonal/></border>',
];
const side = (name: string): string => `<${name} style="thin"><color rgb="FF505A5F"/></${name}>`;
const BOX = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;

/**
 * Letters of 12 points; headers bold above a line; links blue and underlined. No fills: the two listed are what Excel asks
 * for. `typed`: there are cells to write in, with a box around them.
 */
export function stylesXml(typed: boolean): string {
  const formats = FORMATS.map((name) => format(name));
  const borders = [...PLAIN_BORDERS];
  if (typed) formats.push(format('text', TEXT_FORMAT, borders.push(BOX) - 1));
  return (
    `${XML}<styleSheet ${MAIN}><fonts count="4">${font('', 12, '0B0C0C')}${font('<b/>', 12, '0B0C0C')}` +
    `${font('<b/>', 15, '0B0C0C')}${font('<u/>', 12, '1D70B8')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="${borders.length}">${borders.join('')}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
