import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EditLinks } from '#app/components/editing/edit-links.tsx';
import { IndicatorTable } from '#app/components/record/indicator-table.tsx';
import { db } from '#app/db.server.ts';
import { readIndicatorRegister } from '#app/domain/indicators/indicators.server.ts';
import { indicatorsLeftOut, registerInWords } from '#app/domain/indicators/register-words.ts';
import { may } from '#app/domain/people/permissions.ts';
import { asAtOf } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const asAt = await asAtOf(request);
  const mayRecord = may(await signedInPerson(request), 'record facts') && asAt.isToday;
  return { title: 'Indicators', asAt, mayRecord, register: await readIndicatorRegister(db, asAt) };
}

/** Every indicator by theme, with its latest value and its target. */
export default function IndicatorsPage() {
  const { register, mayRecord } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Indicators</h1>
      <p className="govuk-body-l app-measure">
        {registerInWords(register.themes.flatMap(({ indicators }) => indicators))}
      </p>
      <p className="govuk-body app-measure">
        Quantities by which the strategy can be judged. A latest value says what was measured, not that the strategy
        caused it. Values of different series are never compared.
      </p>
      {register.leftOut > 0 ? <p className="govuk-body app-measure">{indicatorsLeftOut(register.leftOut)}</p> : null}
      {mayRecord ? <EditLinks links={[{ href: to.indicatorValues(), text: 'Record values from a file' }]} /> : null}
      {register.themes.map(({ theme, indicators }) => (
        <section key={theme.code} aria-labelledby={`theme-${theme.code}`}>
          <h2 className="govuk-heading-m" id={`theme-${theme.code}`}>
            <a className="govuk-link" href={to.theme(theme.code)}>
              {theme.name}
            </a>{' '}
            ({indicators.length})
          </h2>
          <IndicatorTable caption={`Indicators: ${theme.name}`} indicators={indicators} />
        </section>
      ))}
    </>
  );
}
