import { FONT_FILES } from '../font-files.ts';
import type { Paper } from './paper.ts';

/** What is drawn for a letter that the font does not have. */
export const MISSING = '\uFFFD';

/** Said at the end of a document in which letters were missing. */
export const MISSING_WORDS = `${MISSING} stands for a letter or sign that the font of this file does not have. Copied or read aloud, the text is what was written.`;

/** How text is drawn with the fonts of the file. */
export interface Letters {
  /** The text as it can be drawn: what the font lacks is replaced, signs that draw nothing are left out. */
  shown: (text: string) => string;
  /** True once something was replaced. */
  replaced: () => boolean;
}

/** The part of pdfkit's font that knows its letters; it has no public way to ask. */
interface FontInside {
  _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
}

const PLAIN = /^[\n\u0020-\u007E\u00A1-\u00AC\u00AE-\u017F\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026\u20AC]*$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letters of both fonts, which hold the same. */
export function lettersOf(paper: Paper): Letters {
  const { font } = (paper.font(FONT_FILES.regular) as unknown as FontInside)._font;
  let replaced = false;
  const drawable = (mark: string): string => {
    const seen = mark.replace(/\p{Cc}|\p{Cf}|\uFE0F/gu, (sign) => (sign === '\n' ? sign : ''));
    if ([...seen].every((letter) => letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)))
      return seen;
    replaced = true;
    return MISSING;
  };
  return {
    shown: (text) => {
      if (PLAIN.test(text)) return text;
      const spaced = text
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(/[\t\p{Zs}]/gu, (space) => (space === '\u00A0' ? space : ' '));
      return [...graphemes.segment(spaced)].map(({ segment }) => drawable(segment)).join('');
    },
    replaced: () => replaced,
  };
}
