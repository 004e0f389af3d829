import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { IMPORT_LIMITS } from '#app/imports/limits.ts';
import { sendPlainPage } from './plain-page.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_BODY = MEGABYTE;
/** Of a spreadsheet that is sent, with room for the form around the file. */
const LARGEST_UPLOAD = IMPORT_LIMITS.fileBytes + 64 * 1024;
/** A refused spreadsheet up to this size is let pass by unread, so that the browser gets to the answer. */
const LARGEST_PASSED_BY = 100 * MEGABYTE;
const TRIES_A_MINUTE = 30;
const UPLOADS_A_MINUTE = 10;

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

/** Refuses a body that is too large, or whose size is not told, without reading any of it. */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  const size = request.get('Content-Length');
  if (size === undefined && request.get('Transfer-Encoding') !== undefined) {
    return sendPlainPage(response, 411, 'The size of this was not told', 'Send it with a Content-Length header.');
  }
  const largest = isUpload(request) ? LARGEST_UPLOAD : LARGEST_BODY;
  if (Number(size ?? 0) <= largest) return next();
  const megabytes = Math.floor(largest / MEGABYTE);
  const unit = megabytes === 1 ? 'megabyte' : 'megabytes';
  const words = `Nothing was saved. Send ${megabytes} ${unit} or less at a time.`;
  afterBody(request, () => sendPlainPage(response, 413, 'This is too large', words));
};

/** Answers once the body of a spreadsheet has gone by: until a browser has sent all of it, it shows no answer. */
function afterBody(request: Request, answer: () => void): void {
  const size = Number(request.get('Content-Length') ?? 0);
  if (isUpload(request) && size <= LARGEST_PASSED_BY) request.once('end', answer).resume();
  else answer();
}

/** A spreadsheet that is sent to `/import`. */
const isUpload = (request: Request): boolean =>
  request.method === 'POST' && /^\/import\/?$/i.test(readablePath(request.path));

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

/** Slows down whoever sends many spreadsheets: each is kept and read. */
export const limitUploads: RequestHandler = rateLimit({
  windowMs: 60_000,
  limit: UPLOADS_A_MINUTE,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  skip: (request) => !isUpload(request),
  validate: { xForwardedForHeader: false },
  handler: (request, response) =>
    afterBody(request, () =>
      sendPlainPage(
        response,
        429,
        'Too many files at once',
        `Nothing was kept of this one. At most ${UPLOADS_A_MINUTE} files a minute can be sent from one address: wait a minute, then go back and send it again.`,
      ),
    ),
});

const isSignIn = (path: string): boolean => /sign-in|welcome/i.test(readablePath(path));

/** However the address is written: routes are found without regard to case and percent signs. */
function readablePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // No page has an address that cannot be read.
    return '';
  }
}
