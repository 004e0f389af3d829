import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KnownIndicator, planValues, type ValueRow } from '#app/domain/indicators/plan-values.ts';
import { planInWords } from '#app/domain/indicators/plan-words.ts';
import {
  endOfChain,
  faultsOfValue,
  type KnownValue,
  readNumber,
  speaksAhead,
  standingFor,
} from '#app/domain/indicators/value-rules.ts';
import { withCommas } from '#app/domain/indicators/value-words.ts';

const TODAY = '2026-11-23';

/** Values as [period, series, value, what is different from a final one from memory]. */
type Row = [period: string, series: string, value: string, more?: Partial<KnownValue>];
const known = (...rows: Row[]): KnownValue[] =>
  rows.map(([period, series, value, more], index) => ({
    ...{ number: index + 1, period, series, value, status: 'final', confirmation: 'memory', source: null, note: null },
    ...{ replaces: null, sourcePublishedOn: null },
    ...more,
  }));

describe('a number', () => {
  test.each([
    ['240900', '240900'],
    ['64.0', '64.0'],
    ['1,234.0', '1234.0'],
    ['1,234,567', '1234567'],
    [' 12 ', '12'],
    ['−4.50', '-4.50'],
    ['0', '0'],
  ])('"%s" is %s, its digits kept', (typed, value) => expect(readNumber(typed)).toEqual({ ok: true, value }));

  test.each([
    '',
    'about 5',
    '£64bn',
    '5%',
    '1.234,0',
    '12,34',
    '1,2345',
    '1e5',
    '.5',
    '5.',
    '+5',
    '1 234',
    'NaN',
    '0x10',
  ])('"%s" is refused in words', (typed) =>
    expect(readNumber(typed)).toMatchObject({ ok: false, message: expect.stringMatching(/plain number/) }),
  );

  test('whatever was published comes back as it was, with or without commas', () => {
    const digits = fc
      .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: null }))
      .map(([whole, part]) => (part === null ? String(whole) : `${whole}.${part}`));
    fc.assert(
      fc.property(digits, (value) => {
        expect(readNumber(value)).toEqual({ ok: true, value });
        expect(readNumber(withCommas(value))).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('a period', () => {
  const faults = (period: string, values: KnownValue[] = []) =>
    faultsOfValue({ period, series: 'a', value: '1' }, { unit: 'people', known: values }, TODAY).map(
      ({ field }) => field,
    );

  test.each(['2026', '2026-Q4', '2026-11', '2026-11-23', '2026/27', '1900'])('%s has begun', (period) =>
    expect(faults(period)).toEqual([]),
  );
  test.each(['2027', '2026-12', '2026-11-24', '2027/28', '1899', '0219'])('%s is refused', (period) =>
    expect(faults(period)).toEqual(['period']),
  );

  test('may lie ahead where a value was published before its period began', () => {
    const need = known(['2030', 'a', '133000', { sourcePublishedOn: '2020-01-30' }]);
    const rate = known(['2023', 'a', '26.5', { sourcePublishedOn: '2022-12-15' }]);
    const measured = known(['2023', 'a', '26.5', { sourcePublishedOn: '2023' }], ['2024', 'a', '3']);
    expect([need, rate, measured].map(speaksAhead)).toEqual([true, true, false]);
    expect(faults('2031', need)).toEqual([]);
    expect(faults('2031', measured)).toEqual(['period']);
  });
});

describe('series and unit', () => {
  const faults = (series: string, value: string, unit: string) =>
    faultsOfValue({ period: '2024', series, value }, { unit, known: known(['2023', 'annual editions', '1']) }, TODAY);

  test('a name that is nearly that of a series is no new series', () => {
    for (const series of ['Annual editions', 'annual  editions', 'annual-editions'])
      expect(faults(series, '1', '£bn')).toEqual([
        { field: 'series', mend: expect.stringContaining('“annual editions”') },
      ]);
    expect(faults('from 2024 method', '1', '£bn')).toEqual([]);
    expect(faults('x'.repeat(101), '1', '£bn')).toHaveLength(1);
  });

  test.each([
    ['rank (1 best)', '4', 0],
    ['rank (1 best)', '4.5', 1],
    ['rank (1 best)', '0', 1],
    ['people', '-1', 1],
    ['£m', '-1', 0],
    ['£m', '1'.repeat(21), 1],
  ])('%s: %s has %i faults', (unit, value, n) => expect(faults('annual editions', value, unit)).toHaveLength(n));
});

describe('what stands', () => {
  const chain = known(['2021', 'a', '1'], ['2021', 'a', '2', { replaces: 1 }], ['2021', 'a', '3', { replaces: 2 }]);
  test('is the end of the chain', () => {
    expect(standingFor(chain, { period: '2021', series: 'a' })?.value).toBe('3');
    expect(standingFor(chain, { period: '2021', series: 'b' })).toBeUndefined();
    expect([1, 2, 3, 4].map((number) => endOfChain(chain, number)?.value)).toEqual(['3', '3', '3', undefined]);
  });
});

describe('a plan', () => {
  const row = (more: Partial<ValueRow> = {}): ValueRow => ({
    ...{ row: 2, indicator: 'A', period: '2024', series: 'a', value: '1' },
    ...{ status: 'final', confirmation: 'memory', source: null, note: null },
    ...more,
  });
  const indicator = (...rows: Row[]): KnownIndicator[] => [{ code: 'A', unit: 'people', known: known(...rows) }];
  const outcomes = (rows: ValueRow[], of: KnownIndicator[]) =>
    planValues(rows, of, TODAY).planned.map(({ outcome, number, other }) => [outcome, number, other?.number ?? null]);

  test('says what each row adds, restates, or leaves as it is', () => {
    const of = indicator(['2023', 'a', '1'], ['2024', 'a', '5'], ['2024', 'a', '6', { replaces: 2 }]);
    const rows = [
      row({ period: '2023' }),
      row({ period: '2023', note: 'Said anew' }),
      row({ value: '5' }),
      row({ value: '7', status: 'revised' }),
      row({ period: '2025' }),
    ];
    expect(outcomes(rows, of)).toEqual([
      ['unchanged', 1, null],
      ['restates', 4, 1],
      ['restated since', 2, 3],
      ['restates', 5, 3],
      ['new', 6, null],
    ]);
    expect(planInWords(planValues(rows, of, TODAY).planned)).toBe(
      'Of 5 rows, 1 adds a value, 2 restate one, 1 stands already and 1 was restated since. Nothing is stored yet.',
    );
  });

  test('lets a later row of the file restate an earlier one', () => {
    const rows = [row({ status: 'provisional' }), row({ value: '2', row: 3 })];
    expect(outcomes(rows, indicator())).toEqual([
      ['new', 1, null],
      ['restates', 2, 1],
    ]);
  });

  test('tells every fault of every row', () => {
    const rows = [row({ period: '2027', value: '-1' }), row({ row: 3, series: 'A' })];
    const { faults } = planValues(rows, indicator(['2023', 'a', '1']), TODAY);
    expect(faults.map((fault) => [fault.row, fault.column])).toEqual([
      [2, 'period'],
      [2, 'value'],
      [3, 'series'],
    ]);
  });

  test('of what it left behind adds nothing, whatever the rows', () => {
    const anyRow = fc.record({
      period: fc.constantFrom('2021', '2022', '2023/24'),
      series: fc.constantFrom('a', 'b'),
      value: fc.constantFrom('1', '2', '3'),
      status: fc.constantFrom('final' as const, 'provisional' as const, 'revised' as const),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const file = rows.map((more, index) => row({ ...more, row: index + 2 }));
        const first = planValues(file, indicator(), TODAY).planned;
        const added = first.filter(({ outcome }) => outcome === 'new' || outcome === 'restates');
        const stored = added.map((value) => ({
          ...value,
          ...{ replaces: value.other?.number ?? null, sourcePublishedOn: null },
        }));
        expect(stored.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 1));
        const replaced = stored.flatMap(({ replaces }) => replaces ?? []);
        expect(new Set(replaced).size).toBe(replaced.length);
        const again = planValues(file, [{ code: 'A', unit: 'people', known: stored }], TODAY).planned;
        for (const { outcome } of again) expect(['unchanged', 'restated since']).toContain(outcome);
      }),
    );
  });
});
