import { counted } from '../sentences.ts';
import type { IndicatorView } from './indicator.ts';
import { seriesOf } from './observations.ts';

/** "30 indicators with 95 values. 4 have a target number. 4 have more than one series." */
export function registerInWords(indicators: readonly IndicatorView[]): string {
  const values = indicators.reduce((sum, indicator) => sum + indicator.values.length, 0);
  const aimed = indicators.filter(({ target }) => target !== null).length;
  const broken = indicators.filter((indicator) => seriesOf(indicator.values).length > 1).length;
  const has = (n: number) => (n === 0 ? 'None has' : `${n} ${n === 1 ? 'has' : 'have'}`);
  return `${counted(indicators.length, 'indicator')} with ${counted(values, 'value')}. ${has(aimed)} a target number. ${has(broken)} more than one series.`;
}

/** Says how many indicators an earlier day leaves out, and why. */
export function indicatorsLeftOut(n: number): string {
  return `Left out on this day: ${counted(n, 'indicator')}, of which no value is known to have been published by then.`;
}
