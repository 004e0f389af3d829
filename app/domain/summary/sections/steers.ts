import type { Steer } from '../../office/office-words.ts';
import { steersNeedingAttention } from '../../office/steer-standing.ts';
import { counted } from '../../sentences.ts';
import type { Section } from '../document.ts';
import { column, paragraph, said, section, sentence, table } from '../parts.ts';
import type { SummaryInput } from '../summary-input.ts';

/** What boards and ministers asked for, with how it stands. Only of quarters that were commissioned. */
export function steersSection({ office }: SummaryInput): Section[] {
  if (!office) return [];
  const { steers } = office;
  const block =
    steers.length > 0
      ? { kind: 'table' as const, table: steersTable(steers) }
      : said('No steer or action is recorded.');
  return section('steers', 'Steers and actions', [{ ...block, field: 'steers' }]);
}

function steersTable(steers: readonly Steer[]) {
  return table(
    'steers-list',
    'Steers and actions',
    [
      column('Number', 8, { kind: 'number' }),
      column('From', 18),
      column('What', 44),
      column('Who is to do it', 24),
      column('About', 12, { empty: { word: 'The whole', shorthand: 'z' } }),
      column('Due', 16, { kind: 'date', empty: { word: 'No date', shorthand: 'z' } }),
      column('How it stands', 18),
    ],
    steers.map(({ id, fromWhom, words, owner, recommendation, due, inWords }) => [
      ...[id, fromWhom, words, owner, recommendation, due, inWords],
    ]),
    { sheet: 'Steers' },
  );
}

/** How many steers ministers are told in full. */
const SHOWN = 3;

/** For ministers: how many are late or due soon, and the first of them. */
export function steersInShort({ office, ask }: SummaryInput): Section[] {
  if (!office) return [];
  const near = steersNeedingAttention(office.steers, ask.today);
  if (near.length === 0) return [];
  const more = near.length - SHOWN;
  const told = near
    .slice(0, SHOWN)
    .map(({ words, owner, inWords }) => `${words.replace(/\.$/, '')} (${owner}): ${inWords.toLowerCase()}.`);
  return section('steers', 'Steers and actions', [
    paragraph([
      sentence(`${counted(near.length, 'steer or action', 'steers or actions')} late or due within 30 days.`),
      ...told.map((text) => sentence(text)),
      ...(more > 0 ? [sentence(`${more} more in the summary for the board.`)] : []),
    ]),
  ]);
}
