import type { Kysely } from 'kysely';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listSuccessions } from '#db/queries/list-successions.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { FACT_WORDS } from '../fact-words.ts';
import type { IndicatorView } from '../indicators/indicator.ts';
import { readIndicators } from '../indicators/indicators.server.ts';
import { formatValue } from '../indicators/value-words.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { readPartnerships } from '../partnerships/partnerships.server.ts';
import { formatPeriod } from '../period.ts';
import { readEventsAsAt } from '../record/events.server.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';

export type MemorySubject = 'recommendation' | 'milestone' | 'indicator' | 'partnership' | 'event' | 'organisation';

/** One statement that rests on memory and wants a source. */
export interface FromMemory {
  subject: MemorySubject;
  code: string;
  title: string;
  /** What exactly rests on memory: "The recommendation itself", "Met: October 2022"… */
  what: string;
  note: string | null;
}

/** The statements of one theme, of the partnerships or of the organisations that rest on memory. */
export interface MemoryGroup {
  heading: string;
  items: FromMemory[];
}

/** Everything that rests on memory, theme by theme, then partnerships and the successions of organisations: a list to work through. */
export async function readFromMemory(db: Kysely<Database>, asAt: AsAt): Promise<MemoryGroup[]> {
  const record = await readRecordAsAt(db, asAt);
  const events = await readEventsAsAt(db, asAt);
  const { indicators } = await readIndicators(db, asAt);
  const themeOf = new Map(record.recommendations.map(({ code, theme }) => [code, theme]));
  const groups = record.themes.map(({ code, name }) => ({
    heading: name,
    items: [
      ...record.recommendations
        .filter(({ theme, confirmation }) => theme === code && confirmation === 'memory')
        .map((row) => item('recommendation', row.code, row.title, 'The recommendation itself', row.note)),
      ...record.milestones
        .filter(({ theme }) => theme === code)
        .flatMap((milestone) =>
          milestone.facts
            .filter(({ confirmation }) => confirmation === 'memory')
            .map((fact) => {
              const what = `${FACT_WORDS[fact.kind].word}${fact.value ? `: ${formatPartialDate(fact.value)}` : ''}`;
              return item('milestone', milestone.code, milestone.title, what, fact.note);
            }),
        ),
      ...indicators.filter(({ theme }) => theme === code).flatMap(valueItems),
      ...events
        .filter((event) => themeOf.get(event.recommendation) === code && event.confirmation === 'memory')
        .map((event) => item('event', event.code, event.title, formatPartialDate(event.happenedOn), event.note)),
    ],
  }));
  const organisations = { heading: 'Organisations that took over from others', items: await successionItems(db) };
  const partnerships = { heading: 'Partnerships', items: await partnershipItems(db, asAt.day) };
  return [...groups, partnerships, organisations].filter(({ items }) => items.length > 0);
}

async function partnershipItems(db: Kysely<Database>, today: Day): Promise<FromMemory[]> {
  return (await readPartnerships(db, today))
    .filter(({ confirmation }) => confirmation === 'memory')
    .map(({ code, name, note }) => item('partnership', code, name, 'The partnership itself', note));
}

function valueItems({ code, name, unit, values }: IndicatorView): FromMemory[] {
  return values
    .filter(({ confirmation }) => confirmation === 'memory')
    .map(({ period, value, note }) =>
      item('indicator', code, name, `Value of ${formatPeriod(period)}: ${formatValue(value, unit)}`, note),
    );
}

async function successionItems(db: Kysely<Database>): Promise<FromMemory[]> {
  const names = new Map((await listOrganisations(db)).map(({ code, name }) => [code, name]));
  return (await listSuccessions(db))
    .filter(({ confirmation }) => confirmation === 'memory')
    .map((row) =>
      item(
        'organisation',
        row.organisation,
        names.get(row.organisation) ?? row.organisation,
        `${row.kind}, ${formatPartialDate(row.happenedOn)}: now ${row.successorName}`,
        null,
      ),
    );
}

function item(subject: MemorySubject, code: string, title: string, what: string, note: string | null): FromMemory {
  return { subject, code, title, what, note };
}
