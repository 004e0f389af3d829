import { printable } from './printable.ts';

/** What needs more than copying: marks of XML, control characters, halves of letters, and two that are no letters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as it stands in XML, between tags or in a value, without what XML cannot hold. Line ends become `\n`. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return printable(text).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
