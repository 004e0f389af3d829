import { escapeXml } from '../xml.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Kinds of relationship between the parts of the file. */
export const RELATION = `${OFFICE}/relationships`;
export const CORE_RELATION = `${PACKAGE}/relationships/metadata/core-properties`;
export const CORE = `${PACKAGE}/metadata/core-properties`;
export const PROPERTIES = `${OFFICE}/extended-properties`;
export const TYPES = `${PACKAGE}/content-types`;
export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const WITH_RELATIONS = `xmlns:r="${RELATION}"`;

/** Text in Excel's XML, which reads `_x0041_` as a letter unless its first mark is written in that way itself. */
export function xlsxText(text: string): string {
  return escapeXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The name of a sheet as an address has it. */
export function quotedSheet(name: string): string {
  return escapeXml(`'${name.replaceAll("'", "''")}'`);
}

/** A list of relationships. */
export function relationsXml(relations: readonly { id: string; type: string; target: string }[]): string {
  const lines = relations.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}
