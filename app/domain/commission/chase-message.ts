import { type Day, formatPartialDate } from '../partial-date.ts';
import { counted } from '../sentences.ts';

/** A return that is owed. */
export interface OwedReturn {
  recommendation: string;
  title: string;
  /** What is wanted: it was not begun, not submitted, or came back. */
  state: 'not started' | 'draft' | 'sent back';
  deadline: Day;
  /** The whole address of its page. */
  address: string;
}

interface ChaseMessage {
  subject: string;
  body: string;
}

/** Mail programs cut longer links off. */
const LONGEST_LINK = 1_900;

/** What is said to whoever owes these returns: which, by when, and where. One `holder`'s returns have one deadline. */
export function chaseMessage(
  returns: readonly OwedReturn[],
  { label, today }: { label: string; today: Day },
): ChaseMessage {
  const deadline = returns[0]?.deadline ?? today;
  const subject = `${counted(returns.length, 'return')} for ${label}: due ${formatPartialDate(deadline)}`;
  const due = deadline < today ? 'were due' : 'are due';
  const body = [
    `Your returns on these recommendations for ${label} ${due} by the end of ${formatPartialDate(deadline)}:`,
    ...returns.map(
      ({ recommendation, title, state, address }) => `${recommendation}: ${title} (${STATE_WORDS[state]})\n${address}`,
    ),
    'If nothing has changed since your last return, one answer says so.',
  ].join('\n\n');
  return { subject, body };
}

const STATE_WORDS: Record<OwedReturn['state'], string> = {
  'not started': 'not begun',
  draft: 'begun, not submitted',
  'sent back': 'sent back with comments',
};

/**
 * A link that opens the message in a mail program (RFC 6068). Where it would be too long, it leads to the list of one's
 * returns in the place of every single one.
 */
export function mailtoLink(email: string, { subject, body }: ChaseMessage, list: string): string {
  const whole = linkWith(email, subject, body);
  if (whole.length <= LONGEST_LINK) return whole;
  return linkWith(email, subject, `${body.split('\n\n')[0]?.replace(':', '.')}\n\nThey are listed here: ${list}`);
}

function linkWith(email: string, subject: string, body: string): string {
  const address = encodeURIComponent(email).replaceAll('%40', '@');
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
