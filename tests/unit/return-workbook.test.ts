import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { odsFile } from '#app/documents/ods.ts';
import { returnWorkbook } from '#app/documents/return-workbook.ts';
import { checkedList } from '#app/documents/workbook/lists.ts';
import { xlsxFile } from '#app/documents/xlsx.ts';
import { choiceIn, choicesOf } from '#app/domain/returns/choice-words.ts';
import { returnSheet } from '#app/domain/returns/return-sheet.ts';
import { madeFromInWords } from '#app/domain/returns/sent-returns.ts';
import { checklistFaults } from '../../scripts/lib/spreadsheet-checklist.ts';
import { readBack, written } from '../helpers/read-workbook.ts';
import { HARD_TEXT } from '../helpers/sample-summary.ts';

const LONG =
  'The office asks for a word on each of the hubs, on what it costs, and on who pays for it after April. '.repeat(4);

/** A workbook of one return without milestones, sent back, with hard text in it. */
const book = returnWorkbook({
  quarter: '2026-27-Q3',
  strategy: 'Life Sciences Industrial Strategy',
  returns: [
    returnSheet({
      ...{ quarter: '2026-27-Q3', recommendation: 'DAT-1', title: 'Digital innovation hubs', deadline: '2027-01-15' },
      ...{ milestones: { all: [], asked: [] }, stage: null, lastQuarter: null, seen: '2-5', marks: 'achieved=abc' },
      sentBack: { comment: LONG, comments: { achieved: 'Say which board.' } },
      fields: {
        achieved: HARD_TEXT.join('\n'),
        confidence: 'not rated',
        'clearedOn.year': '2026',
        'clearedOn.month': 'Q4',
      },
      unheld: [],
    }),
  ],
  ...{ dated: '2026-11-23', marking: 'OFFICIAL-SENSITIVE', demonstration: 'Demonstration: made up.' },
});
const FILES = { ods: odsFile(book), xlsx: xlsxFile(book) };
const FORMATS = ['ods', 'xlsx'] as const;

describe.each(FORMATS)('a workbook of returns as %s', (format) => {
  const part = (name: string) => strFromU8(unzipSync(FILES[format])[name] ?? new Uint8Array());

  test('follows the checklist for accessible spreadsheets', () => {
    expect(checklistFaults(FILES[format], format)).toEqual([]);
  });

  test('another library reads every sheet as it was written', () => {
    expect([...readBack(FILES[format])]).toEqual([...written(book)]);
  });

  test('every cell with a choice offers its words, and may be left empty', () => {
    const xml = part(format === 'ods' ? 'content.xml' : 'xl/worksheets/sheet4.xml').replaceAll('&quot;', '"');
    const lists = ['confidence', 'helpNone', 'stage'].map(
      (question) => choicesOf(question)?.map(({ word }) => word) ?? [],
    );
    for (const words of lists)
      expect(xml).toContain(
        format === 'ods' ? `("${words.join('";"')}")` : `<formula1>"${words.join(',')}"</formula1>`,
      );
    expect(xml.split(format === 'ods' ? 'table:allow-empty-cell="true"' : 'allowBlank="1"')).toHaveLength(
      lists.length + 1,
    );
    if (format === 'ods') expect(xml.split(' table:content-validation-name="')).toHaveLength(lists.length + 1);
    const rows = book.sheets.at(-1)?.table?.rows ?? [];
    const at = (book.sheets.at(-1)?.lines.length ?? 0) + 3 + rows.findIndex(([field]) => field === 'confidence');
    expect(xml).toContain(format === 'ods' ? `.C${at}"` : `sqref="C${at}"`);
  });

  test('what is typed as an answer stays text', () => {
    const [styles, cells] =
      format === 'ods' ? ['content.xml', 'content.xml'] : ['xl/styles.xml', 'xl/worksheets/sheet4.xml'];
    expect(part(styles)).toMatch(format === 'ods' ? /<number:text-content\/>/ : /<xf numFmtId="49"/);
    const answers = (book.sheets.at(-1)?.table?.rows.length ?? 0) + 1;
    expect(part(cells).split(format === 'ods' ? 'style-name="ct1"' : ' s="8"')).toHaveLength(answers);
  });

  test('the same returns give the same bytes', () => {
    const again = (format === 'ods' ? odsFile : xlsxFile)(book);
    expect(Buffer.compare(again, FILES[format])).toBe(0);
  });
});

describe('what stands on the sheets', () => {
  const [instructions, , , sheet] = book.sheets;

  test('marking and demonstration on every one', () => {
    for (const { lines } of book.sheets)
      expect(lines.slice(0, 2)).toEqual(['OFFICIAL-SENSITIVE', 'Demonstration: made up.']);
    expect(instructions?.lines.join(' ')).toContain('Freedom of Information');
  });

  test('the office’s words: on the whole above, in lines that fit, and beside the part that they are about', () => {
    expect(sheet?.lines.join(' ')).toContain(`The strategy office sent this return back: ${LONG.trim()}`);
    expect(Math.max(...(sheet?.lines ?? []).map(({ length }) => length))).toBeLessThanOrEqual(150);
    const hint = sheet?.table?.rows.find(([field]) => field === 'achieved')?.[4];
    expect(hint).toMatch(/\nThe strategy office says: Say which board\.$/);
  });

  test('dates and choices in words; what it was made from, that no program takes for a day', () => {
    const answer = (name: string) => sheet?.table?.rows.find(([field]) => field === name)?.[2];
    expect(['clearedOn', 'confidence', 'made from', 'quarter'].map(answer)).toEqual([
      'October to December 2026',
      'Not rated',
      'revision 2, draft 5',
      '2026-27-Q3',
    ]);
    expect(madeFromInWords('0-0')).toBe('revision 0, draft 0');
  });
});

test('a list that one of the formats could not hold is never written', () => {
  expect(checkedList(['Yes', 'No'])).toEqual(['Yes', 'No']);
  for (const values of [[], [''], ['Yes, and no'], ['“a”', '"b"'], ['two\nlines'], Array(60).fill('words')])
    expect(() => checkedList(values)).toThrow(RangeError);
});

test.each([
  ['confidence', 'AMBER', 'Amber'],
  ['confidence', ' not  rated. ', 'not rated'],
  ['helpNone', 'yes', 'yes'],
  ['helpNone', 'no', undefined],
  ['unchanged', 'nothing has changed', 'yes'],
  ['stage', 'partly Delivered', 'partly delivered'],
  ['milestone.DAT-1_3.answer', 'it was not met', 'missed'],
  ['milestone.DAT-1_3.answer', 'forecast', 'forecast'],
  ['milestone.DAT-1_3.answer', 'met?', undefined],
  ['confirm.DAT-1_3.2.answer', 'I cannot say', 'unsaid'],
  ['achieved', 'yes', undefined],
])('of the choices of %s, “%s” is %s', (question, text, value) => {
  expect(choiceIn(question, text)).toBe(value);
});
