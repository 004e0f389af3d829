import type { Kysely, Selectable } from 'kysely';
import { listEarlierRows } from '#db/queries/list-earlier-rows.ts';
import { listRowsUpTo } from '#db/queries/list-rows-up-to.ts';
import type { Database } from '#db/schema.ts';
import type { KeptTable } from '#db/tables/earlier-row.ts';
import { groupBy } from '../group-by.ts';
import { LIST_MARK } from './definition.ts';

type InCode<T extends KeptTable> = T extends 'organisation_succession' ? 'organisationSuccession' : T;
type Row<T extends KeptTable> = Selectable<Database[InCode<T>]>;

/** The rows of the tables without revisions as they stood after a change, in the order in which they were added. */
export interface RowsAsTheyWere {
  strategy: Row<'strategy'>[];
  theme: Row<'theme'>[];
  source: Row<'source'>[];
  organisation: Row<'organisation'>[];
  organisationSuccession: Row<'organisation_succession'>[];
  recommendation: Row<'recommendation'>[];
  milestone: Row<'milestone'>[];
  event: (Row<'event'> & { alsoBearsOn: string })[];
  indicator: Row<'indicator'>[];
  partnership: Row<'partnership'>[];
  finding: (Row<'finding'> & { themes: string })[];
}

/** Reads them. Rows are read before what they replaced, so that a change made meanwhile does no harm. */
export async function readRowsAsTheyWere(db: Kysely<Database>, change: number): Promise<RowsAsTheyWere> {
  const rows = {
    strategy: await listRowsUpTo(db, 'strategy', change),
    theme: await listRowsUpTo(db, 'theme', change),
    source: await listRowsUpTo(db, 'source', change),
    organisation: await listRowsUpTo(db, 'organisation', change),
    organisationSuccession: await listRowsUpTo(db, 'organisationSuccession', change),
    recommendation: await listRowsUpTo(db, 'recommendation', change),
    milestone: await listRowsUpTo(db, 'milestone', change),
    event: await readEvents(db, change),
    indicator: await listRowsUpTo(db, 'indicator', change),
    partnership: await listRowsUpTo(db, 'partnership', change),
    finding: await readFindings(db, change),
  };
  const earlier = await readEarlier(db, change);
  const was = <R extends { code: string }>(of: KeptTable, list: R[]): R[] =>
    list.map((row) => ({ ...row, ...earlier.get(`${of} ${row.code}`) }));
  return {
    strategy: was('strategy', rows.strategy),
    theme: was('theme', rows.theme),
    source: was('source', rows.source),
    organisation: was('organisation', rows.organisation),
    organisationSuccession: rows.organisationSuccession.map((row) => ({
      ...row,
      ...earlier.get(`organisation_succession ${row.organisation} ${row.successor}`),
    })),
    recommendation: was('recommendation', rows.recommendation),
    milestone: was('milestone', rows.milestone),
    event: was('event', rows.event),
    indicator: was('indicator', rows.indicator),
    partnership: was('partnership', rows.partnership),
    finding: was('finding', rows.finding),
  };
}

/** By table and code; lists of codes as one cell. The first of each is the one that stood. */
async function readEarlier(db: Kysely<Database>, change: number): Promise<Map<string, object>> {
  const stood = new Map<string, object>();
  for (const { of, code, row } of await listEarlierRows(db, change)) {
    const key = `${of} ${code}`;
    if (!stood.has(key)) stood.set(key, listsAsCells(JSON.parse(row)));
  }
  return stood;
}

const listsAsCells = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join(LIST_MARK) : value]),
  );

async function readEvents(db: Kysely<Database>, change: number): Promise<RowsAsTheyWere['event']> {
  const bearings = groupBy(await listRowsUpTo(db, 'eventRecommendation', change), ({ event }) => event);
  const also = (code: string): string => (bearings.get(code) ?? []).map((b) => b.recommendation).join(LIST_MARK);
  return (await listRowsUpTo(db, 'event', change)).map((row) => ({ ...row, alsoBearsOn: also(row.code) }));
}

async function readFindings(db: Kysely<Database>, change: number): Promise<RowsAsTheyWere['finding']> {
  const bearings = groupBy(await listRowsUpTo(db, 'findingTheme', change), ({ finding }) => finding);
  const themes = (code: string): string => (bearings.get(code) ?? []).map(({ theme }) => theme).join(LIST_MARK);
  return (await listRowsUpTo(db, 'finding', change)).map((row) => ({ ...row, themes: themes(row.code) }));
}
