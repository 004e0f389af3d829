import type { Transaction } from 'kysely';
import { listPartnershipRevisions } from '#db/queries/list-partnership-revisions.ts';
import type { Database } from '#db/schema.ts';
import { addPartnershipRevision } from '#db/writes/add-partnership-revision.ts';
import type { StrategyRows } from './check-strategy.ts';
import { type MergedRow, type MergedStrategy, wholeRows } from './merge-strategy.ts';
import { STRATEGY_FILES, type StrategyFile } from './strategy-files.ts';
import { strategyTables } from './strategy-tables.server.ts';

const PARTS = ['partnership_members.csv', 'partnership_themes.csv', 'partnership_strands.csv'] as const;

/** Gives each partnership of which a file changes something one new revision, with all its members, themes and strands. */
export async function editPartnerships(
  trx: Transaction<Database>,
  merged: MergedStrategy,
  rows: readonly MergedRow[],
  change: number,
): Promise<void> {
  for (const code of editedCodes(merged, rows)) {
    const number = ((await listPartnershipRevisions(trx, code)).at(-1)?.number ?? 0) + 1;
    const tables = strategyTables(filesAbout(merged, code), change);
    const [text] = tables.partnershipRevision ?? [];
    if (!text) throw new TypeError(`There is no partnership ${code}.`);
    const strands = [...(tables.partnershipStrand ?? [])].sort((a, b) => a.position - b.position);
    await addPartnershipRevision(trx, {
      ...{ startedOn: null, funding: null, source: null, note: null, ...text, number },
      members: tables.partnershipMember ?? [],
      themes: (tables.partnershipTheme ?? []).map(({ theme }) => theme),
      strands: strands.map(({ name, detail }) => ({ name, detail: detail ?? null })),
    });
  }
}

/** Partnerships that are there and of which a row was added or changed. */
function editedCodes({ now }: MergedStrategy, rows: readonly MergedRow[]): string[] {
  const known = new Set(now['partnerships.csv'].map(({ id }) => id));
  const codes = rows.flatMap(({ file, after }) => {
    if (file === 'partnerships.csv') return [after['code'] ?? ''];
    return PARTS.some((part) => part === file) ? [after['partnership'] ?? ''] : [];
  });
  return [...new Set(codes)].filter((code) => known.has(code));
}

function filesAbout(merged: MergedStrategy, code: string): StrategyRows {
  const files = Object.keys(STRATEGY_FILES) as StrategyFile[];
  const about = (file: StrategyFile) => {
    if (file === 'partnerships.csv') return wholeRows(merged, file).filter(({ cells }) => cells['code'] === code);
    if (!PARTS.some((part) => part === file)) return [];
    return wholeRows(merged, file).filter(({ cells }) => cells['partnership'] === code);
  };
  return Object.fromEntries(files.map((file) => [file, about(file)])) as StrategyRows;
}
