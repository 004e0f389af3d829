import type { Assessment } from '#app/domain/office/office-words.ts';

/** Both texts, when somebody saved an assessment while another was written. The form below holds the reader's own. */
export function AssessmentConflict({ theirs, yours }: { theirs: Assessment; yours: string }) {
  return (
    <>
      <div className="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1}>
        <div role="alert">
          <h2 className="govuk-error-summary__title">Somebody else was faster</h2>
          <div className="govuk-error-summary__body">
            <p className="govuk-body">
              {theirs.by} saved version {theirs.number} of the assessment while you were writing, {theirs.when}. Both
              texts are below and nothing is lost. Yours is not saved yet: make one text out of both in the form and
              save it, or cancel to leave theirs.
            </p>
          </div>
        </div>
      </div>
      <div className="app-both">
        <section className="app-both__text" aria-labelledby="both-yours">
          <h2 className="govuk-heading-s" id="both-yours">
            Yours, not saved
          </h2>
          <p className="govuk-body app-lines">{yours}</p>
        </section>
        <section className="app-both__text" aria-labelledby="both-theirs">
          <h2 className="govuk-heading-s" id="both-theirs">
            {theirs.by}’s, saved as version {theirs.number}
          </h2>
          <p className="govuk-body app-lines">{theirs.words}</p>
        </section>
      </div>
    </>
  );
}
