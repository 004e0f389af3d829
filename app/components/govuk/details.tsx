import type { ReactNode } from 'react';

/** More to read for those who ask for it. `id` lets a link lead here. */
export function Details({
  summary,
  id,
  open,
  children,
}: {
  summary: ReactNode;
  id?: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="govuk-details" id={id} open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
