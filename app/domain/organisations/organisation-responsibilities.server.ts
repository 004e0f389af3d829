import type { Kysely } from 'kysely';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import { listResponsibilities, type ResponsibilityRow } from '#db/queries/list-responsibilities.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database } from '#db/schema.ts';
import type { ResponsibilityRole } from '#db/tables/responsibility.ts';
import { groupBy } from '../group-by.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { passedResponsibilities } from './passed-responsibilities.ts';

/** A recommendation that an organisation passed on, or that was passed to it. */
export interface PassedOn {
  recommendation: { code: string; title: string };
  /** What the one who passed it on was to it. */
  role: ResponsibilityRole;
  on: Day;
  /** The day is still to come. */
  isToCome: boolean;
  other: { code: string; name: string };
}

/** What went from an organisation to others, and to it from others; latest first. */
export async function readPassedOn(
  db: Kysely<Database>,
  code: string,
  today: Day,
): Promise<{ away: PassedOn[]; received: PassedOn[] }> {
  const { rows, titles } = await readInOrder(db);
  const passed = passedResponsibilities(rows);
  const seen = (
    { recommendation, on, from }: (typeof passed)[number],
    other: { organisation: string; name: string },
  ): PassedOn => ({
    recommendation: { code: recommendation, title: titles.get(recommendation) ?? '' },
    role: from.role,
    on,
    isToCome: on > today,
    other: { code: other.organisation, name: other.name },
  });
  return {
    away: passed.filter(({ from }) => from.organisation === code).map((passing) => seen(passing, passing.to)),
    received: passed.filter(({ to }) => to.organisation === code).map((passing) => seen(passing, passing.from)),
  };
}

/** What the form that passes responsibility on offers. */
export interface PassOnChoices {
  /** What the organisation has that is not passed on yet. */
  open: { code: string; title: string; role: ResponsibilityRole; fromOn: Day | null }[];
  organisations: { value: string; text: string }[];
  sources: { value: string; text: string }[];
}

/** What can be passed on from an organisation, to which others, and where that can be seen. */
export async function readPassOnChoices(db: Kysely<Database>, code: string): Promise<PassOnChoices> {
  const { rows, titles } = await readInOrder(db);
  return {
    open: rows
      .filter(({ organisation, untilOn }) => organisation === code && untilOn === null)
      .map(({ recommendation, role, fromOn }) => ({
        code: recommendation,
        title: titles.get(recommendation) ?? '',
        role,
        fromOn,
      })),
    organisations: (await listOrganisations(db))
      .filter((other) => other.code !== code)
      .map(({ code: value, name, until }) => ({
        value,
        text: until ? `${name} (until ${formatPartialDate(until)})` : name,
      })),
    sources: (await listSources(db)).map(({ code: value, title }) => ({ value, text: `${value}: ${title}` })),
  };
}

/** Every responsibility in the order of the strategy, and the titles of its recommendations. */
async function readInOrder(db: Kysely<Database>): Promise<{ rows: ResponsibilityRow[]; titles: Map<string, string> }> {
  const titles = new Map((await listRecommendations(db)).map(({ code, title }) => [code, title]));
  const rows = groupBy(await listResponsibilities(db), ({ recommendation }) => recommendation);
  return { titles, rows: [...titles.keys()].flatMap((code) => rows.get(code) ?? []) };
}
