import { indicatorTitle } from '../../figure-titles.ts';
import { indicatorRows } from '../../figures.ts';
import type { IndicatorView } from '../../indicators/indicator.ts';
import { latestOf } from '../../indicators/observations.ts';
import { distanceInWords, targetInWords } from '../../indicators/target-words.ts';
import { formatValue, marksOf, OBSERVATION_STATUS_WORDS } from '../../indicators/value-words.ts';
import { formatPeriod } from '../../period.ts';
import { sourceInWords } from '../../registers/register-csv.ts';
import { capitalised } from '../../sentences.ts';
import { CONFIRMATION_WORDS } from '../../status-words.ts';
import type { Block, DocumentFigure, DocumentTable, Section } from '../document.ts';
import { column, figureTable, linked, MARKS, said, section, table, unprinted } from '../parts.ts';
import type { SummaryInput } from '../summary-input.ts';

/** What is measured: every indicator with its latest value, and a drawing of each that has a target to be held against. */
export function indicatorsSection(input: SummaryInput): Section[] {
  const measured = input.indicators.filter(({ values }) => values.length > 0);
  if (measured.length === 0)
    return section('indicators', 'Indicators', [
      said('No value of any indicator is known to have been published by this day.'),
    ]);
  const figures = measured
    .filter(({ target }) => target !== null)
    .map((indicator) => indicatorFigure(indicator, input))
    .filter(({ drawing }) => drawing !== null);
  return section('indicators', 'Indicators', [
    { kind: 'table', table: indicatorsTable(measured, input) },
    ...figures.map((figure): Block => ({ kind: 'figure', figure })),
    { kind: 'table', table: valuesTable(measured) },
  ]);
}

function indicatorsTable(indicators: readonly IndicatorView[], { record }: SummaryInput): DocumentTable {
  return table(
    'indicators-latest',
    'Indicators: latest values',
    [
      column('Code', 10),
      column('Indicator', 34),
      unprinted('Theme', 10),
      column('Latest value', 22),
      column('Period', 14),
      unprinted('Status', 12),
      column('Target', 22),
      column('Distance to the target', 34, { empty: { word: 'No target number', shorthand: 'z' } }),
      unprinted('How sure', 22),
      unprinted('Source', 50),
      MARKS,
    ],
    indicators.map((indicator) => {
      const latest = latestOf(indicator.values);
      return [
        linked(indicator.code, { to: 'indicator', code: indicator.code, title: indicator.name }),
        indicator.name,
        indicator.theme,
        latest ? `${formatValue(latest.value, indicator.unit)}${marksOf(latest)}` : '',
        latest ? formatPeriod(latest.period) : '',
        latest ? OBSERVATION_STATUS_WORDS[latest.status] : '',
        targetInWords(indicator),
        distanceInWords(indicator, record.day),
        latest ? CONFIRMATION_WORDS[latest.confirmation].word : '',
        latest ? sourceInWords(latest) || 'None' : '',
        latest ? marks(latest.status) : '',
      ];
    }),
  );
}

const marks = (status: IndicatorView['values'][number]['status']): string =>
  status === 'provisional' ? 'p' : status === 'revised' ? 'r' : '';

function indicatorFigure(indicator: IndicatorView, { record, maker }: SummaryInput): DocumentFigure {
  const { code, name, unit } = indicator;
  const drawing = maker.draw({ id: `summary-7-${code}`, figure: 'indicator', indicator });
  return {
    ...{ id: `figure-7-${code}`, number: 7, title: `${name}: ${indicatorTitle(indicator)}`, drawing, leftOut: null },
    subtitle: `${capitalised(unit)}. Target: ${targetInWords(indicator)}.`,
    note: distanceInWords(indicator, record.day),
    source: 'the sources named beside each value in the spreadsheet.',
    table: figureTable(`figure-7-${code}-rows`, `${name}: values`, indicatorRows(indicator), {
      sheet: null,
    }),
  };
}

/** Every value that stands, for spreadsheets: too many rows to print. */
function valuesTable(indicators: readonly IndicatorView[]): DocumentTable {
  return table(
    'indicator-values',
    'Indicators: every value',
    [
      unprinted('Number', 8, { kind: 'number' }),
      unprinted('Indicator', 10),
      unprinted('Name', 34),
      unprinted('Period', 14),
      unprinted('Series', 24),
      unprinted('Value', 14, { kind: 'number' }),
      unprinted('Unit', 22),
      unprinted('Status', 12),
      unprinted('How sure', 22),
      unprinted('Source', 50),
      MARKS,
    ],
    indicators
      .flatMap((indicator) => indicator.values.map((value) => ({ indicator, value })))
      .map(({ indicator: { code, name, unit }, value }, place) => [
        place + 1,
        code,
        name,
        formatPeriod(value.period),
        value.series,
        Number(value.value),
        unit,
        OBSERVATION_STATUS_WORDS[value.status],
        CONFIRMATION_WORDS[value.confirmation].word,
        sourceInWords(value) || 'None',
        marks(value.status),
      ]),
    {
      printed: false,
      sheet: 'Indicator values',
      note: 'Values are as published. Values of different series cannot be compared.',
    },
  );
}
