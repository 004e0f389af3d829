/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "1 milestone", "1,240 milestones". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** True when the texts together hold every word of `q`, whatever its case; no words are held by any text. */
export function holdsEveryWord(texts: readonly string[], q: string | null): boolean {
  const text = texts.join(' ').toLowerCase();
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word));
}

/** The words with a capital first letter, for a cell or a value of their own. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
