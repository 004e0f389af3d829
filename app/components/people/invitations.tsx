import { Table } from '#app/components/govuk/table.tsx';
import type { PeoplePage } from '#app/domain/people/people-page.server.ts';

/** Invitations whose link still works. The links themselves were shown once and are not kept. */
export function Invitations({ invitations }: Pick<PeoplePage, 'invitations'>) {
  return (
    <section aria-labelledby="invitations">
      <h2 className="govuk-heading-m" id="invitations">
        Open invitations
      </h2>
      {invitations.length === 0 ? (
        <p className="govuk-body">Nobody is invited at the moment.</p>
      ) : (
        <Table
          caption="Open invitations"
          captionHidden
          stackOnMobile
          firstCellIsHeader
          columns={['Name', 'Email address', 'Role', 'Invited by', 'The link works until'].map((heading) => ({
            heading,
          }))}
          rows={invitations.map(({ name, email, roleWords, invitedBy, expires }) => [
            name,
            <span key="email" className="app-break">
              {email}
            </span>,
            roleWords,
            invitedBy,
            expires,
          ])}
        />
      )}
    </section>
  );
}
