import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftMarks, readMarks } from '#app/domain/returns/draft-marks.server.ts';
import { mergeDrafts, settledFields } from '#app/domain/returns/merge-drafts.ts';
import { answersOf } from '#app/domain/returns/return-answers.ts';
import {
  fieldsFrom,
  isTextQuestion,
  questionWords,
  type ReturnFields,
  returnFields,
} from '#app/domain/returns/return-fields.ts';
import { readAnswers } from '#app/domain/returns/return-form.server.ts';
import { deadlineInWords } from '#app/domain/returns/return-list.ts';
import { contentWith } from '../helpers/commissioned.ts';

/** As two people on one form: both were given `base`. */
const merge = (base: ReturnFields, mine: ReturnFields, theirs: ReturnFields) =>
  mergeDrafts(mine, theirs, readMarks(draftMarks(base)));

describe('two texts of one draft', () => {
  const base = { achieved: 'A', 'helpBy.month': '3', 'helpBy.year': '2027' };

  test('what one side changed is taken from it', () => {
    expect(merge(base, { ...base, achieved: 'Mine' }, base)).toEqual({
      fields: { ...base, achieved: 'Mine' },
      taken: [],
      conflicts: [],
    });
    expect(merge(base, base, { ...base, achieved: 'Theirs', next: 'N' })).toEqual({
      fields: { ...base, achieved: 'Theirs', next: 'N' },
      taken: ['achieved', 'next'],
      conflicts: [],
    });
  });

  test('what both changed alike is no conflict; in another way it is', () => {
    const both = { ...base, achieved: 'Same' };
    expect(merge(base, both, both).conflicts).toEqual([]);
    expect(merge(base, { ...base, achieved: 'Mine' }, { ...base, achieved: 'Theirs' }).conflicts).toEqual([
      { question: 'achieved', mine: 'Mine', theirs: 'Theirs' },
    ]);
  });

  test('what one emptied and the other left is empty', () => {
    const { achieved: _, ...emptied } = base;
    expect(merge(base, emptied, base).fields).toEqual(emptied);
    expect(merge(base, base, emptied)).toMatchObject({ fields: emptied, taken: ['achieved'] });
    expect(merge(base, emptied, { ...base, achieved: 'Theirs' }).conflicts).toHaveLength(1);
  });

  test('a date is one answer: no day of one goes with the year of another', () => {
    const merged = merge(base, { ...base, 'helpBy.month': '4' }, { ...base, 'helpBy.year': '2028' });
    expect(merged.conflicts).toEqual([{ question: 'helpBy', mine: '4 2027', theirs: '3 2028' }]);
  });

  test('whatever is typed, no text is lost: it is in the fields, among the conflicts, or was changed by its writer', () => {
    const text = fc.constantFrom('', 'a', 'b', 'c');
    const fields = fc
      .record({ achieved: text, next: text, 'helpBy.year': text })
      .map((all) => returnFields(Object.entries(all)));
    fc.assert(
      fc.property(fields, fields, fields, (from, mine, theirs) => {
        const merged = merge(from, mine, theirs);
        for (const question of ['achieved', 'next', 'helpBy.year']) {
          const [f, m, t] = [from, mine, theirs].map((all) => all[question] ?? '');
          const conflict = merged.conflicts.some((each) => question.startsWith(each.question));
          const kept = merged.fields[question] ?? '';
          if (m === t) expect(kept).toBe(m);
          else if (m === f) expect(kept).toBe(t);
          else if (t === f) expect(kept).toBe(m);
          else expect(conflict).toBe(true);
        }
      }),
    );
  });
});

describe('conflicts as a person settled them', () => {
  const sent = (fields: Record<string, string>) => settledFields(Object.entries(fields));
  const both = { achieved: 'Mine', 'theirs.achieved': 'Theirs', 'edited.achieved': 'Both', risks: 'R' };

  test('mine, theirs, or a text of their own', () => {
    expect(sent({ ...both, 'choice.achieved': 'mine' })).toEqual({ achieved: 'Mine', risks: 'R' });
    expect(sent({ ...both, 'choice.achieved': 'theirs' })).toEqual({ achieved: 'Theirs', risks: 'R' });
    expect(sent({ ...both, 'choice.achieved': 'edited' })).toEqual({ achieved: 'Both', risks: 'R' });
    expect(sent(both)).toEqual({ achieved: 'Mine', risks: 'R' });
  });

  test('a date whole', () => {
    const dates = { 'helpBy.day': '1', 'helpBy.year': '2027', 'theirs.helpBy.year': '2028' };
    expect(sent({ ...dates, 'choice.helpBy': 'theirs' })).toEqual({ 'helpBy.year': '2028' });
    expect(sent({ ...dates, 'choice.helpBy': 'mine' })).toEqual({ 'helpBy.day': '1', 'helpBy.year': '2027' });
  });
});

describe('the fields of a return', () => {
  const ASKED = [
    { code: 'DAT-1.1', isOpen: true, facts: [1, 3] },
    { code: 'DAT-1.2', isOpen: false, facts: [2] },
    { code: 'DAT-1.3', isOpen: true, facts: [] },
  ];
  const content = contentWith({
    confidence: 'Red',
    confidenceReason: 'Two lines\nof reason',
    help: 'Money',
    helpFrom: 'The Treasury',
    helpBy: '2027-Q2',
    stage: 'delivered',
    stageReason: 'It is there.',
    proposedMilestone: 'A hub',
    proposedDate: '2028',
    statements: [{ milestone: 'DAT-1.1', kind: 'forecast', value: '2027-03-01', reason: 'Late' }],
    confirmations: [{ milestone: 'DAT-1.2', fact: 2, answer: 'wrong', words: 'May' }],
  });
  const CODES = ['DAT-1.1', 'DAT-1.3'];

  test('filled from a content read back as the same content', () => {
    const fields = fieldsFrom(content, CODES);
    const { answers, errors } = readAnswers(fields, ASKED);
    expect(errors).toEqual({});
    const { confirmations, ...rest } = answersOf(content, CODES);
    expect(answers).toEqual({ ...rest, confirmations: expect.arrayContaining(confirmations) });
    expect(answers.confirmations).toHaveLength(3);
  });

  test('are kept only when a question has them, with one kind of line end', () => {
    const sent: [string, unknown][] = [
      ['achieved', 'a\r\nb'],
      ['next', '  '],
      ['achieved.day', '1'],
      ['helpBy', '2027'],
      ['helpBy.day', '1'],
      ['seen', '0-1'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['milestone.DAT-1_1.answer', 'same'],
      ['milestone.DAT-1_1.answer.x', 'same'],
      ['milestone.DAT-1_1', 'same'],
      ['risks', new Blob()],
    ];
    expect(returnFields(sent)).toEqual({ achieved: 'a\nb', 'helpBy.day': '1', 'milestone.DAT-1_1.answer': 'same' });
  });

  test('that cannot be read are told one by one, and the others are read all the same', () => {
    const { answers, errors } = readAnswers(
      { achieved: 'x'.repeat(4_001), next: 'N', confidence: 'Blue', 'clearedOn.month': '13', 'clearedOn.year': '2026' },
      ASKED,
    );
    expect(Object.keys(errors)).toEqual(['confidence', 'achieved', 'clearedOn.month']);
    expect(answers).toMatchObject({ achieved: null, confidence: null, clearedOn: null, next: 'N' });
  });

  test('have words for people', () => {
    expect(questionWords('milestone.DAT-1_1.reason')).toBe('DAT-1.1: reason');
    expect(questionWords('confirm.DAT-1_2.2.words')).toBe('DAT-1.2, fact 2: what is right');
    expect(questionWords('toString')).toBeNull();
    expect(['achieved', 'stage', 'helpBy', 'confirm.DAT-1_2.2.answer'].map(isTextQuestion)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

test('a deadline is said with the days that are left or gone', () => {
  expect(deadlineInWords('2027-01-15', '2027-01-13')).toBe('Due 15 January 2027, in 2 days.');
  expect(deadlineInWords('2027-01-15', '2027-01-15')).toBe('Due today.');
  expect(deadlineInWords('2027-01-15', '2027-01-16')).toBe('It was due 15 January 2027, 1 day ago.');
});
