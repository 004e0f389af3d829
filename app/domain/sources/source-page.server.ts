import type { Kysely } from 'kysely';
import { countSourceStatements } from '#db/queries/count-source-statements.ts';
import { findSource } from '#db/queries/find-source.ts';
import { listStatementsOfSource, type SourceStatement } from '#db/queries/list-source-statements.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database, Source } from '#db/schema.ts';
import type { SourceType } from '#db/tables/source.ts';
import type { Register } from '../registers/register.ts';
import { holdsEveryWord } from '../sentences.ts';

/** Sources that a form can name. */
export async function readSourceChoices(db: Kysely<Database>): Promise<{ code: string; title: string }[]> {
  return (await listSources(db)).map(({ code, title }) => ({ code, title }));
}

export interface SourcePage {
  source: Source;
  /** Everything in the record that rests on it. */
  statements: SourceStatement[];
}

/** A source and what rests on it; undefined for a code that none has. */
export async function readSourcePage(db: Kysely<Database>, code: string): Promise<SourcePage | undefined> {
  const source = await findSource(db, code);
  return source && { source, statements: await listStatementsOfSource(db, code) };
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
