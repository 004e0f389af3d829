import type { Kysely } from 'kysely';
import { countSourceStatements } from '#db/queries/count-source-statements.ts';
import { findSource } from '#db/queries/find-source.ts';
import { listIndicators } from '#db/queries/list-indicators.ts';
import { listObservations } from '#db/queries/list-observations.ts';
import {
  listStatementsOfSource,
  type SourceStatement,
  type StatementSubject,
} from '#db/queries/list-source-statements.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database, Source } from '#db/schema.ts';
import type { SourceType } from '#db/tables/source.ts';
import { formatValue } from '../indicators/value-words.ts';
import type { Register } from '../registers/register.ts';
import { holdsEveryWord } from '../sentences.ts';

/** Sources that a form can name. */
export async function readSourceChoices(db: Kysely<Database>): Promise<{ code: string; title: string }[]> {
  return (await listSources(db)).map(({ code, title }) => ({ code, title }));
}

/** A statement that rests on a source; of an indicator, the value, and in place of a date the period it is of. */
export interface RestingStatement extends Omit<SourceStatement, 'subject'> {
  subject: StatementSubject | 'indicator';
}

export interface SourcePage {
  source: Source;
  /** Everything in the record that rests on it. */
  statements: RestingStatement[];
}

/** A source and what rests on it; undefined for a code that none has. */
export async function readSourcePage(db: Kysely<Database>, code: string): Promise<SourcePage | undefined> {
  const source = await findSource(db, code);
  if (!source) return undefined;
  return { source, statements: [...(await listStatementsOfSource(db, code)), ...(await valuesOfSource(db, code))] };
}

async function valuesOfSource(db: Kysely<Database>, source: string): Promise<RestingStatement[]> {
  const indicators = new Map((await listIndicators(db)).map((indicator) => [indicator.code, indicator]));
  return (await listObservations(db, { source })).map(({ indicator: code, value, period }) => {
    const { name = code, unit = '' } = indicators.get(code) ?? {};
    return { subject: 'indicator', code, title: name, what: formatValue(value, unit), date: period };
  });
}

export interface SourceEntry {
  source: Source;
  /** How many statements rest on it. */
  statements: number;
}

/** Sources whose title, publisher or code holds every word of `q`, of one type of publisher or of all. */
export async function readSourceRegister(
  db: Kysely<Database>,
  { q, type }: { q: string | null; type: SourceType | null },
): Promise<Register<SourceEntry>> {
  const counts = await countSourceStatements(db);
  const all = await listSources(db);
  const rows = all
    .filter(
      (source) =>
        (type === null || source.type === type) && holdsEveryWord([source.code, source.title, source.publisher], q),
    )
    .map((source) => ({ source, statements: counts.get(source.code) ?? 0 }))
    .sort((a, b) => b.statements - a.statements || a.source.title.localeCompare(b.source.title, 'en-GB'));
  const filters = [...(type ? [`type of publisher “${type}”`] : []), ...(q ? [`words “${q}”`] : [])];
  return { rows, total: all.length, filters };
}
