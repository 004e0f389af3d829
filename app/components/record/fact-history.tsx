import { Table } from '#app/components/govuk/table.tsx';
import { FACT_WORDS } from '#app/domain/fact-words.ts';
import type { RecordedFact } from '#app/domain/milestones/milestone-page.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ProvenanceLine } from './provenance-line.tsx';

interface FactHistoryProps {
  code: string;
  facts: RecordedFact[];
  /** Offers a correction beside each fact that stands. */
  mayCorrect: boolean;
}

/** Every fact of a milestone in the order of recording; what was corrected stays, marked. */
export function FactHistory({ code, facts, mayCorrect }: FactHistoryProps) {
  const to = useAddresses();
  if (facts.length === 0) return <p className="govuk-body">Nothing had been said by this day.</p>;
  return (
    <Table
      caption={`Facts recorded for ${code}`}
      captionHidden
      stackOnMobile
      className="app-facts"
      columns={['Number', 'What', 'Date', 'Said', 'Where seen', 'Recorded', ...(mayCorrect ? ['Correct'] : [])].map(
        (heading) => ({
          heading,
        }),
      )}
      rows={facts.map((fact) => [
        fact.number,
        <What key="what" fact={fact} />,
        <PromisedDate key="date" fact={fact} />,
        formatPartialDate(fact.saidOn),
        <ProvenanceLine key="source" confirmation={fact.confirmation} source={fact.source} />,
        <Recorded key="recorded" fact={fact} />,
        ...(mayCorrect
          ? [
              fact.replacedBy === null ? (
                <a key="correct" className="govuk-link" href={to.correct(code, fact.number)}>
                  Correct<span className="govuk-visually-hidden"> fact {fact.number}</span>
                </a>
              ) : (
                'Corrected'
              ),
            ]
          : []),
      ])}
    />
  );
}

function What({ fact }: { fact: RecordedFact }) {
  return (
    <>
      <Struck when={fact.replacedBy !== null}>{FACT_WORDS[fact.kind].word}</Struck>
      {fact.replacedBy === null ? null : <strong> Corrected by fact {fact.replacedBy}</strong>}
      {fact.replaces === null ? null : <strong> Corrects fact {fact.replaces}</strong>}
      {fact.replaces !== null && fact.changeReason ? <span className="app-note">Why: {fact.changeReason}</span> : null}
      {fact.note ? <span className="app-note">{fact.note}</span> : null}
    </>
  );
}

function PromisedDate({ fact: { value, asPublished, replacedBy } }: { fact: RecordedFact }) {
  return (
    <>
      <Struck when={replacedBy !== null}>{value ? formatPartialDate(value) : 'No date'}</Struck>
      {asPublished === null ? null : <span className="app-note">Published as “{asPublished}”</span>}
    </>
  );
}

function Recorded({ fact: { recordedOn, recordedBy, fileName } }: { fact: RecordedFact }) {
  return (
    <>
      {formatPartialDate(recordedOn)}, {recordedBy ?? 'loaded with the strategy'}
      {fileName === null ? null : <span className="app-note app-break">From the file {fileName}</span>}
    </>
  );
}

function Struck({ when, children }: { when: boolean; children: string }) {
  return when ? <del>{children}</del> : children;
}
