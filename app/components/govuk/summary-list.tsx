import type { ReactNode } from 'react';

export interface SummaryRow {
  key: string;
  /** How the name is shown, where it is more than words. */
  name?: ReactNode;
  value: ReactNode;
  /** A link beside the value; `about` finishes its words for screen readers: "Change" + "date". */
  action?: { href: string; text: string; about: string };
}

/** Names and values of one thing. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  const anyAction = rows.some((row) => row.action);
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ key, name = key, value, action }) => (
        <div
          key={key}
          className={`govuk-summary-list__row${anyAction && !action ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={action.href}>
                {action.text}
                <span className="govuk-visually-hidden"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
