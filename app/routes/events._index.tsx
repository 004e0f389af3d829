import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EventList } from '#app/components/record/event-list.tsx';
import { db } from '#app/db.server.ts';
import { readEventsAsAt } from '#app/domain/record/events.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { asAtOf } from '#app/request.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const asAt = await asAtOf(request);
  return { title: 'Events', asAt, events: await readEventsAsAt(db, asAt) };
}

/** Everything that happened, newest first. */
export default function EventsPage() {
  const { events } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">Events</h1>
      <p className="govuk-body app-measure">
        {counted(events.length, 'event')}, newest first. Events tell the story of a recommendation; they are never
        counted in a status or figure.
      </p>
      <EventList events={events} showRecommendation />
    </>
  );
}
