import type { Kysely } from 'kysely';
import { type IndicatorRow, listIndicators } from '#db/queries/list-indicators.ts';
import { listObservations, type ObservationRow } from '#db/queries/list-observations.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { groupBy } from '../group-by.ts';
import type { Day } from '../partial-date.ts';
import { isPublishedBy, type Provenances, provenances } from '../record/provenance.ts';
import type { ThemeView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import type { IndicatorView, ObservationView } from './indicator.ts';
import { comparingUnder, inOrderOfPeriod, standing } from './observations.ts';

/** The day asked for; indicators are the same for every reader. */
type OnDay = Pick<AsAt, 'day' | 'isToday'>;

/** Indicators with a value on the day, and how many an earlier day leaves out because they had none yet. */
export interface Indicators {
  indicators: IndicatorView[];
  leftOut: number;
}

/**
 * The indicators of the strategy, or of some themes, as at a day. On an earlier day a value counts if its source is known to
 * have been published by then; an indicator without any is left out.
 */
export async function readIndicators(
  db: Kysely<Database>,
  asAt: OnDay,
  themes?: readonly string[],
): Promise<Indicators> {
  const all = await readAllIndicators(db, asAt, themes);
  const indicators = all.filter(({ values }) => asAt.isToday || values.length > 0);
  return { indicators, leftOut: all.length - indicators.length };
}

async function readAllIndicators(
  db: Kysely<Database>,
  asAt: OnDay,
  themes?: readonly string[],
): Promise<IndicatorView[]> {
  const rows = await listObservations(db, { themes });
  const sources = provenances(rows.flatMap(sourceOf), asAt);
  const observations = groupBy(rows, ({ indicator }) => indicator);
  return (await listIndicators(db, themes)).map((row) =>
    indicatorView(row, observations.get(row.code) ?? [], sources, asAt),
  );
}

function sourceOf(row: ObservationRow) {
  const { source: code, sourceTitle: title, sourcePublisher: publisher, sourceType: type } = row;
  if (code === null || title === null || publisher === null || type === null) return [];
  return [{ code, title, publisher, type, url: row.sourceUrl, publishedOn: row.sourcePublishedOn }];
}

function indicatorView(
  { position: _, change: __, ...row }: IndicatorRow,
  observations: ObservationRow[],
  sources: Provenances,
  asAt: OnDay,
): IndicatorView {
  const known = observations.filter(({ sourcePublishedOn }) => isPublishedBy(sourcePublishedOn, asAt));
  const view = (observation: ObservationRow) => observationView(observation, sources, asAt);
  const memory = observations.filter(({ source }) => source === null).length;
  return {
    ...row,
    targetBasis: asAt.isToday ? row.targetBasis : null,
    basisKeptBack: !asAt.isToday && row.targetBasis !== null,
    caution: asAt.isToday ? row.caution : null,
    comparing: comparingUnder(row.caution),
    values: inOrderOfPeriod(standing(known)).map(view),
    earlierValues: inOrderOfPeriod(known).flatMap((observation) => {
      const replacedBy = known.find(({ replaces }) => replaces === observation.number);
      return replacedBy ? [{ value: view(observation), replacedBy: view(replacedBy) }] : [];
    }),
    leftOut: asAt.isToday ? { later: 0, memory: 0 } : { later: observations.length - known.length - memory, memory },
  };
}

function observationView(row: ObservationRow, sources: Provenances, { isToday }: OnDay): ObservationView {
  const { number, period, series, value, status, note } = row;
  return { number, period, series, value, status, note: isToday ? note : null, ...sources(row) };
}

/** The indicators of each theme that has any, in the strategy's order. */
export interface IndicatorRegister {
  themes: { theme: ThemeView; indicators: IndicatorView[] }[];
  leftOut: number;
}

/** Every indicator by theme, as at a day. */
export async function readIndicatorRegister(db: Kysely<Database>, asAt: AsAt): Promise<IndicatorRegister> {
  const { indicators, leftOut } = await readIndicators(db, asAt);
  const { themes } = await readRecordAsAt(db, asAt);
  return {
    themes: themes
      .map((theme) => ({ theme, indicators: indicators.filter((indicator) => indicator.theme === theme.code) }))
      .filter((group) => group.indicators.length > 0),
    leftOut,
  };
}

export interface IndicatorPage {
  indicator: IndicatorView;
  theme: ThemeView | undefined;
  day: Day;
  isToday: boolean;
  /** The day on which the strategy was published: changes are told from then on where there is a value. */
  publishedOn: Day;
}

/** One indicator as at a day, also one that had no value yet; undefined for a code that none has. */
export async function readIndicatorPage(
  db: Kysely<Database>,
  code: string,
  asAt: AsAt,
): Promise<IndicatorPage | undefined> {
  const indicator = (await readAllIndicators(db, asAt)).find((each) => each.code === code);
  if (!indicator) return undefined;
  const { themes, strategy } = await readRecordAsAt(db, asAt);
  const theme = themes.find((each) => each.code === indicator.theme);
  return { indicator, theme, day: asAt.day, isToday: asAt.isToday, publishedOn: strategy.publishedOn };
}
