import { type Page, pageOf } from './html.ts';
import type { RunningServer } from './server.ts';

/** A reader's browser without scripts: it keeps one cookie and follows no redirect by itself. */
export interface Visitor {
  get: (path: string) => Promise<Page>;
  /** Sends a form. `location` is where the answer leads. */
  post: (path: string, fields: Record<string, string>) => Promise<Page & { location: string | null }>;
}

/** A browser that knows nobody, or one that kept a cookie. */
export function visitor(server: RunningServer, kept = ''): Visitor {
  let cookie = kept;
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(server.url + path, { ...init, headers: { Cookie: cookie }, redirect: 'manual' });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  return {
    get: async (path) => pageOf(await ask(path)),
    post: async (path, fields) => {
      const response = await ask(path, { method: 'POST', body: new URLSearchParams(fields) });
      return { ...(await pageOf(response)), location: response.headers.get('Location') };
    },
  };
}

export const ADA = { name: 'Ada Lovelace', email: 'ada@example.gov.uk', password: 'three random words' };

/** A browser in which the first administrator has just signed up, through the link that the server printed. */
export async function administrator(server: RunningServer): Promise<Visitor> {
  const who = visitor(server);
  await who.post(/\/welcome\/\S+/.exec(server.output())?.[0] ?? '', ADA);
  return who;
}

/** The fields of the form inside the element with that id, as it comes filled in; what is not chosen is left out. */
export function formFields({ html }: Page, id: string): Record<string, string> {
  const form = /<form.*?<\/form>/s.exec(html.slice(html.indexOf(`id="${id}"`)))?.[0] ?? '';
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => attribute(input, 'type') !== 'radio' || input.includes(' checked'));
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
}

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
