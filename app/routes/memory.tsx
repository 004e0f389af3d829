import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Table } from '#app/components/govuk/table.tsx';
import { db } from '#app/db.server.ts';
import { type FromMemory, readFromMemory } from '#app/domain/memory/from-memory.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: 'What rests on memory', groups: await readFromMemory(db, await todayOf(request)) };
}

const SUBJECTS: Record<FromMemory['subject'], string> = {
  recommendation: 'Recommendation',
  milestone: 'Milestone',
  indicator: 'Indicator',
  partnership: 'Partnership',
  event: 'Event',
  organisation: 'Organisation',
};

/** Everything from memory, by theme and with a count: a work list for whoever looks for sources. */
export default function MemoryPage() {
  const { groups } = useLoaderData<typeof loader>();
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <h1 className="govuk-heading-xl">What rests on memory</h1>
      <p className="govuk-body-l app-measure">
        {total === 0
          ? 'Nothing: every statement of this record names a published source or was confirmed by its owner.'
          : `${counted(total, 'statement')} of this record ${total === 1 ? 'names' : 'name'} no source. Check each before use; it leaves this list when a source is recorded.`}
      </p>
      {groups.map(({ heading, items }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">
            {heading} ({items.length})
          </h2>
          <Table
            caption={`${heading}: from memory`}
            captionHidden
            stackOnMobile
            columns={['About', 'Statement', 'What rests on memory', 'Note'].map((heading) => ({ heading }))}
            rows={items.map((item) => [
              `${SUBJECTS[item.subject]} ${item.code}`,
              <Title key="title" item={item} />,
              item.what,
              item.note ?? 'None',
            ])}
          />
        </section>
      ))}
    </>
  );
}

function Title({ item: { subject, code, title } }: { item: FromMemory }) {
  const to = useAddresses();
  const pages = {
    recommendation: to.recommendation,
    milestone: (milestone: string) => to.milestone(milestone),
    indicator: to.indicator,
    partnership: to.partnership,
    event: to.event,
    organisation: (code: string) => to.organisation(code),
  };
  return (
    <a className="govuk-link" href={pages[subject](code)}>
      {title}
    </a>
  );
}
