import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditForm } from '#app/components/editing/edit-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { SourceFields } from '#app/components/record/source-fields.tsx';
import { ValueFields, valuesToFill } from '#app/components/record/value-fields.tsx';
import { db } from '#app/db.server.ts';
import { recordValue } from '#app/domain/indicators/record-value.server.ts';
import { recordValueForm } from '#app/domain/indicators/record-value-form.server.ts';
import { restatedBy } from '#app/domain/indicators/typed-value.ts';
import { readValueForm } from '#app/domain/indicators/value-form-page.server.ts';
import { valueAndPeriod } from '#app/domain/indicators/value-words.ts';
import { readSourceChoices } from '#app/domain/sources/source-page.server.ts';
import { answerEdit, mayUseForm } from '#app/editing.server.ts';
import { today } from '#app/env.server.ts';
import { found, refuse } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await mayUseForm(request, 'record facts');
  const code = params.code ?? '';
  const asked = new URL(request.url).searchParams.get('restates');
  const page = found(await readValueForm(db, code, asked, today()), 'indicator', code);
  if (asked !== null && !page.restated) refuse(400, `Value “${asked}” of ${code} is not there.`);
  const title = page.restated ? `Restate a value of ${code}` : `Record a value of ${code}`;
  return { title, page, sources: await readSourceChoices(db) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const indicator = params.code ?? '';
  found(await readValueForm(db, indicator, null, today()), 'indicator', indicator);
  const record = (
    form: Omit<Parameters<typeof recordValue>[1], 'indicator'>,
    editor: Parameters<typeof recordValue>[2],
  ) => recordValue(db, { indicator, ...form }, editor);
  return answerEdit(
    request,
    recordValueForm,
    async (form, editor) => addresses().indicator(indicator, '', await record(form, editor)),
    'record facts',
  );
}

/** The form that records a value of an indicator, or restates one. */
export default function RecordValue() {
  const { page, sources } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const { indicator, restated } = page;
  const errors = answer?.errors ?? {};
  const replaces = restatedBy(indicator.values, restated, answer);
  const values = valuesToFill(indicator, restated, replaces, answer);
  return (
    <>
      <BackLink href={to.indicator(indicator.code)}>Indicator {indicator.code}</BackLink>
      <EditForm
        caption={indicator.name}
        heading={replaces ? 'Restate a value' : 'Record a value'}
        action={to.indicatorRecord(indicator.code, restated?.number)}
        cancel={to.indicator(indicator.code)}
        answer={answer}
        standing={page.newest}
        reason={{
          label: replaces ? 'Why it is restated' : 'Why it is recorded',
          hint: 'For example which edition came out. Everybody can read it in the list of changes.',
        }}
        button={replaces ? 'Restate the value' : 'Record the value'}
      >
        {replaces ? (
          <>
            <input type="hidden" name="replaces" value={replaces.number} />
            <p className="govuk-body">
              It takes the place of {valueAndPeriod(replaces, indicator.unit)}, in the series “{replaces.series}”. That
              value stays in the record under “Earlier values”.
            </p>
          </>
        ) : null}
        <ValueFields indicator={indicator} errors={errors} values={values} />
        <SourceFields sources={sources} errors={errors} values={values} what="the value" />
      </EditForm>
    </>
  );
}
