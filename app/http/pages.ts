import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express, { type RequestHandler } from 'express';

/** What Remix keeps of app/entry.server.tsx, with the export that is for this program alone. */
type EntryModule = typeof import('#app/entry.server.tsx');

/** The pages and the files beside them, and what to call at the end. */
interface Pages {
  handlers: RequestHandler[];
  close: () => Promise<void>;
}

/** Pages from the newest build (scripts/lib/prepare.js makes it). Throws an Error in plain words when there is none. */
export async function builtPages(): Promise<Pages> {
  if (!existsSync('.cache/builds/current'))
    throw new Error('The pages have not been built. Start with "npm start", which builds them.');
  const folder = resolve('.cache/builds', readFileSync('.cache/builds/current', 'utf8'));
  const build: ServerBuild = await import(pathToFileURL(join(folder, 'server/index.js')).href);
  const files = join(folder, 'client');
  return {
    handlers: [
      under('/assets', express.static(join(files, 'assets'), { immutable: true, maxAge: '1y', index: false })),
      express.static(files, { maxAge: '1h', index: false }),
      createRequestHandler({ build, mode: 'production' }),
    ],
    close: (build.entry.module as EntryModule).closeDatabase,
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
      createRequestHandler({ build, mode: 'development' }),
    ],
    close: () => vite.close(),
  };
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
