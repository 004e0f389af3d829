import fc from 'fast-check';
import type { Fact } from '#app/domain/milestone-status.ts';
import { FACT_KINDS } from '#db/tables/milestone-fact.ts';

/** Days from 2013 to 2030 as `YYYY-MM-DD`. */
export function anyDay(): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: 365 * 17 })
    .map((n) => new Date(Date.UTC(2013, 0, 1 + n)).toISOString().slice(0, 10));
}

/** Partial dates of all four forms. */
export function anyPartialDate(): fc.Arbitrary<string> {
  return fc.tuple(anyDay(), fc.constantFrom('day', 'month', 'quarter', 'year')).map(([day, form]) => {
    if (form === 'day') return day;
    if (form === 'month') return day.slice(0, 7);
    if (form === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    return day.slice(0, 4);
  });
}

/** Facts of one milestone, numbered from 1 in the order of recording; the first is the baseline, some replace an earlier one. */
export function anyFacts(): fc.Arbitrary<Fact[]> {
  const row = fc.record({
    kind: fc.constantFrom(...FACT_KINDS.filter((kind) => kind !== 'baseline')),
    value: anyPartialDate(),
    saidOn: anyPartialDate(),
    replaces: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  });
  const baseline = fc.record({ value: anyPartialDate(), saidOn: anyPartialDate() });
  return fc.tuple(baseline, fc.array(row, { maxLength: 7 })).map(([first, rows]) => {
    const facts: Fact[] = [{ number: 1, kind: 'baseline', replaces: null, ...first }];
    const replaced = new Set<number>();
    for (const [index, entry] of rows.entries()) {
      const number = index + 2;
      const target = entry.replaces;
      const replaces = target !== null && target > 1 && target < number && !replaced.has(target) ? target : null;
      if (replaces !== null) replaced.add(replaces);
      facts.push({ ...entry, number, replaces, value: entry.kind === 'undated' ? null : entry.value });
    }
    return facts;
  });
}
