import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { sendPlainPage } from './plain-page.ts';

const LARGEST_BODY = 1024 * 1024;
const TRIES_A_MINUTE = 30;

const isReading = (request: Request): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(request.method);

/**
 * Refuses a Host that is no host, and forgets X-Forwarded-Host unless a proxy is trusted: Remix builds its addresses
 * from both without asking.
 */
export const settleHost: RequestHandler = (request, response, next) => {
  if (request.app.get('trust proxy') === 0) delete request.headers['x-forwarded-host'];
  const host = publicHost(request);
  if (host && URL.canParse(`http://${host}`)) return next();
  sendPlainPage(response, 400, 'This request cannot be read', 'Its Host header is missing or is not a host.');
};

/** Refuses what another site makes a browser send here in our reader's name. */
export const refuseOtherOrigins: RequestHandler = (request, response, next) => {
  if (isReading(request) || comesFromHere(request)) return next();
  sendPlainPage(
    response,
    403,
    'This was sent from another site',
    'Nothing was saved. Open the page on this site and send the form from there. If you did, whoever runs this site ' +
      'should check that its proxy passes on the Host header, or sets X-Forwarded-Host and the server has TRUST_PROXY.',
  );
};

/** A request without an Origin header is not a browser's form, so nobody's sign-in rides along with it. */
function comesFromHere(request: Request): boolean {
  const origin = request.get('Origin');
  if (origin === undefined) return request.get('Sec-Fetch-Site') !== 'cross-site';
  return URL.canParse(origin) && new URL(origin).host === publicHost(request)?.toLowerCase();
}

/** The host that the reader asked for: what the proxy says it was, where a proxy is trusted. */
function publicHost(request: Request): string | undefined {
  return request.get('X-Forwarded-Host')?.split(',')[0]?.trim() || request.get('Host');
}

/** Refuses an address with broken percent signs, which Remix would answer with a warning in the log each time. */
export const refuseUnreadableAddresses: RequestHandler = (request, response, next) => {
  if (isReadable(request.path)) return next();
  sendPlainPage(response, 400, 'This address cannot be read', 'Check the address and try again.');
};

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Refuses a body that is too large, or whose size is not told, before any of it is read. */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  const size = request.get('Content-Length');
  if (size === undefined && request.get('Transfer-Encoding') !== undefined) {
    return sendPlainPage(response, 411, 'The size of this was not told', 'Send it with a Content-Length header.');
  }
  if (Number(size ?? 0) <= LARGEST_BODY) return next();
  sendPlainPage(response, 413, 'This is too large', 'Nothing was saved. Send 1 megabyte or less at a time.');
};

/** Refuses what is no form, which no page here takes; reading it as one would be an error of the program's. */
export const refuseOtherKinds: RequestHandler = (request, response, next) => {
  const kind = request.get('Content-Type') ?? '';
  if (isReading(request) || /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(kind)) return next();
  sendPlainPage(response, 415, 'This is not a form', 'Nothing was saved. Send what a page of this site would send.');
};

/** Slows down whoever guesses passwords or links: so many tries a minute from one address. */
export const limitSignIns: RequestHandler = rateLimit({
  windowMs: 60_000,
  limit: TRIES_A_MINUTE,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  skip: (request) => isReading(request) || !isSignIn(request.path),
  // A proxy that nobody told the program about is a matter for docs/operating.md, not for a stack in the log.
  validate: { xForwardedForHeader: false },
  handler: (_request, response) =>
    sendPlainPage(response, 429, 'Too many tries', 'Wait a minute, then go back and try again.'),
});

/** However the address is written: routes are found without regard to case and percent signs. */
function isSignIn(path: string): boolean {
  try {
    return /sign-in|welcome/i.test(decodeURIComponent(path));
  } catch {
    // No page has an address that cannot be read.
    return false;
  }
}
