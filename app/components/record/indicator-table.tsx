import { Table } from '#app/components/govuk/table.tsx';
import type { IndicatorView } from '#app/domain/indicators/indicator.ts';
import type { Indicators } from '#app/domain/indicators/indicators.server.ts';
import { latestOf, seriesOf } from '#app/domain/indicators/observations.ts';
import { indicatorsLeftOut } from '#app/domain/indicators/register-words.ts';
import { targetInWords } from '#app/domain/indicators/target-words.ts';
import { directionWanted, formatValue, OBSERVATION_STATUS_WORDS } from '#app/domain/indicators/value-words.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ConfirmationMark } from './status-tags.tsx';

/** Indicators with their latest value, the way wanted and the target. */
export function IndicatorTable({ caption, indicators }: { caption: string; indicators: IndicatorView[] }) {
  const to = useAddresses();
  return (
    <Table
      caption={caption}
      captionHidden
      firstCellIsHeader
      stackOnMobile
      className="app-indicators"
      columns={['Indicator', 'Latest value', 'Period', 'Wanted', 'Target'].map((heading) => ({ heading }))}
      rows={indicators.map((indicator) => [
        <>
          <a className="govuk-link" href={to.indicator(indicator.code)}>
            {indicator.name}
          </a>{' '}
          <span className="app-code">{indicator.code}</span>
        </>,
        <Latest key="latest" indicator={indicator} />,
        latestPeriod(indicator),
        directionWanted(indicator),
        targetInWords(indicator),
      ])}
    />
  );
}

const latestPeriod = ({ values }: IndicatorView): string => {
  const latest = latestOf(values);
  return latest ? formatPeriod(latest.period) : 'None';
};

function Latest({ indicator: { values, unit } }: { indicator: IndicatorView }) {
  const latest = latestOf(values);
  if (!latest) return <>No value recorded</>;
  const series = seriesOf(values).length;
  return (
    <>
      {formatValue(latest.value, unit)}
      {latest.status === 'final' ? '' : `, ${OBSERVATION_STATUS_WORDS[latest.status].toLowerCase()}`}{' '}
      <ConfirmationMark confirmation={latest.confirmation} />
      {series > 1 ? <span className="app-note">{series} series, not comparable</span> : null}
    </>
  );
}

interface ThemeIndicatorsProps {
  indicators: Indicators;
  theme: string;
  /** The page shows an earlier day. */
  earlier: boolean;
}

/** The indicators of a theme, or a sentence where there is none. */
export function ThemeIndicators({ indicators: { indicators, leftOut }, theme, earlier }: ThemeIndicatorsProps) {
  const to = useAddresses();
  return (
    <section aria-labelledby="indicators">
      <h2 className="govuk-heading-l" id="indicators">
        Indicators
      </h2>
      {indicators.length > 0 ? (
        <IndicatorTable caption={`Indicators: ${theme}`} indicators={indicators} />
      ) : (
        <p className="govuk-body">
          {earlier && leftOut > 0
            ? 'No value of an indicator of this theme is known to have been published by this day.'
            : 'No indicator is recorded for this theme.'}
        </p>
      )}
      {indicators.length > 0 && leftOut > 0 ? <p className="govuk-body">{indicatorsLeftOut(leftOut)}</p> : null}
      <p className="govuk-body">
        <a className="govuk-link" href={to.indicators()}>
          All indicators
        </a>
      </p>
    </section>
  );
}
