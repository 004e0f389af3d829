import type { ReadCell, ReadFile } from '#app/imports/sheets.ts';

/** A file that somebody might send, and what must come of it. */
export interface HostileFile {
  name: string;
  /** What is wrong or hard about it. */
  about: string;
  bytes: Uint8Array;
  expected: { refused: RegExp } | { read: (file: ReadFile) => void };
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A file that is refused in words like these. */
export function refused(name: string, about: string, content: string | Uint8Array, words: RegExp): HostileFile {
  return { name, about, bytes: bytesOf(content), expected: { refused: words } };
}

/** A file that is read whole. */
export function read(
  name: string,
  about: string,
  content: string | Uint8Array,
  check: (file: ReadFile) => void,
): HostileFile {
  return { name, about, bytes: bytesOf(content), expected: { read: check } };
}

/** The cells of every row of the first sheet. */
export const cellsOf = (file: ReadFile): ReadCell[][] => file.sheets[0]?.rows.map(({ cells }) => cells) ?? [];
