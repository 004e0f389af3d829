import type { Kysely } from 'kysely';
import type { FoundFile } from '#app/domain/imports/found-file.ts';
import type { ImportChoices, ImportPlan, PlannedRow } from '#app/domain/imports/import-plan.ts';
import { keepFound, sendFile } from '#app/domain/imports/imports.server.ts';
import { planImport } from '#app/domain/imports/plan-import.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import type { Definition } from '#app/domain/strategy/definition.ts';
import { sheetNameOf } from '#app/domain/strategy/file-words.ts';
import { readDefinition } from '#app/domain/strategy/read-definition.server.ts';
import { type Cells, STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import type { Database } from '#db/schema.ts';
import { acceptNow } from './imports.ts';
import { NOON, TODAY } from './recorder.ts';

/** The sheets of a strategy workbook as lists of cells that a test may edit. */
export type Sheets = Record<StrategyFile, Cells[]>;

/** A strategy workbook as somebody has it on their desk. */
export interface Workbook {
  sheets: Sheets;
  madeFrom: number | null;
  /** Code of the strategy that it says it is of. */
  strategy?: string;
}

/** The workbook that the site would give out now. */
export async function workbookNow(db: Kysely<Database>): Promise<Workbook> {
  const definition = await readDefinition(db);
  return { sheets: sheetsOf(definition), madeFrom: await findNewestChange(db) };
}

/** The cells of a definition, apart from it. */
export function sheetsOf(definition: Definition): Sheets {
  const files = Object.keys(STRATEGY_FILES) as StrategyFile[];
  return Object.fromEntries(files.map((file) => [file, definition[file].map(({ cells }) => ({ ...cells }))])) as Sheets;
}

/** The workbook as the reader of sent files finds it; sheets may be left out. The header of each is in row 4. */
export function foundIn({ sheets, madeFrom, strategy = 'LSIS' }: Workbook, only?: readonly StrategyFile[]): FoundFile {
  const files = (Object.keys(sheets) as StrategyFile[]).filter((file) => !only || only.includes(file));
  const tables = files.map((file) => ({
    ...{ what: file, sheet: sheetNameOf(file), missing: [], unknown: [], faults: [] },
    rows: sheets[file].map((cells, place) => ({ row: place + 5, cells })),
  }));
  const cells = { what: 'Made from change', value: String(madeFrom) };
  const ofStrategy = { row: 8, cells: { what: 'Strategy code', value: strategy } };
  const about = {
    ...{ what: 'about' as const, sheet: 'About', missing: [], unknown: [], faults: [] },
    rows: [ofStrategy, { row: 9, cells }],
  };
  return { tables: madeFrom === null ? tables : [about, ...tables], said: [], refused: null };
}

/** What a file would do. */
export const planOf = (db: Kysely<Database>, found: FoundFile, person: SignedIn, choices: ImportChoices = {}) =>
  planImport(db, found, { person, today: TODAY, choices });

/** Sends a file and accepts it as its page would. Returns the number of the change. */
export async function accepted(
  db: Kysely<Database>,
  found: FoundFile,
  person: SignedIn,
  choices: ImportChoices = {},
): Promise<number> {
  const id = await sent(db, found, person);
  return acceptNow(db, person, id, { choices, reason: 'As agreed' });
}

/** Sends a file; returns its number. */
export async function sent(db: Kysely<Database>, found: FoundFile, person: SignedIn): Promise<number> {
  const id = await sendFile(
    db,
    { fileName: 'strategy.ods', bytes: new TextEncoder().encode(JSON.stringify(found)) },
    { person, now: NOON },
  );
  await keepFound(db, id, found);
  return id;
}

/** The rows of a plan that do something or cannot, by outcome: "changed DAT-1: Title". */
export function deeds({ tables }: Pick<ImportPlan, 'tables'>): string[] {
  return tables.flatMap(({ rows }) => rows.filter(({ outcome }) => outcome !== 'unchanged').map(deed));
}

function deed({ outcome, code, fields, conflicts }: PlannedRow): string {
  const labels = outcome === 'added' ? [] : [...fields.map(({ label }) => label), ...conflicts.map(() => 'asked')];
  return `${outcome} ${code}${labels.length > 0 ? `: ${labels.join(', ')}` : ''}`;
}
