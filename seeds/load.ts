import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/partial-date.ts';
import { keepPositionsIn } from '#app/domain/positions/keep-positions.server.ts';
import { collaborationTables } from '#app/domain/strategy/collaboration-tables.server.ts';
import { insertTables } from '#app/domain/strategy/insert-tables.server.ts';
import type { StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { strategyTables } from '#app/domain/strategy/strategy-tables.server.ts';
import { findStrategy } from '#db/queries/find-strategy.ts';
import { isEmpty, lacksCollaboration } from '#db/queries/is-empty.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { readStrategy } from './read-strategy.ts';

/** The database holds a strategy already; one database holds one. */
export class StrategyPresentError extends Error {
  override name = 'StrategyPresentError';
  constructor() {
    super('This database holds a strategy already. To load another, give DATABASE_URL a file that does not exist yet.');
  }
}

interface LoadOptions {
  now: Date;
  today: Day;
  say?: (line: string) => void;
}

/**
 * Loads a strategy, a folder of CSV files or a workbook (seeds/README.md), into an empty database: all of it in one transaction,
 * or nothing. Throws StrategyFaultsError with every fault, or StrategyPresentError.
 * Returns the number of rows read.
 */
export async function loadStrategy(
  db: Kysely<Database>,
  path: string,
  { now, today, say = () => {} }: LoadOptions,
): Promise<{ rows: number }> {
  if (!(await isEmpty(db))) throw new StrategyPresentError();
  const rows = await readStrategy(path, say);
  await db.transaction().execute(async (trx) => {
    const change = await addChange(trx, {
      kind: 'strategy loaded',
      recordedAt: now.toISOString(),
      person: null,
      quarter: null,
      reason: null,
    });
    await insertTables(trx, strategyTables(rows, change), say);
    await keepPositionsIn(trx, today, say);
  });
  return { rows: Object.values(rows).reduce((sum, list) => sum + list.length, 0) };
}

/**
 * Adds the indicators, partnerships and findings of a folder to a database that holds the same strategy and none of
 * these: it was loaded by a version of the program that did not know them. Returns the number of rows read, 0 when
 * there was nothing to add. Throws StrategyFaultsError, or the database's own error when it lacks what they name.
 */
export async function addMissingParts(
  db: Kysely<Database>,
  path: string,
  { now, say = () => {} }: Pick<LoadOptions, 'now' | 'say'>,
): Promise<number> {
  if (!(await lacksCollaboration(db))) return 0;
  const rows = await readStrategy(path, () => {});
  const parts = PARTS.reduce((sum, file) => sum + rows[file].length, 0);
  const strategy = await findStrategy(db);
  if (parts === 0 || strategy.code !== rows['strategy.csv'][0]?.cells['code']) return 0;
  await db.transaction().execute(async (trx) => {
    const change = await addChange(trx, {
      kind: 'strategy loaded',
      recordedAt: now.toISOString(),
      person: null,
      quarter: null,
      reason: 'Indicators, partnerships and findings, which the version that loaded the strategy did not know.',
    });
    await insertTables(trx, collaborationTables(rows, change), say);
  });
  return parts;
}

const PARTS: StrategyFile[] = [
  'indicators.csv',
  'observations.csv',
  'partnerships.csv',
  'partnership_members.csv',
  'partnership_themes.csv',
  'partnership_strands.csv',
  'findings.csv',
];
