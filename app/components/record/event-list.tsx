import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { EventView } from '#app/domain/record/record.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ProvenanceLine } from './provenance-line.tsx';

/** Events newest first: dated, sourced, and never counted in a status. */
export function EventList({ events, showRecommendation }: { events: EventView[]; showRecommendation?: boolean }) {
  const to = useAddresses();
  if (events.length === 0) return <p className="govuk-body">No event is recorded by this day.</p>;
  return (
    <ol className="govuk-list app-events">
      {events.map((event) => (
        <li key={event.code} className="app-events__item" id={event.code}>
          <p className="app-events__date">{formatPartialDate(event.happenedOn)}</p>
          <div>
            <p className="app-events__title">
              <a className="govuk-link govuk-link--no-visited-state app-events__link" href={to.event(event.code)}>
                {event.title}
              </a>{' '}
              <span className="app-events__bearing">({event.bearing})</span>
            </p>
            {event.note ? <p className="govuk-body-s app-events__note">{event.note}</p> : null}
            <p className="govuk-body-s app-events__note">
              {showRecommendation ? (
                <>
                  On{' '}
                  {[event.recommendation, ...event.alsoBearsOn].map((code, i) => (
                    <span key={code}>
                      {i > 0 ? ', ' : ''}
                      <a className="govuk-link" href={to.recommendation(code)}>
                        {code}
                      </a>
                    </span>
                  ))}
                  .{' '}
                </>
              ) : null}
              <ProvenanceLine confirmation={event.confirmation} source={event.source} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
