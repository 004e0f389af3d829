import type { SummaryDocument } from '#app/domain/summary/document.ts';

/** Where the site serves what the file looks like: made from the same schema that stored summaries are read by. */
const SCHEMA = '/summary.schema.json';

/** The summary for programs: all of it but its drawings, of which the words that tell what they show are kept. */
export function jsonOf(document: SummaryDocument): Uint8Array {
  const text = JSON.stringify({ $schema: SCHEMA, ...document }, withoutDrawing, 2);
  return new TextEncoder().encode(`${text}\n`);
}

function withoutDrawing(key: string, value: unknown): unknown {
  if (key !== 'drawing' || typeof value !== 'object' || value === null || !('alt' in value)) return value;
  return { alt: value.alt };
}
