import type { RequestHandler } from 'express';
import { addresses } from '#app/addresses.ts';
import { sendPlainPage } from './plain-page.ts';

/** What somebody needs in order to sign in, what machines ask for, and the statement that the law wants public. */
const OPEN = /^\/(sign-in|welcome\/[^/]+|health|accessibility)\/?$/i;

/** Answers about the same address differ by reader, so nothing between here and the browser may keep one for another. */
export const forThisReaderOnly: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'private, no-cache');
  response.vary('Cookie');
  next();
};

/**
 * With `READING=signed-in`: sends whoever is not signed in to the sign-in page, whatever page or file they ask for. A form
 * that comes after its session ended is not answered with that page, which would take its text away.
 */
export function signedInOnly(isSignedIn: (cookie: string | undefined) => Promise<boolean>): RequestHandler {
  return async (request, response, next) => {
    if (OPEN.test(request.path) || (await isSignedIn(request.get('Cookie')))) return next();
    if (request.method === 'GET' || request.method === 'HEAD')
      return response.redirect(302, addresses().signIn(request.originalUrl));
    sendPlainPage(
      response,
      403,
      'Your session has ended',
      'Nothing was saved. Sign in again in another tab, then go back in this one: what you typed is still in the form. Send it again.',
    );
  };
}
