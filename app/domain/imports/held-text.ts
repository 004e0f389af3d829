/**
 * Text as a cell gives it back: one kind of line end, nothing at its ends, no marks that no file may hold, and for a tab
 * a space, since LibreOffice loses tabs.
 */
export function heldText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/\p{Cs}|(?!\n)\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .trim();
}
