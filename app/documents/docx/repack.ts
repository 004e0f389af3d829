import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Day } from '#app/domain/partial-date.ts';

/**
 * The same file without what the library takes from the moment: dates in the properties, times in the archive. The
 * library leaves three things out, which are put in: each bookmark's own number, the language among the properties, and
 * which style is that of plain text. `withTables` puts the tables into the text.
 */
export function repacked(bytes: Uint8Array, dated: Day, withTables: (xml: string) => string): Uint8Array {
  const mends: Record<string, (xml: string) => string> = {
    'docProps/core.xml': (xml) => withDates(xml, dated),
    'word/document.xml': (xml) => withTables(withBookmarkNumbers(xml)),
    'word/styles.xml': (xml) => xml.replace(' w:styleId="Normal"', ' w:default="1" w:styleId="Normal"'),
  };
  const mtime = `${dated}T00:00:00`;
  const packed = unzipSync(bytes);
  const files: Zippable = {};
  for (const name of inOrder(Object.keys(packed))) {
    const content = packed[name] ?? new Uint8Array();
    const mend = mends[name];
    const bytes = mend ? strToU8(mend(strFromU8(content))) : content;
    files[name] = [bytes, { mtime, level: name.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(files);
}

const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/** Files without folders; what tells a program the type of the whole comes first. */
function inOrder(names: string[]): string[] {
  return [...FIRST, ...names.filter((name) => !FIRST.includes(name) && !name.endsWith('/'))];
}

function withDates(xml: string, dated: Day): string {
  return xml
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${dated}T00:00:00Z`)
    .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>');
}

function withBookmarkNumbers(xml: string): string {
  let number = 0;
  return xml.replace(/<w:bookmark(Start|End)\b[^>]*>/g, (tag, end) => {
    if (end === 'Start') number += 1;
    return tag.replace(/ w:id="[^"]*"/, ` w:id="${number}"`);
  });
}
