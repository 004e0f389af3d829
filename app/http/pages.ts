import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import express, { type Request, type RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { env } from '#app/env.server.ts';
import { forThisReaderOnly, signedInOnly } from './reading.ts';

/** What Remix keeps of app/entry.server.tsx, with the export that is for this program alone. */
type EntryModule = typeof import('#app/entry.server.tsx');

/** The pages and the files beside them, and what to call at the end. */
interface Pages {
  handlers: RequestHandler[];
  close: () => Promise<void>;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Where the request comes from, as far as TRUST_PROXY lets a proxy say so; of an IPv6 address its network. */
    address: string;
  }
}

/** What a page is told beside the request: no header can say it in the server's place. */
function getLoadContext(request: Request): AppLoadContext {
  return { address: ipKeyGenerator(request.ip ?? '') };
}

/** Pages from the newest build (scripts/lib/prepare.js makes it). Throws an Error in plain words when there is none. */
export async function builtPages(): Promise<Pages> {
  if (!existsSync('.cache/builds/current'))
    throw new Error('The pages have not been built. Start with "npm start", which builds them.');
  const folder = resolve('.cache/builds', readFileSync('.cache/builds/current', 'utf8'));
  const build: ServerBuild = await import(pathToFileURL(join(folder, 'server/index.js')).href);
  const entry = build.entry.module as EntryModule;
  const files = join(folder, 'client');
  return {
    handlers: [
      under('/assets', express.static(join(files, 'assets'), { immutable: true, maxAge: '1y', index: false })),
      express.static(files, { maxAge: '1h', index: false }),
      forThisReaderOnly,
      ...insideOnly(async () => entry),
      createRequestHandler({ build, mode: 'production', getLoadContext }),
    ],
    close: entry.closeDatabase,
  };
}

/** Pages straight from the sources, through Vite, so that a reload shows an edit. */
export async function pagesInDevelopment(): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true, ws: false } });
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  return {
    handlers: [
      vite.middlewares,
      express.static('public', { index: false }),
      forThisReaderOnly,
      ...insideOnly(async () => (await build()).entry.module as EntryModule),
      createRequestHandler({ build, mode: 'development', getLoadContext }),
    ],
    close: () => vite.close(),
  };
}

/** Nothing when everybody may read. The entry's own copy of the session is asked, which knows the database it opened. */
function insideOnly(entry: () => Promise<EntryModule>): RequestHandler[] {
  if (env.READING === 'everybody') return [];
  return [signedInOnly(async (cookie) => (await entry()).isSignedIn(cookie))];
}

/** The names under /assets hold a hash of the content: what is not there never will be, and needs no page. */
function under(path: string, files: RequestHandler): RequestHandler {
  return express
    .Router()
    .use(path, files)
    .use(path, (_request, response) => {
      response.status(404).type('text').send('Not found\n');
    });
}
