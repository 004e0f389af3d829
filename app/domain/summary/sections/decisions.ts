import { formatPartialDate, lastDay } from '../../partial-date.ts';
import { counted, listed } from '../../sentences.ts';
import type { Block, Section } from '../document.ts';
import { item, paragraph, recommendationReference, said, section, sentence } from '../parts.ts';
import type { SummaryInput, SummaryReturn } from '../summary-input.ts';

/**
 * What owners ask of others in their returns, the soonest first. `most` are told in full and the others by what they are
 * about. Only of quarters that were commissioned.
 */
export function decisionsSection(
  { isCommissioned, returns, audience }: SummaryInput,
  most = Number.POSITIVE_INFINITY,
): Section[] {
  if (!isCommissioned || (audience === 'publication' && returns.length === 0)) return [];
  const wanted = returns.filter(({ content }) => content?.help).sort((a, b) => byWhen(a).localeCompare(byWhen(b)));
  const blocks: Block[] =
    wanted.length > 0
      ? [{ kind: 'list', items: wanted.slice(0, most).map(decision) }, ...inShort(wanted.slice(most))]
      : [said(noneWanted(returns))];
  return section(
    'decisions-wanted',
    'Decisions and help wanted',
    blocks.map((block) => ({ ...block, field: 'decisions wanted' as const })),
  );
}

function inShort(wanted: readonly SummaryReturn[]): Block[] {
  if (wanted.length === 0) return [];
  const codes = listed(wanted.map(({ code }) => code));
  const text = `${counted(wanted.length, 'more decision')} wanted, told in full in the summary for the board: ${codes}.`;
  return [paragraph([sentence(text, wanted.map(recommendationReference))])];
}

const byWhen = ({ content }: SummaryReturn): string => (content?.helpBy ? lastDay(content.helpBy) : '9999-12-31');

function decision(one: SummaryReturn) {
  const { help, helpFrom, helpBy } = one.content ?? {};
  const from = helpFrom ? `From: ${helpFrom}. ` : '';
  const by = helpBy ? `By: ${formatPartialDate(helpBy)}. ` : 'No date was given. ';
  const owner = one.owner ? `Asked by: ${one.owner}.` : '';
  return item(ended(help ?? ''), `About: ${one.title}. ${from}${by}${owner}`.trim(), [recommendationReference(one)]);
}

/** With a full stop, whatever the writer did. */
export const ended = (words: string): string => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

function noneWanted(returns: readonly SummaryReturn[]): string {
  const told = returns.filter(({ content }) => content !== null).length;
  return told === 0
    ? 'No return says yet what is wanted.'
    : `No decision or help is asked for in the ${counted(told, 'return')} that came.`;
}
