import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Table } from '#app/components/govuk/table.tsx';
import { RegisterCount, RegisterFilter } from '#app/components/record/register-filter.tsx';
import { db } from '#app/db.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { parseSourceQuery } from '#app/domain/registers/register-query.server.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { readSourceRegister } from '#app/domain/sources/source-page.server.ts';
import { SOURCE_TYPE_ORDER } from '#app/domain/status-words.ts';
import { queryOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const query = queryOf(request, parseSourceQuery);
  return { title: 'Sources', register: await readSourceRegister(db, query) };
}

/** Every source, with how much of the record rests on it. */
export default function SourcesPage() {
  const { register } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Sources</h1>
      <p className="govuk-body app-measure">
        Where the statements of this record were seen, the ones that most rests on first. What was seen nowhere is
        listed under{' '}
        <a className="govuk-link" href={to.memory()}>
          from memory
        </a>
        .
      </p>
      <RegisterFilter
        search={{ name: 'q', label: 'Words in title, publisher or code' }}
        choices={[
          {
            name: 'type',
            label: 'Type of publisher',
            any: 'Any type',
            items: SOURCE_TYPE_ORDER.map((type) => ({ value: type, text: capitalised(type) })),
          },
        ]}
      />
      <RegisterCount register={register} one="source" />
      {register.rows.length > 0 ? (
        <Table
          caption="Sources"
          captionHidden
          firstCellIsHeader
          stackOnMobile
          columns={[
            { heading: 'Source' },
            { heading: 'Publisher' },
            { heading: 'Type' },
            { heading: 'Published' },
            { heading: 'Statements', numeric: true },
          ]}
          rows={register.rows.map(({ source, statements }) => [
            <a key="title" className="govuk-link" href={to.source(source.code)}>
              {source.title}
            </a>,
            source.publisher,
            source.type,
            source.publishedOn ? formatPartialDate(source.publishedOn) : 'Not known',
            statements,
          ])}
        />
      ) : null}
    </>
  );
}
