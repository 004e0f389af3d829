import { Details } from '#app/components/govuk/details.tsx';
import { MOST_WORDS } from '#app/domain/office/assessment-rules.ts';
import type { Assessment } from '#app/domain/office/office-words.ts';
import { counted } from '#app/domain/sentences.ts';

/** The words of an assessment, with who wrote them and when. Internal. */
export function AssessmentText({ assessment }: { assessment: Assessment }) {
  const { words, by, when } = assessment;
  return (
    <div className="app-assessment">
      <p className="govuk-body app-lines">{words}</p>
      <p className="govuk-body app-note">
        By {by} for the strategy office, {when}. Not published.
      </p>
    </div>
  );
}

/** How long an assessment is, and which version. */
export function AssessmentLength({ assessment: { count, number } }: { assessment: Assessment }) {
  return (
    <p className="govuk-body">
      Version {number}: {counted(count, 'word')} of at most {MOST_WORDS}.
    </p>
  );
}

/** Earlier versions, newest first, folded away. */
export function EarlierAssessments({ earlier }: { earlier: Assessment[] }) {
  if (earlier.length === 0) return null;
  return (
    <Details summary={`Earlier versions (${earlier.length})`}>
      {earlier.map(({ number, words, count, by, when }) => (
        <div key={number}>
          <h3 className="govuk-heading-s app-assessment__version">
            Version {number}: {by}, {when}
          </h3>
          <p className="govuk-body app-lines">{words}</p>
          <p className="govuk-body app-note">{counted(count, 'word')}</p>
        </div>
      ))}
    </Details>
  );
}
