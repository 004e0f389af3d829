import { parse } from 'csv-parse/sync';

/** One answer of the server, read as a reader would: its words without markup. */
export interface Page {
  status: number;
  /** The media type, such as `text/html; charset=utf-8`. */
  type: string;
  html: string;
  /** The words of the page's main part. */
  text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", nbsp: ' ' };
const decoded = (text: string): string => text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

/** Words of a piece of markup, without tags, drawings and what only narrow screens show. */
export function wordsOf(html: string): string {
  const plain = html
    .replace(/<!-- -->|<svg.*?<\/svg>/gs, '')
    .replace(/<span class="app-table__label" aria-hidden="true">.*?<\/span>/gs, '')
    .replace(/<[^>]*>/g, ' ');
  return decoded(plain).replace(/\s+/g, ' ').trim();
}

/** Fetches a page of the running server. */
export async function getPage(url: string, init: RequestInit = {}): Promise<Page> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  return pageOf(response);
}

export async function pageOf(response: Response): Promise<Page> {
  const html = await response.text();
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? html;
  const type = response.headers.get('Content-Type') ?? '';
  return { status: response.status, type, html, text: wordsOf(main) };
}

/** The tiles of a page: `{ delivered: 11, … }`. */
export function tilesOf({ html }: Page): Record<string, number> {
  const tiles = [...html.matchAll(/app-tiles__number">(\d+)<\/span> <span class="app-tiles__word">([^<]*)</g)];
  return Object.fromEntries(tiles.map(([, n, word = '']) => [word, Number(n)]));
}

/** The rows of the first table inside the element with that id, the header first. */
export function tableIn({ html }: Page, id: string): string[][] {
  const from = html.indexOf(`id="${id}"`);
  if (from < 0) throw new Error(`The page has nothing with the id "${id}"`);
  const table = /<table.*?<\/table>/s.exec(html.slice(from))?.[0] ?? '';
  return tableRows(table);
}

/** The rows of the table with that caption, the header left out; none when the page has no such table. */
export function tableNamed({ html }: Page, caption: string): string[][] {
  const tables = [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => table);
  const named = tables.find((table) => wordsOf(/<caption.*?<\/caption>/s.exec(table)?.[0] ?? '') === caption);
  return tableRows(named ?? '').slice(1);
}

/** The rows of every table of a page, headers left out. */
export function allRows({ html }: Page): string[][] {
  return [...html.matchAll(/<table.*?<\/table>/gs)].flatMap(([table]) => tableRows(table).slice(1));
}

function tableRows(table: string): string[][] {
  return [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => wordsOf(cell)),
  );
}

/** The addresses that a page links to, in the order in which they first stand on it. */
export function linksOf({ html }: Page): string[] {
  return [...new Set([...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => decoded(href)))];
}

/** Fetches a CSV file: its rows, the header first. */
export async function getCsv(url: string): Promise<string[][]> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url} was answered ${response.status}`);
  return parse(await response.text(), { bom: true });
}
