/** Compares codes as people count: `2.1` before `10.1`, `9iv` before `10`, `DAT-2` before `DAT-10`. They stay text. */
export function byCode(a: { code: string }, b: { code: string }): number {
  return a.code.localeCompare(b.code, 'en-GB', { numeric: true });
}
