import { env, now, today } from '#app/env.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { StrategyFaultsError } from './faults.ts';
import { loadStrategy, StrategyPresentError } from './load.ts';

/** `npm run strategy:load -- PATH`: loads a strategy, a folder of CSV files or a workbook, into the database that DATABASE_URL names. */
const path = process.argv[2];
if (!path) {
  console.error('Say which folder or workbook to load: npm run strategy:load -- PATH');
  process.exit(2);
}

const db = openDatabase(env.DATABASE_URL);
try {
  await migrate(db);
  const { rows } = await loadStrategy(db, path, { now: now(), today: today(), say: (line) => console.log(line) });
  console.log(`Loaded ${rows.toLocaleString('en-GB')} rows from ${path} into ${env.DATABASE_URL}.`);
} catch (error) {
  if (!(error instanceof StrategyFaultsError) && !(error instanceof StrategyPresentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await db.destroy();
}
