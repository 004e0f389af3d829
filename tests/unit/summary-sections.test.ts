import { expect, test } from 'vitest';
import type { Section } from '#app/domain/summary/document.ts';
import { attentionSection } from '#app/domain/summary/sections/attention.ts';
import { steersInShort } from '#app/domain/summary/sections/steers.ts';
import { whatChangedSection } from '#app/domain/summary/sections/what-changed.ts';
import type { SummaryInput } from '#app/domain/summary/summary-input.ts';

/** Of what a summary is made from, the parts that a section reads. */
const input = (parts: object): SummaryInput => parts as SummaryInput;

/** The text of each block with the field that it is published with. */
const said = (sections: Section[]): [string, string | undefined][] =>
  sections.flatMap(({ blocks }) =>
    blocks.map((block): [string, string | undefined] => {
      if (block.kind === 'sentences') return [block.sentences.map(({ text }) => text).join(' '), block.field];
      return [block.kind === 'subheading' ? block.text : block.kind, block.field];
    }),
  );

test('that no return stands out is published only with ratings', () => {
  const record = { milestones: [], day: '2026-09-30' };
  expect(said(attentionSection(input({ record, rated: [], returns: [{ code: 'DAT-1' }] })))).toEqual([
    ['No date has passed without an outcome.', undefined],
    ['No return stands out.', 'ratings'],
  ]);
  expect(said(attentionSection(input({ record, rated: [], returns: [] })))).toEqual([
    ['No date has passed without an outcome.', undefined],
  ]);
});

test('that returns came late is published only with ratings', () => {
  const late = [{ quarter: '2026-27-Q1', recommendation: 'DAT-1', title: 'Hubs' }];
  const changed = whatChangedSection(input({ since: '2026-27-Q1', differences: [], returns: [], late }));
  const of = said(changed).slice(1);
  expect(of.map(([, field]) => field)).toEqual(['ratings', 'ratings', 'ratings']);
  expect(of[1]?.[0]).toMatch(/^1 return came after the quarter was closed/);
});

test('ministers are told how many steers are late or near, the first three of them, and how many more', () => {
  const steers = Array.from({ length: 5 }, (_, i) => ({
    ...{
      id: i,
      words: `Bring plan ${i}.`,
      owner: 'Director',
      due: '2026-09-01',
      doneOn: null,
      inWords: '83 days late',
    },
  }));
  const [[text] = ['']] = said(steersInShort(input({ office: { steers }, ask: { today: '2026-11-23' } })));
  expect(text).toMatch(/^5 steers or actions late or due within 30 days\. Bring plan 0 \(Director\): 83 days late\./);
  expect(text).toMatch(/Bring plan 2.*2 more in the summary for the board\.$/);
  expect(text).not.toContain('Bring plan 3');
});
