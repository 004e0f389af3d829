import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { ValuesForm } from '#app/components/record/values-form.tsx';
import { RowFaults, ValuesPreview } from '#app/components/record/values-preview.tsx';
import { db } from '#app/db.server.ts';
import { type RecordedValues, readRecordedValues } from '#app/domain/indicators/recorded-values.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { mayUseForm } from '#app/editing.server.ts';
import { answerValues } from '#app/indicator-values.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  await mayUseForm(request, 'record facts');
  const change = Number(new URL(request.url).searchParams.get('recorded'));
  const recorded = Number.isSafeInteger(change) ? await readRecordedValues(db, change) : undefined;
  return { title: 'Record values from a file', recorded: recorded ?? null };
}

export function action({ request }: ActionFunctionArgs) {
  return answerValues(request);
}

/** Values of several indicators from a CSV file: what is wrong with it, or what it would do, and then the act. */
export default function RecordValues() {
  const { recorded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const { errors = {}, faults = [], separator = null } = answer ?? {};
  const problems =
    faults.length > 0 ? { faults: `${counted(faults.length, 'fault')} in the rows. Nothing was recorded` } : errors;
  return (
    <>
      <BackLink href={to.indicators()}>Indicators</BackLink>
      <ErrorSummary errors={problems} />
      {recorded && !answer ? <Recorded recorded={recorded} /> : null}
      <h1 className="govuk-heading-xl">Record values from a file</h1>
      {separator ? <p className="govuk-body">The rows were read with {separator} between the cells.</p> : null}
      {faults.length > 0 ? <RowFaults faults={faults} /> : null}
      {answer?.preview ? (
        <ValuesPreview preview={answer.preview} text={answer.text} reason={answer.reason} errors={errors} />
      ) : (
        <ValuesForm text={answer?.text ?? ''} errors={errors} />
      )}
    </>
  );
}

function Recorded({ recorded: { indicators, values, restated } }: { recorded: RecordedValues }) {
  const to = useAddresses();
  return (
    <NotificationBanner kind="success">
      <p className="govuk-notification-banner__heading">
        {counted(values, 'value')} {values === 1 ? 'is' : 'are'} recorded as one change
        {restated > 0 ? `; ${restated} of them ${restated === 1 ? 'restates' : 'restate'} an earlier one` : ''}.
      </p>
      <ul className="govuk-list">
        {indicators.map((code) => (
          <li key={code}>
            <a className="govuk-notification-banner__link" href={to.indicator(code)}>
              {code}
            </a>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
