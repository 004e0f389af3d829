interface Coded {
  code: string;
  theme: string;
}

const NUMBER = /^[1-9]\d{0,2}$/;

/** True for a strategy whose codes all are those of their theme, a hyphen and a number, as `DAT-8`: it keeps to that. */
export function isNumberedByTheme(recommendations: readonly Coded[]): boolean {
  return recommendations.every(({ code, theme }) => codeOfTheme(code, theme) === code);
}

/** `DAT-8` for whoever typed `dat-8` as a code of the theme `DAT`; null for anything else. */
export function codeOfTheme(typed: string, theme: string): string | null {
  const beginning = `${theme}-`;
  const number = typed.slice(beginning.length);
  return typed.toLowerCase().startsWith(beginning.toLowerCase()) && NUMBER.test(number)
    ? `${beginning}${number}`
    : null;
}

/**
 * The code proposed for a theme's next recommendation: one more than the highest number that was ever used with the
 * beginning that the theme's codes have, `DAT-` or `P1.` or none at all. Where codes end in no number: `DAT-1`.
 */
export function nextRecommendationCode(theme: string, recommendations: readonly Coded[]): string {
  const beginning = beginningOf(theme, recommendations);
  const numbers = recommendations
    .filter(({ code }) => code.startsWith(beginning))
    .map(({ code }) => code.slice(beginning.length))
    .filter((rest) => NUMBER.test(rest))
    .map(Number);
  return `${beginning}${Math.max(0, ...numbers) + 1}`;
}

function beginningOf(theme: string, recommendations: readonly Coded[]): string {
  if (isNumberedByTheme(recommendations)) return `${theme}-`;
  const own = recommendations.filter((recommendation) => recommendation.theme === theme);
  const last = [...recommendations, ...own].findLast(({ code }) => /\d$/.test(code));
  return last ? last.code.replace(/\d+$/, '') : `${theme}-`;
}
