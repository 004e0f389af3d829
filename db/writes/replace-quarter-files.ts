import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterFileTable } from '../tables/quarter-version.ts';

/** Puts files of frozen quarters in the place of those of the same names. For redaction alone. */
export async function replaceQuarterFiles(
  trx: Transaction<Database>,
  files: readonly QuarterFileTable[],
): Promise<void> {
  for (const { quarter, version, audience, name, ...file } of files)
    await trx
      .updateTable('quarterFile')
      .set(file)
      .where('quarter', '=', quarter)
      .where('version', '=', version)
      .where('audience', '=', audience)
      .where('name', '=', name)
      .execute();
}
