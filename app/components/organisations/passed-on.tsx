import type { PassedOn } from '#app/domain/organisations/organisation-responsibilities.server.ts';
import { ROLE_VERBS } from '#app/domain/organisations/responsibility-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** What an organisation answered for before it passed it on, and what was passed to it; nothing when there is neither. */
export function PassedOnSections({ away, received }: { away: PassedOn[]; received: PassedOn[] }) {
  return (
    <>
      <Passings id="passed-on" title="Passed on" passings={away} words={awayInWords} />
      <Passings id="passed-to-it" title="Passed to it" passings={received} words={receivedInWords} />
    </>
  );
}

interface PassingsProps {
  id: string;
  title: string;
  passings: PassedOn[];
  /** What stands before the name of the other organisation. */
  words: (passing: PassedOn) => string;
}

function Passings({ id, title, passings, words }: PassingsProps) {
  const to = useAddresses();
  if (passings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-l" id={id}>
        {title}
      </h2>
      <ul className="govuk-list app-items">
        {passings.map((passing) => (
          <li key={`${passing.recommendation.code} ${passing.on} ${passing.other.code}`} className="app-items__item">
            <a className="govuk-link" href={to.recommendation(passing.recommendation.code)}>
              {passing.recommendation.title}
            </a>{' '}
            <span className="app-code">{passing.recommendation.code}</span>
            <span className="app-items__words">
              {words(passing)}{' '}
              <a className="govuk-link" href={to.organisation(passing.other.code)}>
                {passing.other.name}
              </a>
            </span>
          </li>
        ))}
      </ul>
      <p className="govuk-body app-hint">
        Recorded by the strategy office; why, and where it can be seen, stands in{' '}
        <a className="govuk-link" href={to.changes({ kind: 'responsibility passed' })}>
          the list of changes
        </a>
        .
      </p>
    </section>
  );
}

function awayInWords({ role, on, isToCome }: PassedOn): string {
  const { present, past } = ROLE_VERBS[role];
  return isToCome
    ? `${capitalised(present)} until ${formatPartialDate(on)}: then passes to`
    : `${capitalised(past)} until ${formatPartialDate(on)}: passed to`;
}

function receivedInWords({ role, on, isToCome }: PassedOn): string {
  return `${capitalised(role)} ${isToCome ? 'passes' : 'passed'} to it on ${formatPartialDate(on)} from`;
}
