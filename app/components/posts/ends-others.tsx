import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { Ending } from '#app/domain/posts/post-errors.ts';

/** What the act would end, for the person to agree to. The form below it still holds what was typed. */
export function EndsOthers({ endings }: { endings: Ending[] }) {
  if (endings.length === 0) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">This ends what is there now</h2>
        <div className="govuk-error-summary__body">
          <p className="govuk-body">
            Nothing was saved yet. From the day that you gave, these end. They stay in the history. Read them; then
            press the button below again, or untick what should stay.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {endings.map(({ id, recommendation, post, role, fromOn }) => (
              <li key={id}>
                {recommendation}: {post} is its {role} from {formatPartialDate(fromOn)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
