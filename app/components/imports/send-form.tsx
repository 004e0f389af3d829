import type { ReactNode } from 'react';
import { Button } from '#app/components/govuk/button.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { FileInput } from '#app/components/govuk/file-input.tsx';
import { capitalised } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface SendFormProps {
  mayImportStrategy: boolean;
  /** What a file may hold, a phrase each. */
  limits: string[];
  errors: Record<string, string>;
}

/** What can be sent and where to get it, what happens then, and the file field. */
export function SendForm({ mayImportStrategy, limits, errors }: SendFormProps) {
  const to = useAddresses();
  return (
    <div className="app-measure">
      <p className="govuk-body-l">
        You see what the file would change before anything is stored in the record. Then you accept it or discard it.
      </p>
      <h2 className="govuk-heading-m">What you can send</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          A return workbook: get one for your recommendations from <Link href={to.returns()}>your returns</Link>, fill
          it in and save it.
        </li>
        {mayImportStrategy ? (
          <li>
            The strategy as a workbook (<Link href={to.strategyFile('ods')}>.ods</Link> or{' '}
            <Link href={to.strategyFile('xlsx')}>.xlsx</Link>), one sheet of it as a CSV file, or its{' '}
            <Link href={to.strategyFile('zip')}>folder of CSV files as a .zip</Link>. Rows and columns that you leave
            out stay as they are.
          </li>
        ) : null}
      </ul>
      <form id="form" method="post" action={to.imports()} encType="multipart/form-data" noValidate>
        <FileInput
          name="file"
          label="Your spreadsheet"
          labelSize="m"
          hint="An .ods, .xlsx, .csv or .zip file of 10 MB or less"
          accept=".ods,.xlsx,.csv,.zip"
          error={errors['file']}
        />
        <Button>Send and see what it would change</Button>
      </form>
      <Details summary="What a file may hold">
        <ul className="govuk-list govuk-list--bullet">
          {limits.map((limit) => (
            <li key={limit}>{capitalised(limit)}</li>
          ))}
        </ul>
        <p className="govuk-body">
          A file over one of these limits is refused whole, and never cut. Formulas are refused: paste their values.
          Nothing is deleted by a file: what it lacks stays in the record.
        </p>
      </Details>
    </div>
  );
}

function Link({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="govuk-link" href={href}>
      {children}
    </a>
  );
}
