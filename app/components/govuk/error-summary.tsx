import { fieldId } from './field-id.ts';

/**
 * "There is a problem", with a link to each wrong field; nothing when there is no error.
 * `errors` is keyed by field name, in the order in which the fields stand on the page. The key "form" has no box to link to.
 */
export function ErrorSummary({ errors }: { errors: Record<string, string> | undefined }) {
  const entries = Object.entries(errors ?? {});
  if (entries.length === 0) return null;
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1}>
      {/* The alert is a child: the script focuses the outer box, and a screen reader then reads all of it. */}
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {entries.map(([name, message]) => (
              <li key={name}>{name === 'form' ? message : <a href={`#${fieldId(name)}`}>{message}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
