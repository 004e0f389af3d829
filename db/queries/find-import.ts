import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** One file that was sent, without its bytes, and who sent it; undefined when there is none of that number. */
export function findImport(db: Kysely<Database>, id: number) {
  return db
    .selectFrom('import')
    .innerJoin('person', 'person.id', 'import.sentBy')
    .leftJoin('change', 'change.number', 'import.change')
    .leftJoin('person as acceptor', 'acceptor.id', 'change.person')
    .select([
      'import.id',
      'import.fileName',
      'import.sha256',
      'import.size',
      'import.sentBy',
      'person.name as sentByName',
      'import.sentAt',
      'import.found',
      'import.change',
      'change.recordedAt as acceptedAt',
      'change.kind',
      'change.reason',
      'acceptor.name as acceptedByName',
      'import.accepted',
      'import.discardedAt',
    ])
    .where('import.id', '=', id)
    .executeTakeFirst();
}

/** The bytes of a file that waits; undefined once it is settled. */
export async function findImportBytes(db: Kysely<Database>, id: number): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('import').select('bytes').where('id', '=', id).executeTakeFirst();
  return row?.bytes ?? undefined;
}
