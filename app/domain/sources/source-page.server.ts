import type { Kysely } from 'kysely';
import { findSource } from '#db/queries/find-source.ts';
import { listStatementsOfSource, type SourceStatement } from '#db/queries/list-source-statements.ts';
import { listSources } from '#db/queries/list-sources.ts';
import type { Database, Source } from '#db/schema.ts';

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
