import { counted, listed } from '../sentences.ts';
import type { IndicatorView } from './indicator.ts';

/** What an earlier day leaves out of an indicator and why; null when it leaves nothing out. */
export function leftOutInWords({ leftOut: { later, memory } }: Pick<IndicatorView, 'leftOut'>): string | null {
  if (later + memory === 0) return null;
  const why = [
    ...(later > 0 ? [`${later} whose source was published later or is undated`] : []),
    ...(memory > 0 ? [`${memory} from memory, which cannot be said to have been known`] : []),
  ];
  return `Left out on this day: ${counted(later + memory, 'value')}, ${listed(why)}.`;
}
