import { env, now, today } from '#app/env.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { StrategyFaultsError } from './faults.ts';
import { loadStrategy, StrategyPresentError } from './load.ts';

/** `npm run strategy:load -- FOLDER`: loads a strategy into the database that DATABASE_URL names. */
const folder = process.argv[2];
if (!folder) {
  console.error('Say which folder to load: npm run strategy:load -- FOLDER');
  process.exit(2);
}

const db = openDatabase(env.DATABASE_URL);
try {
  await migrate(db);
  const { rows } = await loadStrategy(db, folder, { now: now(), today: today(), say: (line) => console.log(line) });
  console.log(`Loaded ${rows.toLocaleString('en-GB')} rows from ${folder} into ${env.DATABASE_URL}.`);
} catch (error) {
  if (!(error instanceof StrategyFaultsError) && !(error instanceof StrategyPresentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await db.destroy();
}
