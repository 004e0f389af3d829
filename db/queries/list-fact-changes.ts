import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface FactChangeRow {
  fact: number;
  recordedAt: string;
  person: string | null;
  /** The person, when their name is not shown to signed-out readers. */
  nameRemoved: number | null;
  reason: string | null;
  /** The name of the file that it came with. */
  fileName: string | null;
}

/** When each fact of a milestone was recorded, by whom and why, by number. */
export function listFactChanges(db: Kysely<Database>, milestone: string): Promise<FactChangeRow[]> {
  return db
    .selectFrom('milestoneFact')
    .innerJoin('change', 'change.number', 'milestoneFact.change')
    .leftJoin('person', 'person.id', 'change.person')
    .leftJoin('removedName', 'removedName.person', 'change.person')
    .leftJoin('import', 'import.change', 'change.number')
    .where('milestoneFact.milestone', '=', milestone)
    .select([
      'milestoneFact.number as fact',
      'change.recordedAt',
      'person.name as person',
      'removedName.person as nameRemoved',
      'change.reason',
      'import.fileName',
    ])
    .orderBy('milestoneFact.number')
    .execute();
}
