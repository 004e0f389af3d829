import { quarterLabel } from '../../quarter.ts';
import type { Difference, DifferenceKind } from '../../quarters/compare.ts';
import { capitalised, counted } from '../../sentences.ts';
import type { Block, DocumentTable, Section } from '../document.ts';
import { column, item, linked, MARKS, recommendationReference, said, section, table } from '../parts.ts';
import type { SummaryInput, SummaryReturn } from '../summary-input.ts';

/** What kind of difference each row of the table of changes is. */
export const DIFFERENCE_WORDS: Record<DifferenceKind, string> = {
  outcome: 'Outcome',
  withdrawn: 'Withdrawn',
  'date moved': 'Date moved',
  'date passed': 'Date passed',
  new: 'New milestone',
  stage: 'Stage',
};

/** What changed since the quarter before: outcomes, dates, stages, ratings, and returns that came after their close. */
export function whatChangedSection(input: SummaryInput): Section[] {
  const { since, differences } = input;
  if (since === null) return [];
  const table = changesTable(input, differences);
  const nothing = said(`Nothing changed in the record between the ends of ${quarterLabel(since)} and this quarter.`);
  return section('what-changed', 'What changed', [
    differences.length > 0 ? { kind: 'table', table } : nothing,
    ...ratingsMoved(input),
    ...lateReturns(input),
  ]);
}

/** The table of changes: one row a difference, at most so many. */
export function changesTable(
  { since }: Pick<SummaryInput, 'since'>,
  differences: readonly Difference[],
  note: string | null = null,
): DocumentTable {
  const empty = { word: 'Not given', shorthand: 'x' as const };
  return table(
    'changes',
    `Changes since the end of ${since ? quarterLabel(since) : 'the quarter before'}`,
    [
      column('Code', 11),
      column('Change', 13),
      column('About', 34),
      column('Before', 22),
      column('After', 26),
      column('How far', 16, { empty: { word: 'Does not apply', shorthand: 'z' } }),
      column('Reason', 40, { printed: false, empty }),
      MARKS,
    ],
    differences.map((one) => [
      linked(one.code, { to: one.subject, code: one.code, title: one.title }),
      DIFFERENCE_WORDS[one.kind],
      one.title,
      one.before,
      one.after,
      one.howFar && capitalised(one.howFar),
      one.reason,
      '',
    ]),
    { note, sheet: 'Changes', emptyWords: 'Nothing changed in the record.' },
  );
}

function ratingsMoved({ returns }: SummaryInput): Block[] {
  const moved = returns.filter(({ move }) => move === 'improved' || move === 'worsened');
  if (moved.length === 0) return [];
  return [
    { kind: 'subheading', id: 'ratings-moved', level: 3, text: 'Ratings that moved', field: 'ratings' },
    { kind: 'list', items: moved.map(ratingMoved), field: 'ratings' },
  ];
}

/** A rating that moved, with the owner's reason. */
export function ratingMoved(one: SummaryReturn) {
  const words = `${capitalised(one.move ?? '')} from ${one.before?.confidence} to ${one.now.confidence}.`;
  return item(one.title, `${words} ${one.content?.confidenceReason ?? ''}`.trim(), [recommendationReference(one)]);
}

function lateReturns({ late }: SummaryInput): Block[] {
  if (late.length === 0) return [];
  const blocks: Block[] = [
    { kind: 'subheading', id: 'late-returns', level: 3, text: 'Returns that came after their quarter was closed' },
    said(
      `${counted(late.length, 'return')} came after the quarter was closed. Each is kept as late; it enters the closed quarter only by a correction.`,
    ),
    {
      kind: 'list',
      items: late.map((one) =>
        item(one.title, `For ${quarterLabel(one.quarter)}.`, [
          { to: 'return', code: `${one.quarter}/${one.recommendation}`, title: one.title },
        ]),
      ),
    },
  ];
  return blocks.map((block) => ({ ...block, field: 'ratings' }));
}
