import type { Kysely } from 'kysely';
import { type ChangeRow, countChanges, listChanges } from '#db/queries/list-changes.ts';
import { listHeldChanges } from '#db/queries/list-held-changes.ts';
import { listImportsAbout } from '#db/queries/list-imports-about.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import type { Database, MilestoneFact } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import type { View } from '../as-at.ts';
import { londonMoment } from '../clock.ts';
import { FACT_WORDS } from '../fact-words.ts';
import { readRecordedValues } from '../indicators/recorded-values.server.ts';
import { isDateKind, standingFacts } from '../milestone-status.ts';
import { firstDay, formatPartialDate } from '../partial-date.ts';
import { readPartnershipOfChange } from '../partnerships/partnership-history.server.ts';
import { authorShown } from '../people/author.ts';
import type { SignedIn } from '../people/signed-in.ts';
import { NOT_PUBLIC } from './change-words.ts';
import { readEdits } from './edits.server.ts';
import { type ImportedFile, readImportOfChange } from './import-of-change.server.ts';

/** How many changes a page shows. */
export const CHANGES_A_PAGE = 50;

/** One line of the audit trail: who, when, what, old and new. */
export interface ChangeEntry {
  number: number;
  /** "23 November 2026 at 14:05", in London. */
  when: string;
  who: string | null;
  kind: ChangeKind;
  milestone: string | null;
  /** The recommendation whose text or stage it is about. */
  recommendation: string | null;
  /** The partnership that it is about. */
  partnership: string | null;
  /** The quarter that it is about. */
  quarter: string | null;
  /** The indicators whose values it recorded. */
  indicators: string[];
  /** The file that it took in; null for other changes and for readers outside. */
  file: ImportedFile | null;
  before: string | null;
  after: string | null;
  reason: string | null;
}

export interface ChangesPage {
  entries: ChangeEntry[];
  total: number;
  page: number;
  pages: number;
}

/**
 * The audit trail as a reader sees it, newest first, filtered by kind and subject, one page of it; a page past the last
 * is the last. `reader`: who is signed in, for the files that they may look at.
 */
export async function readChanges(
  db: Kysely<Database>,
  { kind, subject, page }: { kind: ChangeKind | null; subject: string | null; page: number },
  view: View,
  reader: SignedIn | null = null,
): Promise<ChangesPage> {
  const isInternal = view === 'internal';
  const held = isInternal ? [] : [...(await listHeldChanges(db))];
  const imports = subject === null ? [] : await listImportsAbout(db, subject);
  const which = { kind, subject, imports, held, without: isInternal ? [] : NOT_PUBLIC };
  const total = await countChanges(db, which);
  const pages = Math.max(1, Math.ceil(total / CHANGES_A_PAGE));
  const shown = Math.min(page, pages);
  const rows = await listChanges(db, { ...which, limit: CHANGES_A_PAGE, offset: (shown - 1) * CHANGES_A_PAGE });
  const entries = await Promise.all(rows.map((row) => changeEntry(db, row, { view, reader })));
  return { entries, total, page: shown, pages };
}

/** Changes that wrote a text, a wording or a stage. */
const EDITS: readonly ChangeKind[] = [
  'recommendation added',
  'recommendation edited',
  'milestone edited',
  'stage judged',
];

/** Changes to a partnership, or a note of its health. */
const OF_PARTNERSHIPS: readonly ChangeKind[] = ['partnership added', 'partnership edited', 'partnership health noted'];

async function changeEntry(
  db: Kysely<Database>,
  row: ChangeRow,
  { view, reader }: { view: View; reader: SignedIn | null },
): Promise<ChangeEntry> {
  const facts = row.milestone ? await listMilestoneFacts(db, row.milestone) : [];
  const after = facts.find((fact) => fact.number === row.fact);
  const edit = EDITS.includes(row.kind) ? (await readEdits(db, { change: row.number }, view))[0] : undefined;
  const partnered = OF_PARTNERSHIPS.includes(row.kind) ? await readPartnershipOfChange(db, row.number) : null;
  const values = row.kind === 'values recorded' ? await readRecordedValues(db, row.number) : undefined;
  const imported = await readImportOfChange(db, row, reader);
  const written = edit ?? partnered ?? values ?? imported;
  return {
    number: row.number,
    when: londonMoment(new Date(row.recordedAt)),
    who: authorShown(row, view),
    kind: row.kind,
    milestone: row.milestone ?? edit?.milestone ?? null,
    recommendation: edit?.recommendation ?? null,
    partnership: partnered?.partnership ?? null,
    quarter: row.quarter,
    indicators: values?.indicators ?? [],
    file: view === 'internal' ? (imported?.file ?? null) : null,
    before: after ? factInWords(factBefore(after, facts)) : (written?.before ?? null),
    after: factInWords(after) ?? written?.after ?? null,
    reason: row.reason,
  };
}

/** What a fact took the place of: the fact it corrects, else the date that stood when it was recorded. */
function factBefore(fact: MilestoneFact, facts: MilestoneFact[]): MilestoneFact | undefined {
  if (fact.replaces !== null) return facts.find((other) => other.number === fact.replaces);
  const stood = standingFacts(facts.filter((other) => other.number < fact.number));
  return stood
    .filter((other) => isDateKind(other.kind))
    .sort((a, b) => firstDay(a.saidOn).localeCompare(firstDay(b.saidOn)) || a.number - b.number)
    .at(-1);
}

function factInWords(fact: MilestoneFact | undefined): string | null {
  if (!fact) return null;
  return `${FACT_WORDS[fact.kind].word}${fact.value ? `: ${formatPartialDate(fact.value)}` : ''}`;
}
