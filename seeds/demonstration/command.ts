import { env, today } from '#app/env.server.ts';
import { maker } from '#app/summary-maker.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { DemonstrationRefusedError, makeDemonstration } from './make-demonstration.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE } from './people.ts';

/** What `npm run demo` does before it serves: makes the demonstration where there is none, and says who can sign in. */
const db = openDatabase(env.DATABASE_URL);
try {
  await migrate(db);
  await makeDemonstration(db, {
    file: env.DATABASE_URL,
    strategy: env.STRATEGY,
    today: today(),
    say: (line) => console.log(line),
    maker,
  });
  console.log('This is a demonstration: people, posts and returns are made up. Sign in as');
  for (const { email, as } of DEMONSTRATION_PEOPLE) console.log(`  ${email.padEnd(38)} ${as}`);
  console.log(`each with the password: ${DEMONSTRATION_PASSWORD}`);
} catch (error) {
  if (!(error instanceof DemonstrationRefusedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await db.destroy();
}
