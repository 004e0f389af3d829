import type { Transaction } from 'kysely';
import { listMilestoneRevisions } from '#db/queries/list-milestone-revisions.ts';
import { listRecommendationRevisions } from '#db/queries/list-recommendation-revisions.ts';
import { listResponsibilities } from '#db/queries/list-responsibilities.ts';
import { listStageJudgements } from '#db/queries/list-stage-judgements.ts';
import type { Database } from '#db/schema.ts';
import { endResponsibility } from '#db/writes/end-responsibility.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { replaceEventLinks, replaceFindingLinks } from '#db/writes/replace-links.ts';
import { replaceRow } from '#db/writes/replace-row.ts';
import { THE_OFFICE_JUDGES } from '../stage.ts';
import { filesOf } from './add-rows.server.ts';
import type { Applying } from './apply-strategy.server.ts';
import { LIST_MARK } from './definition.ts';
import type { MergedRow } from './merge-strategy.ts';
import type { StrategyFile } from './strategy-files.ts';
import { strategyTables } from './strategy-tables.server.ts';
import type { TableRows } from './table-rows.server.ts';

type Trx = Transaction<Database>;
/** Stores what changed of one row; `tables` are the rows of the database that it would be if it were new. */
type ChangeRow = (trx: Trx, row: MergedRow, tables: TableRows, applying: Applying) => Promise<void>;

/** Stores what a file changes of rows that are there, but for dates, values and partnerships. */
export async function changeRows(trx: Trx, rows: readonly MergedRow[], applying: Applying): Promise<void> {
  for (const row of rows) {
    if (row.before === null) continue;
    const change = CHANGES[row.file];
    if (change) await change(trx, row, strategyTables(filesOf([row]), applying.change), applying);
  }
}

const CHANGES: Partial<Record<StrategyFile, ChangeRow>> = {
  'strategy.csv': (trx, row, tables, { change }) =>
    replaceRow(trx, 'strategy', { key: keyOf(row), set: own(tables.strategy), change }),
  'themes.csv': (trx, row, tables, { change }) => moveBack(trx, 'theme', row, own(tables.theme), change),
  'sources.csv': (trx, row, tables, { change }) =>
    replaceRow(trx, 'source', { key: keyOf(row), set: own(tables.source), change }),
  'organisations.csv': (trx, row, tables, { change }) =>
    replaceRow(trx, 'organisation', { key: keyOf(row), set: own(tables.organisation), change }),
  'organisation_successions.csv': (trx, row, tables, { change }) =>
    replaceRow(trx, 'organisationSuccession', {
      key: { organisation: row.after['organisation'] ?? '', successor: row.after['successor'] ?? '' },
      set: own(tables.organisationSuccession),
      change,
    }),
  'indicators.csv': (trx, row, tables, { change }) =>
    replaceRow(trx, 'indicator', { key: keyOf(row), set: inPlace(tables.indicator), change }),
  'events.csv': changeEvent,
  'findings.csv': changeFinding,
  'recommendations.csv': changeRecommendation,
  'recommendation_organisations.csv': changeResponsibility,
  'milestones.csv': changeMilestone,
};

const keyOf = ({ after }: MergedRow): { code: string } => ({ code: after['code'] ?? '' });
const codeOf = ({ after }: MergedRow): string => after['code'] ?? '';
const listOf = (cell: string | undefined): string[] => (cell ? cell.split(LIST_MARK) : []);

/** The columns of the one row, without the change that would have added it. */
function own<R extends { change: number }>(rows: R[] | undefined): Omit<R, 'change'> {
  const [row] = rows ?? [];
  if (!row) throw new TypeError('There is no row to store.');
  const { change: _, ...columns } = row;
  return columns;
}

/** The same for what keeps its place in an order that files do not tell. */
function inPlace<R extends { change: number; position: number }>(rows: R[] | undefined) {
  const { position: _, ...columns } = own(rows);
  return columns;
}

async function changeEvent(trx: Trx, row: MergedRow, tables: TableRows, { change }: Applying): Promise<void> {
  const lists = { alsoBearsOn: listOf(row.before?.cells['also_bears_on']) };
  await replaceRow(trx, 'event', { key: keyOf(row), set: own(tables.event), lists, change });
  if (row.changed.includes('also_bears_on'))
    await replaceEventLinks(trx, codeOf(row), listOf(row.after['also_bears_on']), change);
}

async function changeFinding(trx: Trx, row: MergedRow, tables: TableRows, { change }: Applying): Promise<void> {
  const lists = { themes: listOf(row.before?.cells['themes']) };
  await replaceRow(trx, 'finding', { key: keyOf(row), set: inPlace(tables.finding), lists, change });
  if (row.changed.includes('themes')) await replaceFindingLinks(trx, codeOf(row), listOf(row.after['themes']), change);
}

const STAGE = ['stage', 'stage_on', 'stage_reason'];
const PLACE = ['theme', 'position'];

async function changeRecommendation(trx: Trx, row: MergedRow, tables: TableRows, { change }: Applying): Promise<void> {
  const code = codeOf(row);
  if (row.changed.some((column) => PLACE.includes(column)))
    await moveBack(trx, 'recommendation', row, own(tables.recommendation), change);
  if (row.changed.some((column) => ![...PLACE, ...STAGE].includes(column))) {
    const standing = (await listRecommendationRevisions(trx, code)).at(-1);
    const { number: _, reporting: _r, ...text } = own(tables.recommendationRevision);
    const number = (standing?.number ?? 0) + 1;
    const reporting = standing?.reporting ?? null;
    await insertRows(trx, 'recommendationRevision', [{ ...text, number, reporting, change }]);
  }
  if (row.changed.some((column) => STAGE.includes(column))) {
    const number = ((await listStageJudgements(trx, code)).at(-1)?.number ?? 0) + 1;
    const judgement = { ...own(tables.stageJudgement), judgedBy: THE_OFFICE_JUDGES, number, change };
    await insertRows(trx, 'stageJudgement', [judgement]);
  }
}

async function changeMilestone(trx: Trx, row: MergedRow, tables: TableRows, { change }: Applying): Promise<void> {
  if (row.changed.includes('position')) await moveBack(trx, 'milestone', row, own(tables.milestone), change);
  if (row.changed.every((column) => column === 'position')) return;
  const number = ((await listMilestoneRevisions(trx, codeOf(row))).at(-1)?.number ?? 0) + 1;
  await insertRows(trx, 'milestoneRevision', [{ ...own(tables.milestoneRevision), number, change }]);
}

/** Writes over a row that may have been set aside; as an earlier row it has the place that it had. */
async function moveBack(
  trx: Trx,
  table: 'theme' | 'recommendation' | 'milestone',
  row: MergedRow,
  set: { position: number },
  change: number,
): Promise<void> {
  const was = { position: Number(row.before?.cells['position']) };
  await replaceRow(trx, table, { key: keyOf(row), set, was, change });
}

/** In another role, or on another basis, an organisation answers from today on; until then as it did. */
async function changeResponsibility(
  trx: Trx,
  { after }: MergedRow,
  tables: TableRows,
  { change, today }: Applying,
): Promise<void> {
  const standing = (await listResponsibilities(trx)).find(
    (row) =>
      row.untilOn === null &&
      row.recommendation === after['recommendation'] &&
      row.organisation === after['organisation'],
  );
  if (!standing) throw new TypeError('Nobody answers here any more.');
  // What was to begin later, or began today, begins and ends on one day: it never counted.
  const day = standing.fromOn !== null && standing.fromOn > today ? standing.fromOn : today;
  await endResponsibility(trx, standing.id, { untilOn: day, change });
  await insertRows(trx, 'responsibility', [{ ...own(tables.responsibility), fromOn: day, change }]);
}
