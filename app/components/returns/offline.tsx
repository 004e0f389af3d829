import { type Quarter, quarterLabel } from '#app/domain/quarter.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** Where the returns of each quarter can be had as a workbook, to fill in offline and send back. */
export function Offline({ quarters }: { quarters: readonly Quarter[] }) {
  const to = useAddresses();
  if (quarters.length === 0) return null;
  return (
    <>
      <p className="govuk-body">You can fill your returns in offline, in a workbook:</p>
      <ul className="govuk-list govuk-list--bullet app-measure">
        {quarters.map((quarter) => (
          <li key={quarter}>
            <a className="govuk-link" href={to.returnWorkbook(quarter, 'ods')}>
              workbook for {quarterLabel(quarter)} (ODS)
            </a>{' '}
            or{' '}
            <a className="govuk-link" href={to.returnWorkbook(quarter, 'xlsx')}>
              the same as Excel (XLSX)
            </a>
          </li>
        ))}
      </ul>
      <p className="govuk-body app-measure">
        Then{' '}
        <a className="govuk-link" href={to.imports()}>
          send the filled workbook back
        </a>
        . You see what would change before anything is saved.
      </p>
    </>
  );
}
