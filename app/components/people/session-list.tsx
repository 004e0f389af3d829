import { Button } from '#app/components/govuk/button.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { OpenSession } from '#app/domain/people/account.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The browsers in which somebody is signed in, each with a button to sign it out. */
export function SessionList({ sessions }: { sessions: OpenSession[] }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="sessions">
      <h2 className="govuk-heading-m" id="sessions">
        Where you are signed in
      </h2>
      <Table
        caption="Where you are signed in"
        captionHidden
        stackOnMobile
        columns={['Browser', 'Since', 'Ends', 'Sign out there'].map((heading) => ({ heading }))}
        rows={sessions.map((session) => [
          session.browser,
          session.since,
          session.until,
          session.isThis ? 'This browser' : <EndForm key="end" session={session} />,
        ])}
      />
      {sessions.length > 1 ? (
        <form method="post" action={to.account()}>
          <Button look="secondary" name="act" value="end-others">
            Sign out everywhere else
          </Button>
        </form>
      ) : null}
    </section>
  );
}

function EndForm({ session }: { session: OpenSession }) {
  const to = useAddresses();
  return (
    <form method="post" action={to.account()} className="app-in-cell">
      <input type="hidden" name="act" value="end" />
      <input type="hidden" name="session" value={session.code} />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Sign out
        <span className="govuk-visually-hidden">
          {' '}
          {session.browser}, since {session.since}
        </span>
      </button>
    </form>
  );
}
