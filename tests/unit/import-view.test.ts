import { describe, expect, test } from 'vitest';
import { shownFileName } from '#app/domain/imports/file-name.ts';
import { countOutcomes, type ImportPlan } from '#app/domain/imports/import-plan.ts';
import {
  type ImportShow,
  importView,
  MOST_CONFLICTS,
  MOST_FAULTS,
  ROWS_A_PAGE,
} from '#app/domain/imports/import-view.ts';
import { doneInWords, planInWords, sizeInWords } from '#app/domain/imports/import-words.ts';
import { touchedBy } from '#app/domain/imports/touched.ts';
import { aConflict, aField, aPlan, aRow, rowsOf } from '../helpers/sample-plan.ts';

const view = (plan: ImportPlan, show: ImportShow | null = null, page = 1) => importView(plan, { show, page });
const codes = (shown: ReturnType<typeof view>) => shown.shown.flatMap(({ rows }) => rows.map(({ code }) => code));

describe('what a page shows of a plan', () => {
  const plan = aPlan({
    Themes: [...rowsOf(1, 'added'), ...rowsOf(2, 'unchanged')],
    Milestones: [...rowsOf(3, 'changed'), ...rowsOf(1, 'not in the file'), ...rowsOf(1, 'refused')],
  });

  test('by itself what would be done; each outcome when it is asked for', () => {
    expect(codes(view(plan))).toEqual(['ADDED-1', 'CHANGED-1', 'CHANGED-2', 'CHANGED-3']);
    expect(codes(view(plan, 'unchanged'))).toEqual(['UNCHANGED-1', 'UNCHANGED-2']);
    expect(codes(view(plan, 'not-in-the-file'))).toEqual(['NOT IN THE FILE-1']);
    expect(codes(view(plan, 'refused'))).toEqual(['REFUSED-1']);
    expect(codes(view(plan, 'conflicts'))).toEqual([]);
  });

  test('counts every row, in each sheet and in all', () => {
    const { counts, sheets } = view(plan, 'unchanged');
    expect(counts).toEqual({ added: 1, changed: 3, unchanged: 2, 'not in the file': 1, refused: 1 });
    expect(sheets.map(({ sheet, counts: each }) => [sheet, each.unchanged, each.changed])).toEqual([
      ['Themes', 2, 0],
      ['Milestones', 0, 3],
    ]);
    expect(counts).toEqual(countOutcomes(plan));
  });

  test('a hundred rows a page, across sheets, each row on one page; past the last page the last', () => {
    const long = aPlan({ A: rowsOf(130, 'added'), B: rowsOf(90, 'changed'), C: rowsOf(5, 'added') });
    const pages = [1, 2, 3].map((page) => view(long, null, page));
    expect(pages.map(({ pages: of, total }) => [of, total])).toEqual([
      [3, 225],
      [3, 225],
      [3, 225],
    ]);
    expect(pages.map((page) => codes(page).length)).toEqual([ROWS_A_PAGE, ROWS_A_PAGE, 25]);
    expect(pages[1]?.shown.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
      ['A', 30],
      ['B', 70],
    ]);
    expect(view(long, null, 9)).toEqual(pages[2]);
  });

  test('knows the page on which a sheet begins among the rows of an outcome', () => {
    const long = aPlan({ A: rowsOf(130, 'added'), B: rowsOf(90, 'changed'), C: rowsOf(5, 'added') });
    const { sheets } = view(long);
    expect(sheets.map(({ pages }) => pages.added)).toEqual([1, 2, 2]);
    const begins = sheets[2]?.pages.added ?? 0;
    expect(view(long, 'added', begins).shown.map(({ sheet }) => sheet)).toContain('C');
  });

  test('the first faults and conflicts, with how many there are', () => {
    const faults = Array.from({ length: 250 }, (_, i) => ({ file: 'A', row: i, found: 'x', mend: 'write y' }));
    const asked = Array.from({ length: 120 }, (_, i) => aRow({ conflicts: [aConflict({ name: `settle.${i}` })] }));
    const shown = view(aPlan({ A: asked }, { faults }), null, 2);
    expect([shown.faults.length, shown.faultCount]).toEqual([MOST_FAULTS, 250]);
    expect([shown.conflicts.length, shown.conflictCount]).toEqual([MOST_CONFLICTS, 120]);
  });

  test('a refused row has its own faults; a return, which is refused whole, those of its sheet', () => {
    const fault = { file: 'A', row: 4, column: 'Title', found: '', mend: 'write a title' };
    const other = { ...fault, row: 5 };
    const plan2 = aPlan({ A: [aRow({ outcome: 'refused' })] }, { faults: [fault, other] });
    expect(view(plan2, 'refused').shown[0]?.rows[0]?.faults).toEqual([fault]);
    const whole = aPlan({ A: [aRow({ outcome: 'refused', row: null })] }, { faults: [fault, other] });
    expect(view(whole, 'refused').shown[0]?.rows[0]?.faults).toEqual([fault, other]);
  });

  test('compares long texts by word, and leaves values, new texts and very long ones whole', () => {
    const long = 'The department will publish a plan for health data by the end of the year';
    const fields = [
      aField({ before: long, after: long.replace('year', 'decade') }),
      aField({ before: 'May 2020', after: 'June 2020' }),
      aField({ before: '', after: long }),
      aField({ before: long, after: long, by: 'record' }),
      aField({ before: 'a '.repeat(4_000), after: 'a '.repeat(4_001) }),
      aField({
        before: long,
        after: 'Something else altogether that says nothing of what stood there before, by nobody',
      }),
    ];
    const shown = view(aPlan({ A: [aRow({ fields })] })).shown[0]?.rows[0]?.fields ?? [];
    expect(shown.map(({ words }) => words !== null)).toEqual([true, false, false, false, false, false]);
    expect(shown[0]?.words?.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toEqual([
      'year',
      'decade',
    ]);
  });
});

describe('in words', () => {
  const says = (plan: ImportPlan) => planInWords(view(plan));

  test('what accepting would do comes first', () => {
    expect(says(aPlan({ A: [...rowsOf(3, 'added'), ...rowsOf(12, 'changed')] }))[0]).toBe(
      'Accepting this file would add 3 rows and change 12.',
    );
    expect(says(aPlan({ A: rowsOf(1, 'changed') }))[0]).toBe('Accepting this file would change 1 row.');
    const returns = aPlan({ A: rowsOf(2, 'changed') }, { kind: 'returns', quarter: '2026-27-Q3' });
    expect(says(returns)[0]).toBe('Accepting this file would change 2 returns.');
  });

  test('faults, nothing to do and what is asked are said', () => {
    const faults = [{ file: 'A', found: '', mend: 'write a title' }];
    expect(says(aPlan({ A: rowsOf(1, 'added') }, { faults }))[0]).toBe(
      'Nothing of this file can be accepted yet: 1 thing in it must be mended.',
    );
    expect(says(aPlan({ A: rowsOf(5, 'unchanged') }))).toEqual([
      'Nothing in this file is different from the record, so there is nothing to accept.',
    ]);
    const asked = says(aPlan({ A: [aRow({ outcome: 'unchanged', conflicts: [aConflict()] })] }));
    expect(asked[0]).toBe('Accepting this file would do only what you choose below.');
    expect(asked.at(-1)).toMatch(/^One text was changed in the file and also in the record/);
  });

  test('what was done, and how large a file is', () => {
    const done = (added: number, changed: number) => doneInWords('strategy', { added, changed });
    expect([done(12, 3), done(1, 0), done(0, 1_200)]).toEqual([
      '12 rows added, 3 changed',
      '1 row added',
      '1,200 rows changed',
    ]);
    expect([0, 1, 45_300, 9_900_000].map(sizeInWords)).toEqual(['0 bytes', '1 byte', '45 kB', '9.9 MB']);
  });
});

test('what a file touched is named once, by the pages that show it', () => {
  const code = (each: string) => aRow({ code: each });
  const plan = aPlan({
    Milestones: [code('DAT-1.3')],
    'Milestone dates': [code('DAT-1.3'), code('DAT-2.1')],
    Findings: [code('F01')],
    recommendation_organisations: [code('DAT-1')],
  });
  expect(touchedBy(plan).map(({ what, code: each }) => `${what} ${each}`)).toEqual([
    'milestone DAT-1.3',
    'milestone DAT-2.1',
    'recommendation DAT-1',
  ]);
  const returns = aPlan({ 'DAT-1': [code('DAT-1')] }, { kind: 'returns', quarter: '2026-27-Q3' });
  expect(touchedBy(returns)).toEqual([{ what: 'return', code: 'DAT-1', quarter: '2026-27-Q3' }]);
});

test.each([
  ['C:\\Users\\ada\\plan.ods', 'plan.ods'],
  ['../../etc/plan.ods', 'plan.ods'],
  ['pl\u202Ean.ods\0', 'plan.ods'],
  ['', 'File without a name'],
  [`${'a'.repeat(300)}.xlsx`, `…${'a'.repeat(195)}.xlsx`],
])('the name of a file is shown without what misleads: %s', (name, shown) => {
  expect(shownFileName(name)).toBe(shown);
});
