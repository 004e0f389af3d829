import { counted, listed } from '../sentences.ts';
import type { PlannedValue } from './plan-values.ts';

/** "Of 4 rows, 2 add a value, 1 restates one and 1 stands already. Nothing is stored yet." */
export function planInWords(planned: readonly Pick<PlannedValue, 'outcome'>[]): string {
  const parts = (['new', 'restates', 'unchanged', 'restated since'] as const).flatMap((outcome) => {
    const n = planned.filter((value) => value.outcome === outcome).length;
    return n === 0 ? [] : [`${n} ${WORDS[outcome][n === 1 ? 0 : 1]}`];
  });
  return `Of ${counted(planned.length, 'row')}, ${listed(parts)}. Nothing is stored yet.`;
}

const WORDS: Record<PlannedValue['outcome'], [one: string, many: string]> = {
  new: ['adds a value', 'add a value'],
  restates: ['restates one', 'restate one'],
  unchanged: ['stands already', 'stand already'],
  'restated since': ['was restated since', 'were restated since'],
};
