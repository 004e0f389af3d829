import { PassThrough } from 'node:stream';
import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { db } from './db.server.ts';
import { ResponseStatusContext } from './response-status.ts';
import { signedInPerson } from './session.server.ts';

/** How long a page may wait for its data, in milliseconds. */
export const streamTimeout = 8_000;

/**
 * Draws the whole page before the first byte is sent: without JavaScript nobody could see a part that comes later,
 * and a fault half-way still gets its own status and page.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    let shellIsDrawn = false;
    const page = (
      <ResponseStatusContext.Provider value={status}>
        <RemixServer context={context} url={request.url} abortDelay={streamTimeout} />
      </ResponseStatusContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      onShellReady() {
        shellIsDrawn = true;
      },
      onAllReady() {
        const body = new PassThrough();
        // A timer that stays pending keeps the whole page in memory until it fires.
        body.once('close', () => clearTimeout(timer));
        headers.set('Content-Type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
        pipe(body);
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        finalStatus = 500;
        // Before the shell is drawn the same error rejects this promise, and Remix hands it to handleError.
        if (shellIsDrawn) console.error(error);
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

/**
 * Logs an error of a loader, an action or a page once. A reader who went away is no error of ours, nor is an address
 * without a page or a method that it does not take: those are in the request log.
 */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) console.error(error);
}

/** For the server program to ask who may read, when only signed-in people may. */
export async function isSignedIn(cookie: string | undefined): Promise<boolean> {
  const request = new Request('http://localhost/', { headers: cookie === undefined ? {} : { Cookie: cookie } });
  return (await signedInPerson(request)) !== null;
}

/**
 * For the server program to call when the last answer is sent. The last connection to close brings everything that
 * SQLite keeps beside the database into the one file, so that a copy of it is a whole backup.
 */
export function closeDatabase(): Promise<void> {
  return db.destroy();
}
