import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express, { type RequestHandler } from 'express';

/** The pages and the files beside them, and what to call at the end. */
interface Pages {
  handlers: RequestHandler[];
  close: () => Promise<void>;
}

/** Pages from the build in build/. Throws an Error in plain words when nothing has been built. */
export async function builtPages(): Promise<Pages> {
  const file = resolve('build/server/index.js');
  if (!existsSync(file)) throw new Error('The pages have not been built. Start with "npm start", which builds them.');
  const build: ServerBuild = await import(pathToFileURL(file).href);
  return {
    handlers: [
      under('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', index: false })),
      express.static('build/client', { maxAge: '1h', index: false }),
      createRequestHandler({ build, mode: 'production' }),
    ],
    close: async () => {},
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
