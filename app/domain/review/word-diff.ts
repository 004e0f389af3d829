/** A run of words that both texts have, or only the later, or only the earlier one. */
export interface Segment {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/**
 * What changed between two texts, word by word: the longest run of words that both have in the same order stays, the
 * rest was taken out or put in. Spaces and line ends are those of the later text.
 */
export function diffWords(before: string, after: string): Segment[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const start = sharedStart(old, now);
  const end = sharedEnd(old.slice(start), now.slice(start));
  const segments: Segment[] = now.slice(0, start).map(same);
  segments.push(...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)));
  segments.push(...now.slice(now.length - end).map(same));
  return joined(segments);
}

/** Each word with the spaces and line ends after it. */
const wordsOf = (text: string): string[] => text.match(/^\s+|\S+\s*/g) ?? [];
const same = (text: string): Segment => ({ kind: 'same', text });
/** A word is the same word after another space or line end. */
const isSame = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim();

function sharedStart(old: string[], now: string[]): number {
  let n = 0;
  while (n < Math.min(old.length, now.length) && isSame(old[n], now[n])) n += 1;
  return n;
}

const sharedEnd = (old: string[], now: string[]): number => sharedStart(old.toReversed(), now.toReversed());

/** Walks from the start, each time along the longer run of shared words that is still to come. */
function middle(old: string[], now: string[]): Segment[] {
  const longest = longestShared(old, now);
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && isSame(old[i], now[j])) {
      segments.push(same(now[j] ?? ''));
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) {
      segments.push({ kind: 'removed', text: old[i++] ?? '' });
    } else segments.push({ kind: 'added', text: now[j++] ?? '' });
  }
  return segments;
}

/** The length of the longest shared run of `old` from i on and `now` from j on, at [i][j]. */
function longestShared(old: string[], now: string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i], table[i + 1]];
      if (!row || !below) continue;
      row[j] = isSame(old[i], now[j]) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

/** One segment for each run. What was taken out stands apart from the words beside it. */
function joined(segments: Segment[]): Segment[] {
  return segments.reduce<Segment[]>((runs, segment) => {
    const last = runs.at(-1);
    const text = segment.kind === 'removed' ? `${segment.text.trim()} ` : segment.text;
    if (last?.kind === segment.kind) last.text += text;
    else if (segment.kind === 'removed' && last && !/\s$/.test(last.text)) runs.push({ ...segment, text: ` ${text}` });
    else runs.push({ ...segment, text });
    return runs;
  }, []);
}
