import { useAddresses } from '#app/use-addresses.ts';

/** Where people who are signed in get the whole strategy as a file. */
export function StrategyFileLinks() {
  const to = useAddresses();
  return (
    <p className="govuk-body">
      The whole strategy as a file, as it stands today:{' '}
      <a className="govuk-link" href={to.strategyFile('ods')}>
        OpenDocument spreadsheet
      </a>
      ,{' '}
      <a className="govuk-link" href={to.strategyFile('xlsx')}>
        Excel
      </a>{' '}
      or{' '}
      <a className="govuk-link" href={to.strategyFile('zip')}>
        CSV files in a folder
      </a>
      .
    </p>
  );
}
