import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { ProvenanceLine } from '#app/components/record/provenance-line.tsx';
import { db } from '#app/db.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { readEventsAsAt } from '#app/domain/record/events.server.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { found, todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const events = await readEventsAsAt(db, await todayOf(request));
  const event = found(
    events.find(({ code }) => code === params.code),
    'event',
    params.code,
  );
  return { title: event.title, event };
}

/** One event, with what it bears on and where it was seen. */
export default function EventRoute() {
  const { event } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs
        items={[{ text: 'Overview', href: to.overview() }, { text: 'Events', href: to.events() }, { text: event.code }]}
      />
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Event, {formatPartialDate(event.happenedOn)}</span> {event.title}
      </h1>
      <SummaryList
        rows={[
          {
            key: 'Bears on',
            value: [event.recommendation, ...event.alsoBearsOn].map((code, i) => (
              <span key={code}>
                {i > 0 ? ', ' : ''}
                <a className="govuk-link" href={to.recommendation(code)}>
                  {code}
                </a>
              </span>
            )),
          },
          { key: 'How', value: capitalised(event.bearing) },
          ...(event.milestone
            ? [
                {
                  key: 'Milestone',
                  value: (
                    <a className="govuk-link" href={to.milestone(event.milestone)}>
                      {event.milestone}
                    </a>
                  ),
                },
              ]
            : []),
          { key: 'Seen in', value: <ProvenanceLine confirmation={event.confirmation} source={event.source} /> },
          ...(event.note ? [{ key: 'Note', value: event.note }] : []),
        ]}
      />
    </>
  );
}
