/** The code of a theme's next recommendation: one more than the highest number that was ever used. */
export function nextRecommendationCode(theme: string, codes: readonly string[]): string {
  const numbers = codes
    .filter((code) => code.startsWith(`${theme}-`))
    .map((code) => Number(code.slice(theme.length + 1)))
    .filter(Number.isInteger);
  return `${theme}-${Math.max(0, ...numbers) + 1}`;
}
