import type { Kysely } from 'kysely';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { listPartnershipParts } from '#db/queries/list-partnership-parts.ts';
import { listRowsUpTo } from '#db/queries/list-rows-up-to.ts';
import type { Database, MilestoneFact } from '#db/schema.ts';
import { cellsOf, type Definition, type DefinitionRow, keyOf, LIST_MARK } from './definition.ts';
import { type RowsAsTheyWere, readRowsAsTheyWere } from './rows-as-they-were.server.ts';
import type { StrategyFile } from './strategy-files.ts';

/**
 * The whole strategy as its files would have it, as the record stood after change number `upTo` (the newest when left
 * out): the way back from `strategyTables`. Rows are in the order of positions and numbers, else as they were added.
 */
export async function readDefinition(db: Kysely<Database>, upTo?: number): Promise<Definition> {
  const change = upTo ?? (await findNewestChange(db));
  const rows = await readRowsAsTheyWere(db, change);
  const themes = inOrder(rows.theme, [({ position }) => position]);
  const themePlace = placesOf(themes);
  const recommendations = inOrder(rows.recommendation, [({ theme }) => themePlace(theme), ({ position }) => position]);
  const place = placesOf(recommendations);
  const milestones = inOrder(rows.milestone, [(row) => place(row.recommendation), ({ position }) => position]);
  const indicators = inOrder(rows.indicator, [({ position }) => position]);
  return {
    'strategy.csv': keyed('strategy.csv', rows.strategy),
    'themes.csv': keyed(
      'themes.csv',
      themes.map((row) => ({ ...row, goals: row.goals?.split('\n').join(LIST_MARK) })),
    ),
    'sources.csv': keyed('sources.csv', rows.source),
    'organisations.csv': keyed('organisations.csv', rows.organisation),
    'organisation_successions.csv': keyed(
      'organisation_successions.csv',
      rows.organisationSuccession.map((row) => ({ ...row, on: row.happenedOn })),
    ),
    'recommendations.csv': await readRecommendations(db, change, recommendations),
    'recommendation_organisations.csv': await readResponsibilities(db, change, place),
    'milestones.csv': await readMilestones(db, change, milestones),
    'milestone_dates.csv': await readMilestoneDates(db, change, placesOf(milestones)),
    'events.csv': keyed(
      'events.csv',
      rows.event.map((row) => ({ ...row, date: row.happenedOn })),
    ),
    'indicators.csv': keyed('indicators.csv', indicators),
    'observations.csv': await readObservations(db, change, placesOf(indicators)),
    ...(await readPartnerships(db, change, rows)),
    'findings.csv': keyed('findings.csv', inOrder(rows.finding, [({ position }) => position])),
  };
}

/** The whole strategy as it stands, and the number of the newest change that is in it. */
export async function readWholeStrategy(db: Kysely<Database>): Promise<{ definition: Definition; change: number }> {
  const change = await findNewestChange(db);
  return { definition: await readDefinition(db, change), change };
}

async function readRecommendations(
  db: Kysely<Database>,
  change: number,
  recommendations: RowsAsTheyWere['recommendation'],
): Promise<DefinitionRow[]> {
  const texts = newest(await listRowsUpTo(db, 'recommendationRevision', change), (row) => row.recommendation);
  const stages = newest(await listRowsUpTo(db, 'stageJudgement', change), (row) => row.recommendation);
  return keyed(
    'recommendations.csv',
    recommendations.map((row) => {
      const judged = stages.get(row.code);
      const stage = { stage: judged?.stage, stageOn: judged?.judgedOn, stageReason: judged?.reason };
      return { ...texts.get(row.code), ...row, ...stage };
    }),
  );
}

/** Responsibilities that stand, one for each recommendation and organisation: the one added last. */
async function readResponsibilities(
  db: Kysely<Database>,
  change: number,
  place: (code: string) => number,
): Promise<DefinitionRow[]> {
  const file = 'recommendation_organisations.csv';
  const standing = (await listRowsUpTo(db, 'responsibility', change)).filter(
    ({ untilOn, endedChange }) => (endedChange === null && untilOn === null) || (endedChange ?? 0) > change,
  );
  const rows = inOrder(standing, [({ recommendation }) => place(recommendation), ({ id }) => id]);
  return [...new Map(keyed(file, rows).map((row) => [row.id, row])).values()];
}

async function readMilestones(
  db: Kysely<Database>,
  change: number,
  milestones: RowsAsTheyWere['milestone'],
): Promise<DefinitionRow[]> {
  const texts = newest(await listRowsUpTo(db, 'milestoneRevision', change), ({ milestone }) => milestone);
  return keyed(
    'milestones.csv',
    milestones.map((row) => ({ ...texts.get(row.code), ...row })),
  );
}

async function readMilestoneDates(
  db: Kysely<Database>,
  change: number,
  place: (code: string) => number,
): Promise<DefinitionRow[]> {
  const facts = await listRowsUpTo(db, 'milestoneFact', change);
  const replaced = new Set(facts.map(({ milestone, replaces }) => `${milestone} ${replaces}`));
  const standing = facts.filter(({ milestone, number }) => !replaced.has(`${milestone} ${number}`));
  const byNumber: ((fact: MilestoneFact) => number)[] = [({ milestone }) => place(milestone), ({ number }) => number];
  return inOrder(standing, byNumber).map((fact) => numbered('milestone_dates.csv', fact));
}

/** Values that stand and those they restate; of several with one status the last, for a file can hold one. */
async function readObservations(
  db: Kysely<Database>,
  change: number,
  place: (code: string) => number,
): Promise<DefinitionRow[]> {
  const file = 'observations.csv';
  const rows = inOrder(await listRowsUpTo(db, 'observation', change), [
    ({ indicator }) => place(indicator),
    ({ number }) => number,
  ]);
  const last = new Map(rows.map((row) => [keyOf(file, cellsOf(file, row)), row]));
  return rows.filter((row) => last.get(keyOf(file, cellsOf(file, row))) === row).map((row) => numbered(file, row));
}

type PartnershipFile = Extract<StrategyFile, `partnership${string}`>;

async function readPartnerships(
  db: Kysely<Database>,
  change: number,
  { partnership }: RowsAsTheyWere,
): Promise<Record<PartnershipFile, DefinitionRow[]>> {
  const partnerships = inOrder(partnership, [({ position }) => position]);
  const texts = newest(await listRowsUpTo(db, 'partnershipRevision', change), (row) => row.partnership);
  const parts = await listPartnershipParts(db);
  const ofNewest = <R extends { partnership: string; revision: number }>(rows: R[]): R[] =>
    partnerships.flatMap(({ code }) =>
      rows.filter((row) => row.partnership === code && row.revision === texts.get(code)?.number),
    );
  return {
    'partnerships.csv': keyed(
      'partnerships.csv',
      partnerships.map((row) => ({ ...texts.get(row.code), ...row })),
    ),
    'partnership_members.csv': keyed('partnership_members.csv', ofNewest(parts.members)),
    'partnership_themes.csv': keyed('partnership_themes.csv', ofNewest(parts.themes)),
    'partnership_strands.csv': keyed('partnership_strands.csv', ofNewest(parts.strands)),
  };
}

/** The rows of a file, each under its key. */
function keyed(file: StrategyFile, rows: readonly object[]): DefinitionRow[] {
  return rows.map((row) => {
    const cells = cellsOf(file, row);
    return { cells, id: keyOf(file, cells) };
  });
}

function numbered(file: StrategyFile, row: { number: number }): DefinitionRow {
  return { cells: cellsOf(file, row), id: String(row.number) };
}

/** The row of each subject with the highest number. */
function newest<R extends { number: number }>(rows: readonly R[], subject: (row: R) => string): Map<string, R> {
  const found = new Map<string, R>();
  for (const row of rows) if (row.number >= (found.get(subject(row))?.number ?? 0)) found.set(subject(row), row);
  return found;
}

function inOrder<R>(rows: readonly R[], by: ((row: R) => number)[]): R[] {
  const apart = (a: R, b: R): number => by.map((of) => of(a) - of(b)).find((way) => way !== 0) ?? 0;
  return [...rows].sort(apart);
}

/** The place of each code among those. */
function placesOf(rows: readonly { code: string }[]): (code: string) => number {
  const places = new Map(rows.map(({ code }, place) => [code, place]));
  return (code) => places.get(code) ?? places.size;
}
