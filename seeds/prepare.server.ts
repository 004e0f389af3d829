import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/partial-date.ts';
import { keepPositions } from '#app/domain/positions/keep-positions.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { isEmpty } from '#db/queries/is-empty.ts';
import type { Database } from '#db/schema.ts';
import { addMissingParts, loadStrategy } from './load.ts';

interface PrepareOptions {
  /** The folder of CSV files, or the workbook, to load while the database is empty. */
  strategy: string;
  now: Date;
  today: Day;
  say?: (line: string) => void;
}

/**
 * Makes the database ready to be served: the newest schema, a strategy in it, every ended quarter with its positions.
 * Says what it does and is silent when nothing was to be done. Throws DatabaseNewerError or StrategyFaultsError.
 */
export async function prepareDatabase(
  db: Kysely<Database>,
  { strategy, now, today, say = () => {} }: PrepareOptions,
): Promise<void> {
  const migrations = await migrate(db);
  if (migrations.length > 0) say(`Brought the database to the newest form: ${migrations.join(', ')}.`);
  if (await isEmpty(db)) {
    say(`The database is empty: loading the strategy in ${strategy} …`);
    const { rows } = await loadStrategy(db, strategy, { now, today, say });
    say(`Loaded ${rows.toLocaleString('en-GB')} rows.`);
  } else await addWhatIsNew(db, strategy, now, say);
  const quarters = await keepPositions(db, today);
  if (quarters > 0) say(`Worked out how things stood at the end of past quarters not seen before (${quarters}).`);
}

/** A strategy that was changed since may not fit the folder any more; the site is served without the new parts then. */
async function addWhatIsNew(
  db: Kysely<Database>,
  strategy: string,
  now: Date,
  say: (line: string) => void,
): Promise<void> {
  try {
    const rows = await addMissingParts(db, strategy, { now, say });
    if (rows > 0) say(`Added the indicators, partnerships and findings of ${strategy} (${rows} rows).`);
  } catch (error) {
    say(`The indicators, partnerships and findings of ${strategy} could not be added: ${(error as Error).message}`);
  }
}
