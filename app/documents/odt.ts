import { strToU8, type Zippable, zipSync } from 'fflate';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { odtContent, pictureOf } from './odt/content.ts';
import { odtStyles } from './odt/styles.ts';
import { NAMESPACES, XML_HEAD } from './odt/xml.ts';
import { pngOf } from './png.ts';
import { properties } from './printed.ts';
import { type PrintedPart, printedParts } from './printed-parts.ts';
import { textLook } from './text-look.ts';
import { escapeXml } from './xml.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';
const MEDIA_TYPES: Record<string, string> = { xml: 'text/xml', svg: 'image/svg+xml', png: 'image/png' };

/** The summary as OpenDocument text (ODF 1.3). The same document gives the same bytes. */
export function odt(document: SummaryDocument): Uint8Array {
  const look = textLook(document);
  const parts = printedParts(document);
  const files: Record<string, Uint8Array> = {
    'content.xml': strToU8(odtContent(parts, look)),
    'styles.xml': strToU8(odtStyles(document, look)),
    'settings.xml': strToU8(SETTINGS),
    'meta.xml': strToU8(meta(document)),
    ...pictures(parts),
  };
  const mtime = `${document.dated}T00:00:00`;
  const zipped: Zippable = {
    // First and not packed, so that the type can be read from the first bytes of the file.
    mimetype: [strToU8(MEDIA_TYPE), { level: 0, mtime }],
    'META-INF/manifest.xml': [strToU8(manifest(Object.keys(files))), { mtime }],
  };
  for (const [name, bytes] of Object.entries(files))
    zipped[name] = [bytes, { mtime, level: name.endsWith('.png') ? 0 : 6 }];
  return zipSync(zipped);
}

function pictures(parts: readonly PrintedPart[]): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const part of parts) {
    if (part.kind !== 'drawing') continue;
    files[`${pictureOf(parts, part)}.svg`] = strToU8(part.drawing.svg);
    files[`${pictureOf(parts, part)}.png`] = pngOf(part.drawing);
  }
  return files;
}

/** Between two paragraphs stands the greater of their spaces, as in Word, not both. */
const SETTINGS = `${XML_HEAD}<office:document-settings ${NAMESPACES} xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:configuration-settings"><config:config-item config:name="AddParaTableSpacing" config:type="boolean">false</config:config-item></config:config-item-set></office:settings></office:document-settings>`;

function meta(document: SummaryDocument): string {
  const { title, subject, creator } = properties(document);
  const when = `${document.dated}T00:00:00`;
  return `${XML_HEAD}<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><meta:generator>Strategy tracker</meta:generator><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><meta:initial-creator>${escapeXml(creator)}</meta:initial-creator><dc:creator>${escapeXml(creator)}</dc:creator><meta:creation-date>${when}</meta:creation-date><dc:date>${when}</dc:date><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;
}

function manifest(names: string[]): string {
  const entry = (name: string, mediaType: string, version = ''): string =>
    `<manifest:file-entry manifest:full-path="${name}"${version} manifest:media-type="${mediaType}"/>`;
  const entries = names.map((name) => entry(name, MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? ''));
  return `${XML_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', MEDIA_TYPE, ' manifest:version="1.3"')}${entries.join('')}</manifest:manifest>`;
}
