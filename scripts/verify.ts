import { existsSync } from 'node:fs';
import { checkStore } from '#app/domain/closing/stored-files.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { env } from '#app/env.server.ts';
import { openDatabase } from '#db/client.server.ts';

/** `npm run verify`: whether every stored file of a closed quarter is what was frozen. */
if (!existsSync(env.DATABASE_URL)) {
  console.error(`There is no database at ${env.DATABASE_URL}. Say where it is with DATABASE_URL.`);
  process.exit(2);
}

const db = openDatabase(env.DATABASE_URL);
try {
  const { files, damaged } = await checkStore(db);
  for (const name of damaged) console.error(`Damaged: ${name}`);
  if (damaged.length > 0) {
    console.error(
      `${damaged.length} of ${counted(files, 'stored file')} are not what was frozen. Bring them back from a backup.`,
    );
    process.exitCode = 1;
  } else console.log(`${counted(files, 'stored file')} checked: each is what was frozen.`);
} finally {
  await db.destroy();
}
