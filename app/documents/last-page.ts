import type { PrintedPart } from './printed-parts.ts';

/** So many paragraphs and items make a last page worth turning to, and so many at most are kept on one. */
const FEWEST = 5;
const MOST = 14;

/**
 * From which part on everything is kept on one page, so that the last page never holds a line or two: from the heading of
 * the last section, or of those before it while they are short. `parts.length` where it ends with a table or is long.
 */
export function startOfEnd(parts: readonly PrintedPart[]): number {
  let start = parts.length;
  let lines = 0;
  for (let place = parts.length - 1; place >= 0; place--) {
    const part = parts[place];
    if (part?.kind !== 'heading' && part?.kind !== 'paragraph' && part?.kind !== 'list') break;
    lines += part.kind === 'list' ? part.items.length : 1;
    if (lines > MOST) break;
    if (part.kind !== 'heading' || part.level !== 2) continue;
    start = place;
    if (lines >= FEWEST) break;
  }
  return start;
}
