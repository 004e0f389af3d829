import type { Kysely } from 'kysely';
import { findImportOfChange } from '#db/queries/find-import-of-change.ts';
import type { Database } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import { countOutcomes, type ImportPlan } from '../imports/import-plan.ts';
import { doneInWords } from '../imports/import-words.ts';
import { may } from '../people/permissions.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { counted } from '../sentences.ts';

/** A file that a change took into the record. */
export interface ImportedFile {
  id: number;
  name: string;
  sha256: string;
  /** The reader may look at its page. */
  mayLook: boolean;
}

/** Changes that took in a file. */
const IMPORTED: readonly ChangeKind[] = ['strategy imported', 'returns imported'];

/** The file that a change took in, with how many rows stood otherwise and what became of them; undefined for other changes. */
export async function readImportOfChange(
  db: Kysely<Database>,
  { number, kind }: { number: number; kind: ChangeKind },
  reader: SignedIn | null,
): Promise<{ file: ImportedFile; before: string | null; after: string } | undefined> {
  const row = IMPORTED.includes(kind) ? await findImportOfChange(db, number) : undefined;
  if (!row) return undefined;
  const plan: ImportPlan = JSON.parse(row.accepted ?? '{"tables":[]}');
  const { added, changed } = countOutcomes(plan);
  const noun = kind === 'returns imported' ? 'return' : 'row';
  const mayLook = may(reader, 'import the strategy') || reader?.id === row.sentBy;
  return {
    file: { id: row.id, name: row.fileName, sha256: row.sha256, mayLook },
    before: changed === 0 ? null : `${counted(changed, noun)} in another form`,
    after: doneInWords(plan.kind, { added, changed }),
  };
}
