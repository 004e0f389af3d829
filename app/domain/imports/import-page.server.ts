import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { may, PERMISSIONS } from '../people/permissions.ts';
import type { SignedIn } from '../people/signed-in.ts';
import type { FoundFile } from './found-file.ts';
import type { ImportPlan } from './import-plan.ts';
import { type ImportShow, type ImportView, importView } from './import-view.ts';
import type { ImportRead } from './imports.server.ts';
import { planImport } from './plan-import.server.ts';
import { type ReturnsAsked, readReturnsAsked } from './returns-asked.server.ts';
import { type Touched, touchedBy } from './touched.ts';

/** A file that was sent, as its page shows it. */
export interface ImportPage extends Omit<ImportRead, 'found' | 'accepted'> {
  /** Why it cannot be read; null when it could be, or is settled. */
  refused: string | null;
  /** What it would do, or did; null when it cannot be read or was discarded. */
  view: ImportView | null;
  /** Why the one who looks cannot accept it, in a sentence; null when they can. */
  whyNotAccept: string | null;
  /** What is asked about returns; null for other files and for those who cannot accept it. */
  returns: ReturnsAsked | null;
  /** What it changed, once it is accepted. */
  touched: Touched[];
}

export interface LookAt {
  person: SignedIn;
  today: Day;
  query: { show: ImportShow | null; page: number };
}

/** A file that was sent and read, or is settled, as the page shows it to that person. */
export async function readImportPage(
  db: Kysely<Database>,
  { found, accepted, ...read }: ImportRead,
  look: LookAt,
): Promise<ImportPage> {
  const page: ImportPage = {
    ...{ ...read, refused: null, view: null, whyNotAccept: null, returns: null, touched: [] },
  };
  if (accepted) return { ...page, view: importView(accepted, look.query), touched: touchedBy(accepted) };
  if (!found) return page;
  if (found.refused !== null) return { ...page, refused: found.refused };
  return { ...page, ...(await readPlan(db, read, found, look)) };
}

async function readPlan(
  db: Kysely<Database>,
  read: Pick<ImportRead, 'sentById' | 'sentBy'>,
  found: FoundFile,
  { person, today, query }: LookAt,
): Promise<Pick<ImportPage, 'view' | 'whyNotAccept' | 'returns'>> {
  const plan = await planImport(db, found, { person: { id: read.sentById }, today, choices: {} });
  const whyNotAccept = whyNot(plan, read, person);
  const asks = plan.kind === 'returns' && whyNotAccept === null;
  const returns = asks ? await readReturnsAsked(db, plan, person, today) : null;
  return { view: importView(plan, query), whyNotAccept, returns };
}

/** Why somebody cannot accept a file, in a sentence; null when they can. */
function whyNot(
  plan: ImportPlan,
  { sentBy, sentById }: Pick<ImportRead, 'sentById' | 'sentBy'>,
  person: SignedIn,
): string | null {
  if (plan.faults.length > 0) return 'Nothing can be accepted while something in the file must be mended.';
  if (plan.kind === 'returns')
    return person.id === sentById ? null : `Returns are accepted by whoever sent them: ${sentBy}.`;
  if (may(person, 'import the strategy')) return null;
  return `You may not ${PERMISSIONS['import the strategy'].words}. The strategy office sees this file and can accept it.`;
}
