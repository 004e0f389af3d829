import { type Day, formatPartialDate } from '../partial-date.ts';

/** What stands in the place of a text that was removed. */
export function removalWords(day: Day, reason: string): string {
  return `[removed on ${formatPartialDate(day)}: ${reason}]`;
}

/** Text as it stands inside JSON. */
export const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Shorter beginnings say nothing of the text. */
const SHORTEST_BEGINNING = 6;

/**
 * JSON without a text: everywhere other words. A summary for ministers cuts long text with "…", so the longest beginning
 * of it that such a mark follows goes too.
 */
export function jsonWithout(json: string, text: string, words: string): string {
  let left = json.replaceAll(inJson(text), inJson(words));
  for (let length = text.length - 1; length >= SHORTEST_BEGINNING; length -= 1) {
    const beginning = `${inJson(text.slice(0, length).trimEnd())}…`;
    if (left.includes(beginning)) left = left.replaceAll(beginning, inJson(words));
  }
  return left;
}

/** True for JSON that `jsonWithout` would change. */
export function jsonHolds(json: string, text: string): boolean {
  return jsonWithout(json, text, '') !== json;
}
