import { FACT_WORDS } from '#app/domain/fact-words.ts';
import type { RecordedFact } from '#app/domain/milestones/milestone-page.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';

/** What somebody else recorded while the form was being filled in. The form below it still holds what was typed. */
export function Conflict({ newer }: { newer: RecordedFact[] }) {
  return (
    <div className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">Somebody else was faster</h2>
        <div className="govuk-error-summary__body">
          <p className="govuk-body">
            While you were writing, this was recorded for the same milestone. What you typed is kept in the form below.
            Read both; then record yours as well, or cancel.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {newer.map((fact) => (
              <li key={fact.number}>
                Fact {fact.number}: {FACT_WORDS[fact.kind].word.toLowerCase()}
                {fact.value ? ` ${formatPartialDate(fact.value)}` : ''}, by {fact.recordedBy ?? 'the loader'} on{' '}
                {formatPartialDate(fact.recordedOn)}. {fact.note}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
