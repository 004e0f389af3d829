import { type ReactNode, useId } from 'react';

type BannerProps = { kind?: 'important' | 'success'; title?: string; children: ReactNode };

/** Something the reader must know about the page, or that what they did succeeded. */
export function NotificationBanner({ kind = 'important', title, children }: BannerProps) {
  const id = useId();
  const success = kind === 'success';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label; the rule does not read the choice
    <div
      className={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : 'region'}
      aria-labelledby={id}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {title ?? (success ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
