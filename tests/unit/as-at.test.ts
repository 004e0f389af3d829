import { describe, expect, test } from 'vitest';
import { AsAtError, parseAsAt } from '#app/domain/as-at.ts';

const ask = (text: string | null) => parseAsAt(text, { today: '2026-11-23', start: '2017-08-30', view: 'publication' });

describe('the day asked for', () => {
  test('is today when none is named', () => {
    for (const text of [null, '', '2026-11-23'])
      expect(ask(text)).toEqual({ day: '2026-11-23', isToday: true, view: 'publication' });
  });
  test('may be any from the day the strategy was published', () => {
    expect(ask('2017-08-30')).toEqual({ day: '2017-08-30', isToday: false, view: 'publication' });
    expect(ask('2026-11-22')).toEqual({ day: '2026-11-22', isToday: false, view: 'publication' });
  });
  test.each([
    ['2026-11-24', /24 November 2026 is in the future.*up to today, 23 November 2026/],
    ['2017-08-29', /29 August 2017 is before the strategy was published.*from 30 August 2017/],
    ['2019-02-29', /is not a day/],
    ['2019', /is not a day.*such as 2019-03-31/],
    ['2019-03-31T00:00', /is not a day/],
    [' 2019-03-31', /is not a day/],
  ])('is refused in words when it is %s', (text, words) => {
    expect(() => ask(text)).toThrow(AsAtError);
    expect(() => ask(text)).toThrow(words);
  });
});
