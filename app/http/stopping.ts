import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import { addresses } from '#app/addresses.ts';

const LONGEST_WAIT_MS = 10_000;

let isStopping = false;
let underWay = 0;

/** Counts the requests under way, and once the server has begun to stop answers 503 at /health, so that a proxy sends nobody here. */
export const watchRequests: RequestHandler = (request, response, next) => {
  underWay += 1;
  response.once('close', () => {
    underWay -= 1;
  });
  if (!isStopping) return next();
  response.set('Connection', 'close');
  if (request.path !== addresses().health()) return next();
  response.status(503).set('Cache-Control', 'no-store').type('text').send('Stopping\n');
};

/**
 * On SIGTERM or Ctrl-C lets the answers under way be finished, then does the last work and ends with exit code 0.
 * Ends with 1 where somebody has not finished after ten seconds. A second signal changes nothing.
 */
export function stopOnSignals(server: Server, lastWork: () => Promise<void>): void {
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    console.log('Stopping …');
    server.close(() => {
      lastWork().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
    // Browsers keep connections open that they may never use; only a request under way is worth waiting for.
    setInterval(() => underWay === 0 && server.closeAllConnections(), 50).unref();
    setTimeout(() => process.exit(1), LONGEST_WAIT_MS).unref();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
