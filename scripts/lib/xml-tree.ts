/** An element of XML: its name with its prefix, its values, and what is in it. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The tree of a well-formed file that a program wrote: no document types, no comments with tags in them. */
export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [part, close, name, attributes, empty] of xml.matchAll(
    /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g,
  )) {
    if (name === undefined) {
      if (!part.startsWith('<')) open.at(-1)?.children.push(unescaped(part));
    } else if (close) {
      open.pop();
    } else {
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [] };
      open.at(-1)?.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('A part of the file is not well-formed XML.');
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...found].map(([, name, double, single]) => [name, unescaped(double ?? single ?? '')]));
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** The elements directly in it, of that name or of all. */
export function childrenOf(element: Element | undefined, name?: string): Element[] {
  const elements = (element?.children ?? []).filter((child) => typeof child !== 'string');
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** Every element of one of those names, however deep, in the order of the file. */
export function allIn(element: Element | undefined, ...names: string[]): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...allIn(child, ...names),
  ]);
}

/** The text in it, without its tags. */
export function textIn(element: Element | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
