import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EditLinks } from '#app/components/editing/edit-links.tsx';
import { IndicatorFigure } from '#app/components/figures/indicator-figure.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { AllValues } from '#app/components/record/observation-table.tsx';
import { db } from '#app/db.server.ts';
import { changesInWords } from '#app/domain/indicators/change-words.ts';
import { type IndicatorPage, readIndicatorPage } from '#app/domain/indicators/indicators.server.ts';
import { latestOf } from '#app/domain/indicators/observations.ts';
import { distanceInWords, targetInWords } from '#app/domain/indicators/target-words.ts';
import { directionWanted, valueAndPeriod } from '#app/domain/indicators/value-words.ts';
import { may } from '#app/domain/people/permissions.ts';
import { asAtOf, found } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asAt = await asAtOf(request);
  const page = found(await readIndicatorPage(db, params.code ?? '', asAt), 'indicator', params.code);
  const mayRecord = may(await signedInPerson(request), 'record facts') && asAt.isToday;
  const number = Number(new URL(request.url).searchParams.get('recorded'));
  const recorded = page.indicator.values.find((value) => value.number === number) ?? null;
  return { title: page.indicator.name, asAt, page, mayRecord, recorded };
}

/** One indicator: its latest value, what is wanted of it, its values over time and where each was seen. */
export default function IndicatorRoute() {
  const { page, mayRecord, recorded } = useLoaderData<typeof loader>();
  const { indicator } = page;
  const to = useAddresses();
  const latest = latestOf(indicator.values);
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Indicators', href: to.indicators() },
          { text: indicator.code },
        ]}
      />
      {recorded ? (
        <NotificationBanner kind="success">
          <p className="govuk-notification-banner__heading">
            {valueAndPeriod(recorded, indicator.unit)}, is recorded.{' '}
            <a className="govuk-notification-banner__link" href={`#value-${recorded.number}`}>
              See it among all values
            </a>
          </p>
        </NotificationBanner>
      ) : null}
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Indicator {indicator.code}</span> {indicator.name}
      </h1>
      {latest ? <p className="govuk-body-l app-measure">Latest: {valueAndPeriod(latest, indicator.unit)}.</p> : null}
      <Facts page={page} />
      {indicator.caution ? (
        <InsetText>
          <strong>Caution:</strong> {indicator.caution}
        </InsetText>
      ) : null}
      {page.isToday ? null : (
        <p className="govuk-body app-measure">
          On an earlier day the caution, the notes and the words about the target are kept back: they may tell what came
          later. The record does not say on which day a target was set.
        </p>
      )}
      <IndicatorFigure indicator={indicator} asAt={page.day} />
      <AllValues indicator={indicator} mayRecord={mayRecord} recorded={recorded?.number ?? null} />
      {mayRecord ? (
        <EditLinks
          links={[
            { href: to.indicatorRecord(indicator.code), text: 'Record a value' },
            { href: to.indicatorValues(), text: 'Record values from a file' },
          ]}
        />
      ) : null}
    </>
  );
}

function Facts({ page: { indicator, theme, day, publishedOn } }: { page: IndicatorPage }) {
  const to = useAddresses();
  const { target, targetBasis } = indicator;
  const distance = distanceInWords(indicator, day);
  const changes = changesInWords(indicator, publishedOn);
  return (
    <SummaryList
      rows={[
        ...(theme
          ? [
              {
                key: 'Theme',
                value: (
                  <a className="govuk-link" href={to.theme(theme.code)}>
                    {theme.name}
                  </a>
                ),
              },
            ]
          : []),
        { key: 'Unit', value: indicator.unit },
        { key: 'Wanted', value: directionWanted(indicator) },
        { key: 'Target', value: targetInWords(indicator) },
        ...(target !== null && targetBasis ? [{ key: 'Basis of the target', value: targetBasis }] : []),
        ...(distance ? [{ key: 'Against the target', value: distance }] : []),
        ...(changes.length > 0
          ? [
              {
                key: 'Change',
                value: changes.map(({ series, words }) => (
                  <p key={words} className="govuk-body">
                    {series ? `In the series “${series}”: ` : ''}
                    {words}.
                  </p>
                )),
              },
            ]
          : []),
      ]}
    />
  );
}
