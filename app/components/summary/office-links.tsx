import { useAddresses } from '#app/use-addresses.ts';

interface OfficeLinksProps {
  quarter: string;
  /** Where the office writes of the quarter and asks for returns. */
  hasOffice: boolean;
  /** Who may see all that is held, drafts too. */
  seesHeld: boolean;
}

/** What there is of the quarter beside its summary, for people who are signed in. */
export function OfficeLinks({ quarter, hasOffice, seesHeld }: OfficeLinksProps) {
  const to = useAddresses();
  if (!hasOffice) return null;
  return (
    <ul className="govuk-list app-downloads app-no-print">
      <li>
        <a className="govuk-link" href={to.quarterOffice(quarter)}>
          The office’s words: assessment, clearances, steers and actions
        </a>
      </li>
      {seesHeld ? (
        <li>
          <a className="govuk-link" href={to.quarterHeld(quarter)}>
            All that is held on this quarter, as JSON
          </a>{' '}
          (drafts and comments too, for requests under the Freedom of Information Act)
        </li>
      ) : null}
    </ul>
  );
}
