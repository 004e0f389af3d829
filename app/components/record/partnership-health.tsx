import { Table } from '#app/components/govuk/table.tsx';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { AskedDimension } from '#app/domain/partnerships/health-page.server.ts';
import {
  DIMENSION_WORDS,
  dimensionSlug,
  type HealthCheck,
  healthByDay,
} from '#app/domain/partnerships/partnership-health.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** When which dimension was looked at: the last four days. Says nothing of how it stood, so that nothing can be counted. */
export function HealthTable({ checks }: { checks: HealthCheck[] }) {
  const { days, rows } = healthByDay(checks);
  if (days.length === 0) return <p className="govuk-body">Nobody has noted how this partnership does.</p>;
  return (
    <Table
      caption="What was looked at, and when"
      firstCellIsHeader
      stackOnMobile
      columns={[{ heading: 'Dimension' }, ...days.map((day) => ({ heading: formatPartialDate(day) }))]}
      rows={rows.map(({ dimension, noted }) => [
        <a key="dimension" className="govuk-link" href={`#${dimensionSlug(dimension)}`}>
          {DIMENSION_WORDS[dimension].title}
        </a>,
        ...noted.map((isNoted) => (isNoted ? 'Noted' : 'Not looked at')),
      ])}
    />
  );
}

/** One dimension: what it asks, where it comes from, and what was noted of it, newest first. */
export function HealthDimension({ asked, checks }: { asked: AskedDimension; checks: HealthCheck[] }) {
  const { dimension } = asked;
  const { title, asks } = DIMENSION_WORDS[dimension];
  const slug = dimensionSlug(dimension);
  const noted = checks.flatMap(({ words, ...check }) =>
    words.filter((said) => said.dimension === dimension).map((said) => ({ ...check, ...said })),
  );
  return (
    <section aria-labelledby={slug}>
      <h3 className="govuk-heading-m" id={slug}>
        {title}
      </h3>
      <p className="govuk-body app-measure">
        {asks} <WhereFrom asked={asked} />
      </p>
      {noted.length === 0 ? <p className="govuk-body">Not looked at yet.</p> : null}
      <ul className="govuk-list app-items">
        {noted.map(({ number, notedOn, by, words, evidence }) => (
          <li key={number} className="app-items__item">
            <strong>{formatPartialDate(notedOn)}</strong>
            <span className="app-lines app-measure">{words}</span>
            <span className="app-lines app-measure app-items__words">Rests on: {evidence}</span>
            <span className="app-items__words">Noted by {by ?? 'the loader'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhereFrom({ asked: { finding } }: { asked: AskedDimension }) {
  const to = useAddresses();
  if (!finding) return null;
  return (
    <>
      It comes from{' '}
      <a className="govuk-link" href={to.partnerships({}, finding.code)}>
        finding {finding.code}
      </a>
      : “{finding.text}” Seen in{' '}
      <a className="govuk-link" href={to.source(finding.source.code)}>
        {finding.source.title}
      </a>
      .
    </>
  );
}
