import type { Block, Section } from '../document.ts';
import { section } from '../parts.ts';
import type { SummaryInput } from '../summary-input.ts';
import { firstThatFits, shortened } from '../two-pages.ts';
import { assessmentSection } from './assessment.ts';
import { attentionSection } from './attention.ts';
import { decisionsSection } from './decisions.ts';
import { positionSection } from './position.ts';
import { steersInShort } from './steers.ts';
import { themeTable } from './theme-table.ts';
import { changesTable } from './what-changed.ts';

/** So many decisions, changes and points of attention, and so many letters of each. */
interface Room {
  decisions: number;
  changes: number;
  attention: number;
  letters: number;
}

/** From the fullest down; what is cut is said, and told in full to the board. */
const ROOMS: Room[] = [
  { decisions: 5, changes: 8, attention: 6, letters: 300 },
  { decisions: 5, changes: 6, attention: 5, letters: 260 },
  { decisions: 4, changes: 5, attention: 4, letters: 220 },
  { decisions: 3, changes: 4, attention: 3, letters: 180 },
  { decisions: 2, changes: 3, attention: 2, letters: 140 },
];

/** The ministers’ two pages: where we are, what is wanted of them, what changed, what needs attention. */
export function forMinisters(input: SummaryInput): Section[] {
  return firstThatFits(ROOMS.map((room) => () => sectionsIn(room, input)));
}

function sectionsIn({ decisions, changes, attention, letters }: Room, input: SummaryInput): Section[] {
  const cut = (sections: Section[]): Section[] => sections.map((one) => ({ ...one, blocks: one.blocks.map(cutItems) }));
  const cutItems = (block: Block): Block =>
    block.kind === 'list'
      ? { ...block, items: block.items.map((one) => ({ ...one, text: shortened(one.text, letters) })) }
      : block;
  return [
    ...assessmentSection(input),
    ...positionSection(input).map((one) => ({ ...one, blocks: [...one.blocks, ...themeTable(input)] })),
    ...cut(decisionsSection(input, decisions)),
    ...changed(input, changes),
    ...cut(attentionSection(input, attention)),
    ...steersInShort(input),
  ];
}

function changed(input: SummaryInput, most: number): Section[] {
  const { differences, since } = input;
  if (since === null) return [];
  const more = differences.length - most;
  const note = more > 0 ? `The first ${most} of ${differences.length}; the summary for the board has all.` : null;
  return section('what-changed', 'What changed', [
    { kind: 'table', table: changesTable(input, differences.slice(0, most), note) },
  ]);
}
