import type { PassedResponsibility } from '#app/domain/organisations/passed-responsibilities.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { OrganisationRef } from '#app/domain/record/record.ts';
import { listed } from '#app/domain/sentences.ts';

interface OrganisationListProps {
  organisations: OrganisationRef[];
  /** Who had it before and passed it on. */
  passed?: PassedResponsibility[];
}

/** Lead and supporting organisations; a body that ended is named as at the time, with those that answer for it now. */
export function OrganisationList({ organisations, passed = [] }: OrganisationListProps) {
  if (organisations.length === 0) return <>None recorded.</>;
  const inferred = organisations.some(({ basis }) => basis === 'inferred');
  return (
    <>
      <ul className="govuk-list app-organisations">
        {organisations.map((organisation) => (
          <li key={organisation.code}>
            {organisation.role === 'lead' ? 'Lead: ' : 'Supporting: '}
            {organisationInWords(organisation)}
          </li>
        ))}
        {passed.map(({ from, on }) => (
          <li key={`${from.organisation} ${on}`}>
            {from.role === 'lead' ? 'Lead' : 'Supporting'} until {formatPartialDate(on)}: {from.shortName ?? from.name}
          </li>
        ))}
      </ul>
      {inferred ? (
        <p className="govuk-hint app-organisations__basis">Our inference; the strategy names no single owner.</p>
      ) : null}
    </>
  );
}

/** "BEIS (at the time, until 7 February 2023); now DSIT, DBT and DESNZ". */
export function organisationInWords({ name, ended, successors }: OrganisationRef): string {
  if (ended === null) return name;
  const now = successors.map((successor) => successor.shortName ?? successor.name);
  return `${name} (at the time, until ${formatPartialDate(ended)})${now.length > 0 ? `; now ${listed(now)}` : ''}`;
}

/** The short form for a table: the lead, or how many. */
export function leadInShort(organisations: OrganisationRef[]): string {
  const lead = organisations.find(({ role }) => role === 'lead');
  if (!lead) return 'None recorded';
  const name = lead.shortName ?? lead.name;
  if (lead.ended === null) return name;
  const now = lead.successors.map((successor) => successor.shortName ?? successor.name);
  return `${name} (at the time)${now.length > 0 ? `; now ${listed(now)}` : ''}`;
}
