import type { Provenance } from '#app/domain/record/record.ts';
import { CONFIRMATION_WORDS } from '#app/domain/status-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** "Source: Title, publisher (trade body)", or that a statement rests on memory. */
export function ProvenanceLine({ confirmation, source, place }: Provenance & { place?: string | null }) {
  const to = useAddresses();
  if (!source) return <span className="app-confirmation">{CONFIRMATION_WORDS[confirmation].word}</span>;
  return (
    <span className="app-provenance">
      <a className="govuk-link" href={to.source(source.code)}>
        {source.title}
      </a>
      {source.publisher ? `, ${source.publisher} (${source.type})` : ''}
      {place ? `. ${place}` : ''}
    </span>
  );
}
