import { type LevelWithSilent, pino } from 'pino';
import { pinoHttp } from 'pino-http';

/**
 * The log: one line of JSON for each request but those for files and for /health. Without the headers, which hold
 * cookies, and without the query, which may hold what somebody typed.
 */
export function requestLog(level: LevelWithSilent) {
  return pinoHttp({
    logger: pino({ level }),
    autoLogging: { ignore: (request) => /^\/(assets\/|health$)/.test(request.url ?? '') },
    customLogLevel: (_request, response, error) => {
      if (error || response.statusCode >= 500) return 'error';
      return response.statusCode >= 400 ? 'warn' : 'info';
    },
    serializers: {
      req: (request) => ({ id: request.id, method: request.method, path: withoutSecrets(request.url) }),
      res: (response) => ({ status: response.statusCode }),
    },
  });
}

/** A welcome link is a key for whoever holds it. */
const withoutSecrets = (url: string): string => (url.split('?')[0] ?? '').replace(/(\/welcome\/).+/i, '$1…');
