import { latenessInWords } from '../../lateness.ts';
import type { MilestoneView, RecommendationView } from '../../record/record.ts';
import { organisationsInWords, sourceInWords } from '../../registers/register-csv.ts';
import { helpInWords } from '../../returns/return-words.ts';
import { capitalised } from '../../sentences.ts';
import { CONFIRMATION_WORDS, groupOf, MILESTONE_STATUS_WORDS, STAGE_WORDS } from '../../status-words.ts';
import type { Block, DocumentTable, Section } from '../document.ts';
import {
  column,
  linked,
  MARKS,
  milestoneReference,
  recommendationReference,
  section,
  table,
  unprinted,
} from '../parts.ts';
import type { SummaryInput, SummaryReturn } from '../summary-input.ts';

/**
 * Everything, row by row, each with its source: milestones, and, in spreadsheets alone, recommendations and returns, which
 * are printed theme by theme.
 */
export function annexSection(input: SummaryInput): Section[] {
  return section('annex', 'Annex: every milestone', [
    { kind: 'table', table: milestonesTable(input) },
    { kind: 'table', table: recommendationsTable(input) },
    ...returnsBlock(input),
  ]);
}

const NONE = { word: 'None', shorthand: 'z' } as const;
const SURE = unprinted('How sure', 22);
const SOURCE = unprinted('Source', 50, { empty: { word: 'None', shorthand: 'x' } });

function recommendationsTable({ record, returns }: SummaryInput): DocumentTable {
  const owners = new Map(returns.map(({ code, owner }) => [code, owner]));
  return table(
    'recommendations',
    'Every recommendation',
    [
      unprinted('Code', 10),
      unprinted('Theme', 8),
      unprinted('Recommendation', 40),
      unprinted('Stage', 16),
      unprinted('Judged on', 14, { kind: 'date', empty: { word: 'Not judged', shorthand: 'z' } }),
      unprinted('Judged by', 24, { empty: { word: 'Nobody', shorthand: 'z' } }),
      unprinted('Why', 60, { empty: { word: 'Not judged', shorthand: 'z' } }),
      unprinted('What done looks like', 40, { empty: { word: 'Not agreed yet', shorthand: 'x' } }),
      unprinted('Owner', 30, { empty: { word: 'No post', shorthand: 'z' } }),
      unprinted('Organisations', 40, { empty: NONE }),
      SURE,
      SOURCE,
      MARKS,
    ],
    record.recommendations.map((one) => [
      linked(one.code, recommendationReference(one)),
      one.theme,
      one.title,
      one.stage ? STAGE_WORDS[one.stage.stage].word : 'Not judged by this day',
      one.stage?.judgedOn ?? null,
      one.stage?.judgedBy ?? null,
      one.stage?.reason ?? null,
      one.doneWhen,
      owners.get(one.code) ?? null,
      organisationsInWords(one.organisations) || null,
      ...sureness(one),
      '',
    ]),
    { sheet: 'Recommendations', printed: false },
  );
}

const sureness = (one: RecommendationView | MilestoneView) => [
  CONFIRMATION_WORDS[one.confirmation].word,
  sourceInWords(one) || null,
];

function returnsBlock({ returns }: SummaryInput): Block[] {
  return returns.length === 0 ? [] : [{ kind: 'table', table: returnsTable(returns) }];
}

const STANDING_WORDS: Record<SummaryReturn['now']['standing'], string> = {
  accepted: 'Accepted',
  submitted: 'Submitted, not accepted',
  missing: 'Recorded as missing',
  outstanding: 'Not in',
};

/** Too wide to print: what it holds is printed theme by theme. */
function returnsTable(returns: readonly SummaryReturn[]): DocumentTable {
  const missing = { word: 'No return', shorthand: 'x' as const };
  const said = { word: 'Nothing said', shorthand: 'z' as const };
  return table(
    'returns',
    'Returns',
    [
      unprinted('Code', 10),
      unprinted('Recommendation', 36),
      unprinted('Owner', 30, { empty: { word: 'No post', shorthand: 'z' } }),
      unprinted('Return', 20, { field: 'ratings' }),
      unprinted('Came', 12, { field: 'ratings', empty: missing }),
      unprinted('Delivery confidence', 14, { field: 'ratings', empty: missing }),
      unprinted('The quarter before', 14, { field: 'ratings', empty: said }),
      unprinted('Strategy office', 14, { field: 'ratings', empty: { word: 'None given', shorthand: 'z' } }),
      unprinted('Reason', 50, { field: 'ratings', empty: said }),
      unprinted('Achieved', 50, { field: 'achieved', empty: said }),
      unprinted('Next', 50, { field: 'next', empty: said }),
      unprinted('Risks and issues', 50, { field: 'risks', empty: said }),
      unprinted('Path to green', 50, { field: 'path to green', empty: said }),
      unprinted('Decision or help wanted', 50, { field: 'decisions wanted', empty: said }),
      MARKS,
    ],
    returns.map((one) => [
      linked(one.code, recommendationReference(one)),
      one.title,
      one.owner,
      STANDING_WORDS[one.now.standing],
      one.now.confidence === null ? null : one.isLate ? 'Late' : 'In time',
      one.now.confidence && capitalised(one.now.confidence),
      one.before?.confidence ? capitalised(one.before.confidence) : null,
      one.now.ownConfidence && capitalised(one.now.ownConfidence),
      one.content?.confidenceReason ?? null,
      one.content?.achieved ?? null,
      one.content?.next ?? null,
      one.content?.risks ?? null,
      one.content?.pathToGreen ?? null,
      one.content?.help ? helpInWords(one.content) : null,
      '',
    ]),
    { sheet: 'Returns', printed: false, note: 'One row a return that was asked for.' },
  );
}

function milestonesTable({ record }: SummaryInput): DocumentTable {
  const organisations = new Map(record.recommendations.map((one) => [one.code, one.organisations]));
  return table(
    'milestones',
    'Every milestone',
    [
      column('Code', 11),
      column('Milestone', 36),
      unprinted('Recommendation', 12),
      unprinted('Theme', 8),
      column('Status', 18),
      column('First date', 15, { kind: 'date', empty: { word: 'No date', shorthand: 'z' } }),
      column('Latest date', 15, { kind: 'date', empty: { word: 'No date', shorthand: 'z' } }),
      column('Outcome date', 15, { kind: 'date', empty: { word: 'None yet', shorthand: 'z' } }),
      unprinted('Late by (days)', 10, { kind: 'number', empty: { word: 'Cannot be compared', shorthand: 'z' } }),
      column('Late by (words)', 20),
      unprinted('Organisations', 40, { empty: NONE }),
      SURE,
      SOURCE,
      MARKS,
    ],
    record.milestones.map((one) => [
      linked(one.code, milestoneReference(one)),
      one.title,
      one.recommendation,
      one.theme,
      MILESTONE_STATUS_WORDS[one.status].word,
      one.firstDate,
      one.latestDate,
      one.outcome?.date ?? null,
      one.lateness.comparable ? one.lateness.span.days : null,
      latenessInWords(one.lateness),
      organisationsInWords(organisations.get(one.recommendation) ?? []) || null,
      ...sureness(one),
      groupOf(one.status) === 'open' && one.latestDate !== null ? 'f' : '',
    ]),
    {
      sheet: 'Milestones',
      note: 'One row a milestone that had been promised by then. The latest date is the latest that was announced; lateness is counted from the first.',
      emptyWords: 'No milestone had been promised by then.',
    },
  );
}
