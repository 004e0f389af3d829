import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Kysely } from 'kysely';
import { makeFirstAdministratorLink } from '#app/domain/people/welcome-link.server.ts';
import { keepPositions } from '#app/domain/positions/keep-positions.server.ts';
import { env, now, today } from '#app/env.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { DatabaseNewerError } from '#db/migrate.server.ts';
import type { Database } from '#db/schema.ts';
import { StrategyFaultsError } from '#seeds/faults.ts';
import { prepareDatabase } from '#seeds/prepare.server.ts';
import {
  limitSignIns,
  limitUploads,
  refuseLargeBodies,
  refuseOtherKinds,
  refuseOtherOrigins,
  refuseUnreadableAddresses,
  settleHost,
} from './app/http/guards.ts';
import { requestLog } from './app/http/log.ts';
import { builtPages, pagesInDevelopment } from './app/http/pages.ts';
import { sendPlainPage } from './app/http/plain-page.ts';
import { securityHeaders } from './app/http/security-headers.ts';
import { stopOnSignals, watchRequests } from './app/http/stopping.ts';

const HOUR_MS = 3_600_000;
const isDevelopment = env.NODE_ENV === 'development';

/** The one HTTP server: gets the database ready, listens, and stops when asked to. */
async function start(): Promise<void> {
  // Not app/db.server.ts: the build has its own copy of that file and so its own connection.
  const db = openDatabase(env.DATABASE_URL);
  await prepareDatabase(db, { strategy: env.STRATEGY, now: now(), today: today(), say: console.log });
  const pages = isDevelopment ? await pagesInDevelopment() : await builtPages();
  const server = await listen(createApp(pages.handlers));
  stopOnSignals(server, async () => {
    await pages.close();
    await db.destroy();
  });
  setInterval(() => keepPositions(db, today()).catch(console.error), HOUR_MS).unref();
  await sayWhereItIs(db, (server.address() as AddressInfo).port);
}

function createApp(pages: express.RequestHandler[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.TRUST_PROXY);
  app.use(watchRequests, requestLog(env.LOG_LEVEL), securityHeaders(isDevelopment), compression());
  app.use(settleHost, refuseUnreadableAddresses, refuseOtherOrigins, refuseLargeBodies, refuseOtherKinds);
  app.use(limitSignIns, limitUploads);
  app.use(...pages);
  app.use(answerError);
  return app;
}

/** What went wrong outside the pages: an address that cannot be read, or an error of the program's own. */
const answerError: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error);
  if (error.status >= 400 && error.status < 500) {
    return sendPlainPage(response, error.status, 'This request cannot be read', 'Check the address and try again.');
  }
  request.log.error(error);
  sendPlainPage(response, 500, 'Sorry, there is a problem with the service', 'Try again later.');
};

function listen(app: Express): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(env.PORT, env.HOST);
    server.once('listening', () => resolve(server));
    server.once('error', reject);
  });
}

async function sayWhereItIs(db: Kysely<Database>, port: number): Promise<void> {
  const address = `http://localhost:${port}`;
  const token = await makeFirstAdministratorLink(db, now());
  if (token !== null) {
    console.log('Nobody can sign in yet. This link makes the first administrator. It works once, within seven days,');
    console.log('and each start before then prints a new one in its place:');
    console.log(`${address}/welcome/${token}`);
  }
  console.log(`Listening on ${address}`);
}

/** Errors that a person can do something about are told in their own words, all others with their stack. */
function inWords(error: unknown): unknown {
  if (error instanceof DatabaseNewerError || error instanceof StrategyFaultsError) return error.message;
  const { code = '', syscall = '' } = error as { code?: string; syscall?: string };
  if (/^SQLITE_(CANTOPEN|NOTADB|READONLY|CORRUPT|IOERR|FULL)/.test(code) || syscall === 'mkdir')
    return `DATABASE_URL: the database ${env.DATABASE_URL} cannot be used (${code}). Check that it is a database and can be written.`;
  if (syscall !== 'listen') return error;
  if (code === 'EADDRINUSE')
    return `Port ${env.PORT} is taken by another program. Stop that one, or set PORT to another number.`;
  if (code === 'EACCES') return `This user may not listen on port ${env.PORT}. Set PORT to a number from 1024 up.`;
  return `HOST is "${env.HOST}", on which this machine cannot listen (${code}). Try 127.0.0.1 or 0.0.0.0.`;
}

try {
  await start();
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}
