import type { Kysely } from 'kysely';
import { listOrganisations } from '#db/queries/list-organisations.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { readIndicators } from '../indicators/indicators.server.ts';
import { readFindings, readPartnerships } from '../partnerships/partnerships.server.ts';
import { readEventsAsAt } from '../record/events.server.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { holdsEveryWord } from '../sentences.ts';

export type SearchSubject =
  | 'theme'
  | 'recommendation'
  | 'milestone'
  | 'indicator'
  | 'partnership'
  | 'finding'
  | 'event'
  | 'organisation'
  | 'source';

/** One thing found. `text` is the first of its texts that holds a word looked for, besides its title. */
export interface SearchHit {
  subject: SearchSubject;
  code: string;
  title: string;
  text: string | null;
}

/** The hits of one subject: at most `SHOWN`, and how many there are. */
export interface SearchGroup {
  subject: SearchSubject;
  hits: SearchHit[];
  total: number;
}

const SHOWN = 30;

type Searchable = Omit<SearchHit, 'text'> & { texts: (string | null)[] };

/** Everything in the record whose text holds every word of `q`, by subject. No words find nothing. */
export async function search(db: Kysely<Database>, q: string, asAt: AsAt): Promise<SearchGroup[]> {
  if (q.trim() === '') return [];
  const hits = (await readSearchables(db, asAt))
    .filter(({ code, title, texts }) => holdsEveryWord([code, title, ...texts.map((text) => text ?? '')], q))
    .map(({ subject, code, title, texts }) => ({ subject, code, title, text: firstHolding(texts, q) }));
  const subjects: SearchSubject[] = [
    'theme',
    'recommendation',
    'milestone',
    'indicator',
    'partnership',
    'finding',
    'event',
    'organisation',
    'source',
  ];
  return subjects
    .map((subject) => hits.filter((hit) => hit.subject === subject))
    .filter((found) => found.length > 0)
    .map((found) => ({ subject: found[0]?.subject ?? 'theme', hits: found.slice(0, SHOWN), total: found.length }));
}

function firstHolding(texts: (string | null)[], q: string): string | null {
  const words = q.split(/\s+/).filter(Boolean);
  return texts.find((text) => text !== null && words.some((word) => holdsEveryWord([text], word))) ?? null;
}

async function readSearchables(db: Kysely<Database>, asAt: AsAt): Promise<Searchable[]> {
  const { themes, recommendations, milestones } = await readRecordAsAt(db, asAt);
  return [
    ...themes.map(({ code, name, aim, goals }) => ({
      subject: 'theme' as const,
      code,
      title: name,
      texts: [aim, ...goals],
    })),
    ...recommendations.map(({ code, title, summary, stage, target, note, organisations }) => ({
      subject: 'recommendation' as const,
      code,
      title,
      texts: [summary, stage?.reason ?? null, target, note, organisations.map(({ name }) => name).join(', ')],
    })),
    ...milestones.map(({ code, title, note, facts }) => ({
      subject: 'milestone' as const,
      code,
      title,
      texts: [note, ...facts.map((fact) => fact.note)],
    })),
    ...(await readIndicators(db, asAt)).indicators.map(({ code, name, unit, caution, targetBasis, ...values }) => ({
      subject: 'indicator' as const,
      code,
      title: name,
      texts: [
        unit,
        caution,
        targetBasis,
        ...values.values.map(({ note }) => note),
        ...values.earlierValues.map(({ value }) => value.note),
      ],
    })),
    ...(await readPartnerships(db, asAt.day)).map(({ code, name, purpose, funding, note, members, strands }) => ({
      subject: 'partnership' as const,
      code,
      title: name,
      texts: [
        purpose,
        funding,
        note,
        members.map((member) => member.name).join(', '),
        strands.map((strand) => [strand.name, strand.detail].filter(Boolean).join(': ')).join('; '),
      ],
    })),
    ...(await readFindings(db, asAt.day)).flatMap(({ findings }) =>
      findings.map(({ code, text }) => ({ subject: 'finding' as const, code, title: text, texts: [] })),
    ),
    ...(await readEventsAsAt(db, asAt)).map(({ code, title, note }) => ({
      subject: 'event' as const,
      code,
      title,
      texts: [note],
    })),
    ...(await listOrganisations(db)).map(({ code, name, shortName }) => ({
      subject: 'organisation' as const,
      code,
      title: name,
      texts: [shortName],
    })),
    ...(await listSources(db)).map(({ code, title, publisher, url }) => ({
      subject: 'source' as const,
      code,
      title,
      texts: [publisher, url],
    })),
  ];
}
