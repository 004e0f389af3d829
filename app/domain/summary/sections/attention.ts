import { datePassed, passedInWords } from '../../overview/attention.ts';
import { type RatingAttention, ratingAttention } from '../../ratings/rating-words.ts';
import { counted } from '../../sentences.ts';
import type { Block, ListItem, Section } from '../document.ts';
import { item, milestoneReference, recommendationReference, said, section } from '../parts.ts';
import type { SummaryInput } from '../summary-input.ts';

/** What needs attention: ratings first, then dates that passed without an outcome; `most` cuts both lists. */
export function attentionSection(input: SummaryInput, most = Number.POSITIVE_INFINITY): Section[] {
  const passed = passedItems(input);
  const rated = ratedItems(input);
  const blocks: Block[] = [
    ...(rated.length > 0 ? [{ ...cutList(rated, most), field: 'ratings' as const }] : []),
    ...(passed.length > 0 ? [cutList(passed, Math.max(most - rated.length, 2))] : []),
  ];
  const left =
    rated.length + passed.length - blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).length;
  if (left > 0) blocks.push(said(`${counted(left, 'more point', 'more points')} in the summary for the board.`));
  return section('needs-attention', 'Needs attention', blocks.length > 0 ? blocks : nothing(input));
}

/** That no return stands out says something of ratings, so it is published only with them. */
function nothing({ returns }: SummaryInput): Block[] {
  const passed = said('No date has passed without an outcome.');
  return returns.length === 0 ? [passed] : [passed, { ...said('No return stands out.'), field: 'ratings' }];
}

const cutList = (items: ListItem[], most: number): Block => ({ kind: 'list', items: items.slice(0, most) });

function passedItems({ record }: SummaryInput): ListItem[] {
  return datePassed(record.milestones).map((milestone) =>
    item(milestone.title, passedInWords(milestone, record.day), [milestoneReference(milestone)]),
  );
}

function ratedItems({ rated, returns }: SummaryInput): ListItem[] {
  const found = new Map(returns.map((one) => [one.code, one]));
  return ratingAttention(rated).flatMap((attention) => {
    const one = found.get(attention.recommendation);
    return one
      ? [item(one.title, reasonOf(attention, one.content?.confidenceReason ?? null), [recommendationReference(one)])]
      : [];
  });
}

/** "Red; worsened from Amber …. The supplier has withdrawn." */
function reasonOf({ words }: RatingAttention, reason: string | null): string {
  const [, said = words] = /^[^:]*: ([\s\S]*)$/.exec(words) ?? [];
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} ${reason ?? ''}`.trim();
}
