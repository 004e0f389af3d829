import { createRequire } from 'node:module';

const find = createRequire(import.meta.url).resolve;

/** Where the two fonts of files are: Noto Sans, which has the letters of Europe, Greek and Cyrillic. */
export const FONT_FILES = {
  regular: find('#app/documents/fonts/NotoSans-Regular.ttf'),
  bold: find('#app/documents/fonts/NotoSans-Bold.ttf'),
};
