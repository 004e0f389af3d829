/** The code of a recommendation's next milestone: one more than the highest number that was ever used. */
export function nextMilestoneCode(recommendation: string, codes: readonly string[]): string {
  const numbers = codes.map((code) => Number(code.slice(code.lastIndexOf('.') + 1))).filter(Number.isInteger);
  return `${recommendation}.${Math.max(0, ...numbers) + 1}`;
}
