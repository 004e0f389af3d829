import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The security headers of every answer. No page has a script or a style sheet inside it, so neither is allowed;
 * Recharts writes `style` attributes, which are. In development Vite puts its own in the page.
 */
export function securityHeaders(isDevelopment: boolean): RequestHandler {
  const fromHere = isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': fromHere,
        'style-src': fromHere,
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // With helmet's own "no-referrer" a browser sends forms with "Origin: null", and every one would be refused.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
}
