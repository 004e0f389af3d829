import type { CommissionPage } from '#app/domain/commission/commission-page.server.ts';
import { QUARTER_STATE_WORDS } from '#app/domain/quarters/quarter-words.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface CommissionsProps {
  commissions: CommissionPage['commissions'];
  /** The quarter that the page is about. */
  shown: string | null;
}

/** The other quarters that were commissioned. */
export function Commissions({ commissions, shown }: CommissionsProps) {
  const to = useAddresses();
  const others = commissions.filter(({ quarter }) => quarter !== shown);
  const open = commissions.some(({ state }) => state === 'commissioned');
  return (
    <section aria-labelledby="commissions">
      <h2 className="govuk-heading-m" id="commissions">
        Other commissions
      </h2>
      {others.length === 0 ? <p className="govuk-body">No other quarter has been commissioned.</p> : null}
      <ul className="govuk-list">
        {others.map(({ quarter, label, state }) => (
          <li key={quarter}>
            <a className="govuk-link" href={to.commission(quarter)}>
              {label}
            </a>
            : {QUARTER_STATE_WORDS[state].word.toLowerCase()}
          </li>
        ))}
      </ul>
      {open || shown === null ? null : (
        <p className="govuk-body">
          No quarter takes returns now.{' '}
          <a className="govuk-link" href={to.commission()}>
            Commission a quarter
          </a>
        </p>
      )}
    </section>
  );
}
