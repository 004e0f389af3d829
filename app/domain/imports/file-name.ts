const LONGEST = 200;

/** The name of a file as pages show it: without its folders and without marks that nobody sees; of a very long one the end. */
export function shownFileName(name: string): string {
  const shown = name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const letters = [...shown];
  if (letters.length > LONGEST) return `…${letters.slice(-LONGEST).join('')}`;
  return shown === '' ? 'File without a name' : shown;
}
