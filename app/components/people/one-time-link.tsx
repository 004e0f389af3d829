import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import type { Invitation } from '#app/domain/people/invite.server.ts';
import { ROLE_WORDS } from '#app/domain/people/role-words.ts';

/** The link that an invitation made, to be passed on. It is shown here and never again. */
export function OneTimeLink({ link, invited }: { link: string; invited: Invitation }) {
  return (
    <NotificationBanner kind="success">
      <p className="govuk-notification-banner__heading">
        {invited.name} is invited as {ROLE_WORDS[invited.role].one}.
      </p>
      <p className="govuk-body">
        Copy this link and pass it on to them at <span className="app-break">{invited.email}</span>. It is shown only
        now, works once, and ends in seven days. Whoever has it can set up this account.
      </p>
      <p className="govuk-body app-break app-one-time-link" id="one-time-link">
        {link}
      </p>
    </NotificationBanner>
  );
}
