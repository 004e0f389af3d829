import { db } from './db.server.ts';
import { csv } from './documents/csv.ts';
import type { View } from './domain/as-at.ts';
import type { Cell } from './domain/cells.ts';
import { findDemonstrationDay } from './domain/record/strategy-summary.server.ts';
import { env } from './env.server.ts';

/** What every file of a demonstration says. */
export const DEMONSTRATION = 'Demonstration: people, posts and returns are made up.';

/**
 * Answers a request with a CSV file of that name; what is for signed-in people carries the marking in its name. In a
 * demonstration the last row says what it is.
 */
export async function csvResponse(view: View, name: string, rows: readonly (readonly Cell[])[]): Promise<Response> {
  const isDemonstration = (await findDemonstrationDay(db)) !== null;
  const [header = []] = rows;
  const said = isDemonstration ? [header.map((_, place) => (place === 0 ? DEMONSTRATION : null))] : [];
  return new Response(csv([...rows, ...said]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${marked(view, name)}"`,
    },
  });
}

/** The same for a JSON file, which carries the marking and says that it is a demonstration in fields of its own. */
export async function jsonResponse(view: View, name: string, body: object): Promise<Response> {
  const isDemonstration = (await findDemonstrationDay(db)) !== null;
  const file = {
    ...(view === 'internal' ? { marking: env.MARKING } : {}),
    ...(isDemonstration ? { demonstration: DEMONSTRATION } : {}),
    ...body,
  };
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${marked(view, name)}"`,
    },
  });
}

/** `OFFICIAL-milestones-2026-11-23.csv`: a table has no other place for it that a spreadsheet would leave alone. */
export function marked(view: View, name: string): string {
  return view === 'internal' ? `${env.MARKING.replace(/[^A-Za-z0-9]+/g, '-')}-${name}` : name;
}
