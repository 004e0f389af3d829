import { describe, expect, test } from 'vitest';
import { byCode } from '#app/domain/code-order.ts';
import { themesInWords } from '#app/domain/overview/stage-counts.ts';
import {
  codeOfTheme,
  isNumberedByTheme,
  nextRecommendationCode,
} from '#app/domain/recommendations/next-recommendation-code.ts';
import { codesWithin, inTreeOrder, partsOf, themeChoices, themesAbove } from '#app/domain/themes/nesting.ts';

const theme = (code: string, parent: string | null = null) => ({ code, parent });
const codes = (themes: { code: string }[]) => themes.map(({ code }) => code);

describe('themes inside themes', () => {
  const themes = [theme('1'), theme('2'), theme('2.10', '2'), theme('2.2', '2'), theme('a', '2.2'), theme('1.1', '1')];

  test('each is followed by what is inside it, in the order given', () => {
    expect(codes(inTreeOrder(themes))).toEqual(['1', '1.1', '2', '2.10', '2.2', 'a']);
  });

  test('a theme holds its parts and theirs, and never another whose code begins the same', () => {
    expect(codesWithin(themes, '2')).toEqual(['2', '2.10', '2.2', 'a']);
    expect(codesWithin(themes, '2.2')).toEqual(['2.2', 'a']);
    expect(codesWithin(themes, 'nothing')).toEqual(['nothing']);
    expect(codes(partsOf(themes, '2'))).toEqual(['2.10', '2.2']);
  });

  test('what a theme is part of is told from the outside in', () => {
    expect(codes(themesAbove(themes, theme('a', '2.2')))).toEqual(['2', '2.2']);
    expect(themesAbove(themes, theme('1'))).toEqual([]);
  });

  test('a list to choose from sets the parts in', () => {
    expect(themeChoices([{ code: '2.2', name: 'Scan', depth: 1 }])).toEqual([{ value: '2.2', text: '– Scan' }]);
  });

  test('a figure speaks of parts and of governance only where there are any', () => {
    expect(themesInWords([{ depth: 0, crossCutting: false }])).toBe('');
    expect(themesInWords([{ depth: 1, crossCutting: false }])).toBe(' The row of a theme counts its parts too.');
    expect(themesInWords([{ depth: 0, crossCutting: true }])).toBe(' Governance is not one of the themes.');
  });
});

test('codes are put in order as people count, and stay text', () => {
  const sorted = ['10.1', '2.1', '9iv', '10', '2a', 'P1.10', 'P1.2'].map((code) => ({ code })).sort(byCode);
  expect(codes(sorted)).toEqual(['2.1', '2a', '9iv', '10', '10.1', 'P1.2', 'P1.10']);
});

describe('the code of the next recommendation', () => {
  const all = (list: [string, string][]) => list.map(([code, of]) => ({ code, theme: of }));
  const byTheme = all([
    ['DAT-1', 'DAT'],
    ['DAT-9', 'DAT'],
    ['SCI-2', 'SCI'],
  ]);

  test('is numbered within its theme where all are', () => {
    expect(isNumberedByTheme(byTheme)).toBe(true);
    expect(nextRecommendationCode('DAT', byTheme)).toBe('DAT-10');
    expect(nextRecommendationCode('NEW', byTheme)).toBe('NEW-1');
    expect(nextRecommendationCode('1.1', [])).toBe('1.1-1');
  });

  test('goes on with the beginning that the theme has', () => {
    const mixed = all([
      ['P1.2', 'P1'],
      ['P1.10', 'P1'],
      ['P2.1', 'P2'],
    ]);
    expect(isNumberedByTheme(mixed)).toBe(false);
    expect([nextRecommendationCode('P1', mixed), nextRecommendationCode('P2', mixed)]).toEqual(['P1.11', 'P2.2']);
  });

  test('goes on through the whole strategy where codes are numbers alone', () => {
    const numbered = all([
      ['1', '1.1'],
      ['2', '1.1'],
      ['10', '2.2'],
    ]);
    expect([nextRecommendationCode('1.1', numbered), nextRecommendationCode('3', numbered)]).toEqual(['11', '11']);
  });

  test('begins with the theme where no code ends in a number', () => {
    expect(
      nextRecommendationCode(
        '9',
        all([
          ['2a', '2'],
          ['9iv', '9'],
        ]),
      ),
    ).toBe('9-1');
  });

  test('is kept in the letters of its theme, and refused for another', () => {
    expect(codeOfTheme('dat-10', 'DAT')).toBe('DAT-10');
    expect(codeOfTheme('1x1-2', '1.1')).toBeNull();
    expect([codeOfTheme('SCI-1', 'DAT'), codeOfTheme('DAT-0', 'DAT'), codeOfTheme('DAT-1a', 'DAT')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
