import type { Kysely } from 'kysely';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listSuccessions } from '#db/queries/list-successions.ts';
import type { Database } from '#db/schema.ts';
import { FACT_WORDS } from '../fact-words.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { readEventsAsAt } from '../record/events.server.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';

export type MemorySubject = 'recommendation' | 'milestone' | 'event' | 'organisation';

/** One statement that rests on memory and wants a source. */
export interface FromMemory {
  subject: MemorySubject;
  code: string;
  title: string;
  /** What exactly rests on memory: "The recommendation itself", "Met: October 2022"… */
  what: string;
  note: string | null;
}

/** The statements of one theme, or of the organisations, that rest on memory. */
export interface MemoryGroup {
  heading: string;
  items: FromMemory[];
}

/** Everything that rests on memory, theme by theme and then the successions of organisations: a list to work through. */
export async function readFromMemory(db: Kysely<Database>, today: Day): Promise<MemoryGroup[]> {
  const asAt = { day: today, isToday: true };
  const record = await readRecordAsAt(db, asAt);
  const events = await readEventsAsAt(db, asAt);
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
      ...events
        .filter((event) => themeOf.get(event.recommendation) === code && event.confirmation === 'memory')
        .map((event) => item('event', event.code, event.title, formatPartialDate(event.happenedOn), event.note)),
    ],
  }));
  const organisations = { heading: 'Organisations that took over from others', items: await successionItems(db) };
  return [...groups, organisations].filter(({ items }) => items.length > 0);
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
