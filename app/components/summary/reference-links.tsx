import { Fragment, type ReactNode } from 'react';
import type { Addresses } from '#app/addresses.ts';
import { Details } from '#app/components/govuk/details.tsx';
import { counted } from '#app/domain/sentences.ts';
import { cutAtCodes } from '#app/domain/summary/cell-words.ts';
import type { Reference } from '#app/domain/summary/document.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** From more than these on, what a sentence was made from is folded away below its paragraph. */
const FEW = 3;

/** Few enough to stand in the sentence itself. */
export const isFew = (references: readonly Reference[]): boolean => references.length <= FEW;

/** The page of what a statement is about. */
export function addressOf(to: Addresses, { to: kind, code }: Reference): string {
  if (kind !== 'return') return to[kind](code);
  const [quarter = '', recommendation = ''] = code.split('/');
  return to.return(quarter, recommendation);
}

/** "1 date moved (DAT-1.3).": few codes stand before the full stop; those that the text names already are not said twice. */
export function WithCodes({ text, references }: { text: string; references: Reference[] }) {
  const byCode = new Map(isFew(references) ? references.map((reference) => [codeOf(reference), reference]) : []);
  const [, words = text, stop = ''] = /^([\s\S]*?)([.!?]?)$/.exec(text) ?? [];
  const parts = cutAtCodes(words, [...byCode.keys()]);
  const others = [...byCode].filter(([code]) => !parts.includes(code));
  return (
    <>
      {parts.map((part, i) => {
        const reference = i % 2 === 1 ? byCode.get(part) : undefined;
        return <Fragment key={i}>{reference ? <ReferenceLink reference={reference} /> : part}</Fragment>;
      })}
      {others.map(([code, reference], i) => (
        <Fragment key={code}>
          {i === 0 ? ' (' : ', '}
          <ReferenceLink reference={reference} />
        </Fragment>
      ))}
      {others.length > 0 ? ')' : ''}
      {stop}
    </>
  );
}

/** A code that leads to its page, with its title for those who hear it. */
function ReferenceLink({ reference }: { reference: Reference }) {
  const to = useAddresses();
  return (
    <a className="govuk-link app-reference" href={addressOf(to, reference)}>
      {codeOf(reference)}
      <span className="govuk-visually-hidden"> {reference.title}</span>
    </a>
  );
}

/** What a statement was made from, folded away. Paper leaves it out: nothing on it leads anywhere. */
export function MadeFrom({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <div className="app-no-print">
      <Details summary={summary}>{children}</Details>
    </div>
  );
}

/** Codes with titles, one a line. */
export function ReferenceList({ references }: { references: Reference[] }) {
  const to = useAddresses();
  return (
    <ul className="govuk-list app-reference-list">
      {references.map((reference) => (
        <li key={`${reference.to} ${reference.code}`}>
          <a className="govuk-link" href={addressOf(to, reference)}>
            {codeOf(reference)} {reference.title}
          </a>
        </li>
      ))}
    </ul>
  );
}

const KINDS: Record<Reference['to'], [one: string, many: string]> = {
  theme: ['theme', 'themes'],
  recommendation: ['recommendation', 'recommendations'],
  milestone: ['milestone', 'milestones'],
  indicator: ['indicator', 'indicators'],
  partnership: ['partnership', 'partnerships'],
  organisation: ['organisation', 'organisations'],
  source: ['source', 'sources'],
  return: ['return', 'returns'],
};

/** "12 recommendations", or "12 recommendations and milestones" of several kinds. */
export function referencesCounted(references: readonly Reference[]): string {
  const [first, ...more] = [...new Set(references.map(({ to }) => to))].map((to) => KINDS[to]);
  if (first && more.length === 0) return counted(references.length, ...first);
  return counted(references.length, 'place in the record', 'places in the record');
}

/** A return is called by its recommendation: its quarter is in what is said of it. */
const codeOf = ({ to, code }: Reference): string => (to === 'return' ? (code.split('/')[1] ?? code) : code);
