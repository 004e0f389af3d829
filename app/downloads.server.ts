import { csv } from './documents/csv.ts';
import type { Cell } from './domain/cells.ts';

/** Answers a request with a CSV file of that name. */
export function csvResponse(name: string, rows: readonly (readonly Cell[])[]): Response {
  return new Response(csv(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}

/** Answers a request with a JSON file of that name. */
export function jsonResponse(name: string, body: unknown): Response {
  return new Response(JSON.stringify(body, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
