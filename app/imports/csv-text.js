const TAKES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/**
 * @typedef {{ text: string, said: string | null } | { found: string, mend: string, row?: number }} DecodedCsv
 * The text and what to say of its encoding, or what is wrong with its bytes.
 */

/**
 * The text of CSV bytes: UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252.
 * @param {Uint8Array} bytes
 * @returns {DecodedCsv}
 */
export function csvText(bytes) {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide) return withoutNul(decode(bytes, wide), 'Read as UTF-16');
  const text = decode(bytes, 'utf-8');
  if (text !== null) return withoutNul(text, null);
  const mixed = mixedAt(bytes);
  if (mixed !== null)
    return {
      found: 'bytes of two encodings',
      row: mixed,
      mend: 'save it as CSV UTF-8, and look at the letters with accents',
    };
  return withoutNul(windows1252(bytes), 'Read as Windows-1252, since it is not UTF-8');
}

/** @param {Uint8Array} bytes @param {string} encoding */
function decode(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has where Latin-1 has nothing, from byte 0x80; a gap is no letter. */
const WINDOWS = '€\uFFFF‚ƒ„…†‡ˆ‰Š‹Œ\uFFFFŽ\uFFFF\uFFFF‘’“”•–—˜™š›œ\uFFFFžŸ';

/** Node's own decoder of this name takes some of these bytes for Latin-1. @param {Uint8Array} bytes */
function windows1252(bytes) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (mark) => WINDOWS[mark.charCodeAt(0) - 0x80] ?? '');
  return text.includes('\uFFFF') ? null : text;
}

/** @param {string | null} text @param {string | null} said @returns {DecodedCsv} */
function withoutNul(text, said) {
  if (text === null) return { found: 'bytes that are no text', mend: 'save it as CSV UTF-8' };
  const nul = text.indexOf('\0');
  if (nul === -1) return { text, said };
  return {
    found: 'a NUL byte, which no text has',
    row: text.slice(0, nul).split('\n').length,
    mend: 'save it as CSV UTF-8',
  };
}

/** The line of the first byte that is not UTF-8, where letters that are UTF-8 stand beside; null where none do. @param {Uint8Array} bytes */
function mixedAt(bytes) {
  const line = (/** @type {number} */ at) =>
    bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
  let [first, letters] = [-1, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const rest = bytes.subarray(i + 1, i + 1 + more);
    const isLetter = more > 0 && byte < 0xf5 && rest.length === more && rest.every((next) => next >> 6 === 2);
    if (isLetter) {
      letters += 1;
      i += more;
    } else if (first === -1) first = i;
  }
  return letters > 0 ? line(first) : null;
}

/** Excel in some countries writes semicolons. A header has no text, so what it holds most of is the delimiter. @param {string} text */
export function delimiterOf(text) {
  const named = /^\uFEFF?sep=([,;\t])\r?\n/.exec(text)?.[1];
  if (named !== undefined) return named;
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const count = (/** @type {string} */ mark) => header.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** What to say of a delimiter; null for the comma. @param {string} mark */
export function delimiterInWords(mark) {
  return mark === ',' ? null : `Read with ${TAKES[/** @type {keyof typeof TAKES} */ (mark)]} between the cells`;
}
