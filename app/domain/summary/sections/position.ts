import { milestoneSentence, stageSentences } from '../../overview/position-sentences.ts';
import { quarterLabel } from '../../quarter.ts';
import { differencesInWords } from '../../quarters/compare.ts';
import { ratingSentences } from '../../ratings/rating-words.ts';
import type { MilestoneView, RecommendationView, RecordAsAt } from '../../record/record.ts';
import { counted, listed } from '../../sentences.ts';
import { isUnknownStage } from '../../stage.ts';
import type { Block, Section, Sentence } from '../document.ts';
import { milestoneReference, paragraph, recommendationReference, section, sentence } from '../parts.ts';
import { hasRatings, type SummaryInput } from '../summary-input.ts';

/** Where we are, in one paragraph made from counts and comparisons; what returns say stands in a second. */
export function positionSection(input: SummaryInput): Section[] {
  // That nobody had judged yet helps a minister with nothing.
  const isTold = input.audience !== 'ministers' || input.record.recommendations.some(({ stage }) => stage !== null);
  const blocks: Block[] = [
    paragraph([
      ...(isTold ? stagesSaid(input.record) : []),
      milestonesSaid(input.record.milestones),
      ...changeSentence(input),
    ]),
    ...ratingParagraph(input),
    ...leftOutParagraph(input),
  ];
  return section('position', 'Where we are', blocks);
}

/** Recommendations by stage, each sentence with the recommendations that it counts. */
export function stagesSaid(record: RecordAsAt): Sentence[] {
  const { recommendations } = record;
  const isUnknown = ({ stage }: RecommendationView): boolean => isUnknownStage(stage?.stage ?? null);
  return stageSentences(record).map((text) => {
    if (text.startsWith('For ')) return sentence(text, recommendations.filter(isUnknown).map(recommendationReference));
    if (!text.startsWith('Of ')) return sentence(text);
    return sentence(text, recommendations.filter((one) => !isUnknown(one)).map(recommendationReference));
  });
}

/** How milestones stood, with those that it counts. */
export const milestonesSaid = (milestones: readonly MilestoneView[]): Sentence =>
  sentence(milestoneSentence({ milestones }), milestones.map(milestoneReference));

function changeSentence({ since, differences }: SummaryInput): Sentence[] {
  if (since === null) return [sentence('This is the strategy’s first quarter, so there is none to compare with.')];
  const references = differences.map(({ subject, code, title }) => ({ to: subject, code, title }));
  return [sentence(`Since the end of ${quarterLabel(since)}: ${differencesInWords(differences)}.`, references)];
}

/** What returns say of delivery confidence, once anything was rated in the quarter. */
function ratingParagraph(input: SummaryInput): Block[] {
  if (!hasRatings(input)) return input.returns.length === 0 ? [] : [{ ...returnsParagraph(input), field: 'ratings' }];
  const rated = input.returns.filter(({ now }) => now.confidence !== null);
  const [standing = '', ratings = '', ...moves] = ratingSentences(input.rated);
  const moved = rated.filter(({ move }) => move === 'improved' || move === 'worsened');
  return [
    {
      ...paragraph([
        sentence(standing),
        sentence(ratings, rated.map(recommendationReference)),
        ...moves.map((text) => sentence(text, moved.map(recommendationReference))),
        ...lateSentence(input),
      ]),
      field: 'ratings',
    },
  ];
}

function returnsParagraph({ returns }: SummaryInput): Block {
  return paragraph([
    sentence(
      `${counted(returns.length, 'return')} ${returns.length === 1 ? 'was' : 'were'} asked for; none is rated yet.`,
    ),
  ]);
}

/** Silence is data: late, unchanged and missing returns are said in words. */
function lateSentence({ returns }: SummaryInput): Sentence[] {
  const late = returns.filter(({ isLate }) => isLate);
  const unchanged = returns.filter(({ now }) => now.unchanged);
  return [
    ...(late.length > 0
      ? [sentence(`${counted(late.length, 'return')} came late.`, late.map(recommendationReference))]
      : []),
    ...(unchanged.length > 0
      ? [
          sentence(
            `${counted(unchanged.length, 'return')} said that nothing had changed.`,
            unchanged.map(recommendationReference),
          ),
        ]
      : []),
  ];
}

function leftOutParagraph({ fromMemory: { recommendations, milestones } }: SummaryInput): Block[] {
  const parts = [
    ...(recommendations > 0 ? [counted(recommendations, 'recommendation')] : []),
    ...(milestones > 0 ? [counted(milestones, 'milestone')] : []),
  ];
  if (parts.length === 0) return [];
  return [
    paragraph([
      sentence(
        `Left out of this publication, and of every count in it, because they rest on memory of the strategy or of events and no source was seen for them: ${listed(parts)}.`,
      ),
    ]),
  ];
}
