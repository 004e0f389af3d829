import type { Workbook } from '../workbook.ts';
import { escapeXml } from '../xml.ts';

/** The parts of an OpenDocument spreadsheet beside its content. */

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'meta', 'config'].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** The list of parts. */
export function manifestXml(type: string): string {
  const parts = ['content', 'styles', 'settings', 'meta'].map(
    (name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`,
  );
  return (
    `${XML}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">` +
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>` +
    `${parts.join('')}</manifest:manifest>`
  );
}

/** Properties: title, subject, who made it, language, and the document's own day as the day it was made. */
export function metaXml({ title, subject, creator, dated }: Workbook): string {
  const [who, when] = [escapeXml(creator), `${dated}T00:00:00`];
  return (
    `${XML}<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta>` +
    '<meta:generator>Strategy tracker</meta:generator>' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject>` +
    `<meta:initial-creator>${who}</meta:initial-creator><dc:creator>${who}</dc:creator>` +
    `<meta:creation-date>${when}</meta:creation-date><dc:date>${when}</dc:date>` +
    '<dc:language>en-GB</dc:language></office:meta></office:document-meta>'
  );
}

/** Letters of 12 points in English, and wide pages that are never wider than a sheet of paper. */
export function stylesXml(): string {
  return (
    `${XML}<office:document-styles ${NAMESPACES} office:version="1.3">` +
    '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss"/>' +
    '</office:font-face-decls><office:styles><style:default-style style:family="table-cell">' +
    '<style:text-properties style:font-name="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/>' +
    '</style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>' +
    '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" ' +
    'fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0" fo:margin="1.5cm"/>' +
    '</style:page-layout></office:automatic-styles><office:master-styles>' +
    '<style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles></office:document-styles>'
  );
}

/** Where the cursor is: A1 of every sheet, the first of them in front. */
export function settingsXml({ sheets }: Workbook): string {
  const cursors = sheets.map(({ name }) => entry(item('CursorPositionX', 0) + item('CursorPositionY', 0), name));
  const front = `<config:config-item config:name="ActiveTable" config:type="string">${escapeXml(sheets[0]?.name ?? '')}</config:config-item>`;
  const tables = `<config:config-item-map-named config:name="Tables">${cursors.join('')}</config:config-item-map-named>`;
  return (
    `${XML}<office:document-settings ${NAMESPACES} xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3">` +
    '<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">' +
    entry(tables + front) +
    '</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  );
}

function item(name: string, value: number): string {
  return `<config:config-item config:name="${name}" config:type="int">${value}</config:config-item>`;
}

function entry(content: string, name?: string): string {
  const named = name === undefined ? '' : ` config:name="${escapeXml(name)}"`;
  return `<config:config-item-map-entry${named}>${content}</config:config-item-map-entry>`;
}
