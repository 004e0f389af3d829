import type { Database } from '#db/schema.ts';

/** A column in which people write. `json`: it holds JSON, and what people wrote stands inside. */
export interface RedactedColumn {
  table: keyof Database;
  column: string;
  json?: boolean;
}

type Columns = Partial<Record<keyof Database, string>>;

/** Every column that a text can be removed from, by their names in code. A test holds that no column of the database is left out. */
const TEXTS: Columns = {
  change: 'reason',
  strategy: 'name shortName author succeededBy assessedBy about',
  theme: 'name aim goals placeInReport',
  source: 'title publisher url',
  organisation: 'name shortName',
  recommendationRevision: 'title summary target doneWhen placeInSource note',
  stageJudgement: 'judgedBy reason',
  milestoneRevision: 'title note',
  milestoneFact: 'note asPublished',
  event: 'title note',
  indicator: 'name unit target targetBasis caution',
  observation: 'series note',
  partnershipRevision: 'name purpose funding note',
  partnershipMember: 'role',
  partnershipStrand: 'name detail',
  partnershipHealthWords: 'words evidence',
  finding: 'text',
  quarterVersion: 'reason',
  returnRevision:
    'confidenceReason achieved next risks pathToGreen help helpFrom stageReason proposedMilestone evidence clearedBy comment',
  returnStatement: 'reason',
  returnConfirmation: 'words',
  returnComment: 'words',
  assessment: 'words',
  clearance: 'role comment',
  steer: 'fromWhom words owner',
  steerDone: 'words',
  person: 'name',
  welcomeLink: 'name',
  post: 'title',
  import: 'fileName',
  failedSignIn: 'email address',
  session: 'browser',
};
const JSON_TEXTS: Columns = { earlierRow: 'row', returnDraft: 'fields', import: 'found accepted', session: 'data' };

const listed = (columns: Columns, json: boolean): RedactedColumn[] =>
  Object.entries(columns).flatMap(([table, names]) =>
    names.split(' ').map((column) => ({ table: table as keyof Database, column, json })),
  );

export const REDACTED_COLUMNS: readonly RedactedColumn[] = [...listed(TEXTS, false), ...listed(JSON_TEXTS, true)];

/** "returnRevision" as "return revision", "achieved" as "achieved": a place in the record in words. */
export function placeInWords({ table, column }: RedactedColumn): string {
  const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words(table)}: ${words(column)}`;
}
