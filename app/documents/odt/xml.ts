import { escapeXml } from '../xml.ts';

/** Text in a paragraph: line breaks kept, and spaces that would otherwise be taken together. */
export function paragraphText(text: string): string {
  return escapeXml(text)
    .replace(/\t/g, ' ')
    .replace(/^ +| {2,}/gm, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replace(/\n/g, '<text:line-break/>');
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The names that every part of the file may use. */
export const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'meta'].map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`),
  `xmlns:draw="${OASIS}drawing:1.0"`,
  `xmlns:fo="${OASIS}xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** The first line of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
