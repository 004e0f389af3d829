import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DoneAgainstPromisedFigure } from '#app/components/figures/done-against-promised-figure.tsx';
import { LateByFigure } from '#app/components/figures/late-by-figure.tsx';
import { MilestoneTable } from '#app/components/record/milestone-table.tsx';
import { RegisterCount, RegisterFilter } from '#app/components/record/register-filter.tsx';
import { doneAgainstPromised } from '#app/domain/done-against-promised.ts';
import { lateBy } from '#app/domain/late-by.ts';
import { DUE_WITHIN, MILESTONE_SORTS, milestoneRegister, organisationChoices } from '#app/domain/registers/register.ts';
import { parseMilestoneQuery } from '#app/domain/registers/register-query.server.ts';
import { listed } from '#app/domain/sentences.ts';
import { CONFIRMATION_WORDS, MILESTONE_STATUS_ORDER, MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import { themeChoices } from '#app/domain/themes/nesting.ts';
import { queryOf, recordOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { record, asAt } = await recordOf(request);
  const query = queryOf(request, parseMilestoneQuery);
  const register = milestoneRegister(record, query);
  return {
    title: 'Milestones',
    asAt,
    query,
    register,
    againstPromised: doneAgainstPromised(register.rows, record.strategy.publishedOn, record.day),
    lateness: lateBy(register.rows),
    themes: themeChoices(record.themes),
    organisations: organisationChoices(record).map(({ code, name }) => ({ value: code, text: name })),
  };
}

/** Every promise with a date: filtered, searched and sorted by the address. */
export default function MilestonesPage() {
  const { register, query, themes, organisations } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Milestones</h1>
      <p className="govuk-body app-measure">
        A milestone is something promised with a date. Its first date, the dates announced later and its outcome are
        kept apart; lateness is counted from the first.{' '}
        <a className="govuk-link" href={to.about('milestones')}>
          What the statuses mean
        </a>
      </p>
      <RegisterFilter
        search={{ name: 'q', label: 'Words in code, promise or note' }}
        choices={[
          { name: 'theme', label: 'Theme', any: 'All themes', items: themes },
          {
            name: 'status',
            label: 'Status',
            any: 'Any status',
            items: MILESTONE_STATUS_ORDER.map((value) => ({ value, text: MILESTONE_STATUS_WORDS[value].word })),
          },
          { name: 'organisation', label: 'Organisation', any: 'Any organisation', items: organisations },
          {
            name: 'confirmation',
            label: 'Confirmation',
            any: 'Any confirmation',
            items: Object.entries(CONFIRMATION_WORDS).map(([value, { word }]) => ({ value, text: word })),
          },
          {
            name: 'due',
            label: 'Due',
            any: 'Any time',
            items: Object.entries(DUE_WITHIN).map(([value, text]) => ({ value, text })),
          },
          {
            name: 'sort',
            label: 'Order',
            any: null,
            items: Object.entries(MILESTONE_SORTS).map(([value, text]) => ({ value, text })),
          },
        ]}
      />
      <RegisterCount register={register} one="milestone" />
      {register.rows.length > 0 ? (
        <>
          <MilestoneTable caption="Milestones" captionHidden milestones={register.rows} />
          <p className="govuk-body">
            <a className="govuk-link" href={to.milestonesCsv(query)}>
              Download what is shown as CSV
            </a>
          </p>
        </>
      ) : null}
      <Figures />
    </>
  );
}

/** Figures 2 and 6, of the milestones that the filters keep. */
function Figures() {
  const { register, query, asAt, againstPromised, lateness } = useLoaderData<typeof loader>();
  const to = useAddresses();
  const { rows, filters } = register;
  const place = filters.length === 0 ? 'the whole strategy' : listed(filters);
  return (
    <section aria-labelledby="figures">
      <h2 className="govuk-heading-l" id="figures">
        Figures of what is shown
      </h2>
      <DoneAgainstPromisedFigure
        quarters={againstPromised}
        milestones={rows}
        asAt={asAt}
        place={place}
        csvHref={to.figureCsv('done-against-promised', { ...query })}
      />
      <LateByFigure lateness={lateness} asAt={asAt.day} place={place} csvHref={to.figureCsv('late-by', { ...query })} />
    </section>
  );
}
