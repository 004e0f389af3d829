import type { Day } from '#app/domain/partial-date.ts';
import { needsPathToGreen } from '#app/domain/returns/return-answers.ts';
import type { ReturnContent } from '#app/domain/returns/return-content.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';
import { daysAfter } from './moments.ts';

/** The shares of a portfolio like the government's own, mostly Amber, in an order that is always the same. */
const RATINGS: Confidence[] = [
  ...(['Amber', 'Green', 'Amber', 'Red', 'Amber', 'Amber', 'Green', 'Amber', 'Amber', 'Red'] as const),
  ...(['Amber', 'Amber', 'not rated', 'Amber', 'Green', 'Amber', 'Red', 'Amber', 'not rated', 'Amber'] as const),
];

const REASONS: Record<Confidence, string> = {
  Green: 'Illustrative: the plan is funded, the team is in place and the next two milestones are on course.',
  Amber: 'Illustrative: the plan holds, but one supplier is late and a decision on next year’s funding is outstanding.',
  Red: 'Illustrative: the date cannot be met with the present scope, and no agreed way back is in place.',
  'not rated': 'Illustrative: a new owner has just taken over and will rate next quarter.',
};

/** What is wanted where delivery seems out of reach: a decision, whose, and how many days after the return. */
const WANTED = [
  ['a decision on whether to reduce the scope or to move the date', 'the programme board', 45],
  ['approval to recruit two posts outside the headcount limit', 'the permanent secretary', 60],
  ['ministers’ agreement to publish the plan without the funding line', 'the minister for science', 30],
  ['a letter to partners that confirms the second year of funding', 'the strategy office', 75],
] as const;

function wanted(place: number, day: Day): Pick<ReturnContent, 'help' | 'helpFrom' | 'helpBy'> {
  const [what, from, days] = WANTED[place % WANTED.length] ?? WANTED[0];
  return { help: `Illustrative: ${what}.`, helpFrom: `Illustrative: ${from}`, helpBy: daysAfter(day, days) };
}

/** How a made-up rating moves: every seventh recommendation is one step along in the newest quarter. */
function ratingOf(place: number, quarter: number): Confidence {
  const moved = place % 7 === 0 && quarter >= 3 ? 1 : 0;
  return RATINGS[(place + moved) % RATINGS.length] ?? 'Amber';
}

/**
 * What the owner of a recommendation answers in the demonstration: `place` is its place among those that report,
 * `quarter` counts the demonstration's quarters from 0. Every text says that it is made up.
 */
export function demonstrationAnswers(place: number, quarter: number, clearedOn: Day): ReturnContent {
  const confidence = ratingOf(place, quarter);
  return {
    confidence,
    unchanged: false,
    confidenceReason: REASONS[confidence],
    achieved: `Illustrative: the board met ${quarter + 1} times and agreed the plan for the next three months.`,
    next: 'Illustrative: agree the delivery plan with partners and publish it.',
    risks: 'Illustrative: recruitment is slower than planned; the team shares two specialists with another programme.',
    pathToGreen: needsPathToGreen(confidence) ? 'Illustrative: settle funding by the end of the next quarter.' : null,
    ...(confidence === 'Red' ? wanted(place, clearedOn) : { help: null, helpFrom: null, helpBy: null }),
    stage: null,
    stageReason: null,
    proposedMilestone: null,
    proposedDate: null,
    evidence: null,
    clearedBy: 'Illustrative: head of delivery',
    clearedOn,
    statements: [],
    confirmations: [],
  };
}

/** "Nothing has changed since last quarter", with the answers of the return before. */
export function unchangedAnswers(before: ReturnContent, clearedOn: Day): ReturnContent {
  return { ...before, unchanged: true, clearedOn, statements: [], confirmations: [] };
}
