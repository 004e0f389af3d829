import { linksOf, type Page, pageOf } from './html.ts';
import type { RunningServer } from './server.ts';

const UNTOUCHED = /^\/(sources|events|organisations|partnerships|indicators)\/|\.svg|^\/assets|asAt=|since=|page=/;
/** The other files of a summary are made from the document that its JSON holds. */
const SAME_AGAIN = /summary\.(docx|odt|pdf|ods|xlsx)|manifest\.json/;

/**
 * Every page and file that a signed-out reader can reach from these addresses, but for more of what a return never
 * touches; and what single fetch answers for each page.
 */
export async function crawlSignedOut(server: RunningServer, from: readonly string[]): Promise<Map<string, Page>> {
  const ask = async (path: string): Promise<Page> => pageOf(await fetch(server.url + path, { redirect: 'manual' }));
  const seen = new Map<string, Page>();
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || UNTOUCHED.test(path) || SAME_AGAIN.test(path)) continue;
    const page = await ask(path);
    seen.set(path, page);
    for (const href of linksOf(page)) {
      const { origin, pathname, search } = new URL(href, server.url + path);
      if (origin === server.url) waiting.push(pathname + search);
    }
  }
  for (const path of [...seen.keys()].filter((path) => !/\.(csv|json)\b/.test(path))) {
    const data = dataOf(server, path);
    seen.set(data, await ask(data));
  }
  return seen;
}

/** What single fetch asks for a page's data. */
function dataOf(server: RunningServer, path: string): string {
  const { pathname, search } = new URL(path, server.url);
  return `${pathname === '/' ? '/_root' : pathname}.data${search}`;
}
