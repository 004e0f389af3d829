import { strFromU8, unzipSync } from 'fflate';

/** A strict reader of XML for tests: it refuses what is not well formed, and knows no DTD. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const NAME = '[A-Za-z_][\\w.:-]*';
const TOKEN = new RegExp(
  [
    `<(?<open>${NAME})(?<attributes>(?:\\s+${NAME}="[^"<]*")*)\\s*(?<empty>/?)>`,
    `</(?<close>${NAME})\\s*>`,
    '<!--(?!.*?--[^>])[\\s\\S]*?-->',
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** The root element; an error that says where when the text is not well formed. */
export function parseXml(xml: string): XmlElement {
  const fault = (what: string, at: number) => new Error(`${what} at ${at}: ${xml.slice(at, at + 80)}`);
  if (ILLEGAL.test(xml)) throw fault('A character that XML cannot hold', xml.search(ILLEGAL));
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  TOKEN.lastIndex = /^(\uFEFF)?<\?xml [^?]*\?>/.exec(xml)?.[0].length ?? 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const { groups } = TOKEN.exec(xml) ?? {};
    const within = open.at(-1);
    if (!groups || !within) throw fault('Not well formed', at);
    if (groups.text !== undefined) {
      if (within === top && groups.text.trim() !== '') throw fault('Text outside the root', at);
      within.children.push(decoded(groups.text));
    } else if (groups.open !== undefined) {
      const element = { name: groups.open, attributes: attributesIn(groups.attributes ?? ''), children: [] };
      within.children.push(element);
      if (!groups.empty) open.push(element);
    } else if (groups.close !== undefined) {
      if (open.length < 2 || open.pop()?.name !== groups.close) throw fault('Closed, but not open', at);
    }
  }
  const roots = top.children.filter((child) => typeof child !== 'string');
  if (open.length > 1 || roots.length !== 1 || !roots[0]) throw fault('Not one root, or left open', xml.length - 80);
  return roots[0];
}

function attributesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`An attribute twice:${text}`);
  return Object.fromEntries(found);
}

function decoded(text: string): string {
  return text.replace(/&([^;\s]*)(;?)/g, (all, name: string, end: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1] ?? (/^#x[\da-f]+$/i.test(name) ? `0${name.slice(1)}` : undefined);
    const letter = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number(code));
    if (!end || letter === undefined) throw new Error(`Not an entity: ${all}`);
    return letter;
  });
}

/** Every element of this name below, in the order of the text. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

/** What is read: all text below, with `breaks` as line breaks. */
export function textOf(element: XmlElement, breaks = /^(w:br|text:line-break)$/): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : breaks.test(child.name) ? '\n' : textOf(child, breaks)))
    .join('');
}

/** Every XML part of a packed file, read strictly, by its name. */
export function xmlParts(bytes: Uint8Array): Record<string, XmlElement> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels|svg)$/.test(name));
  return Object.fromEntries(
    parts.map(([name, content]) => {
      try {
        return [name, parseXml(strFromU8(content))];
      } catch (error) {
        throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
      }
    }),
  );
}
