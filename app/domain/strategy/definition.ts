import { type Cells, columnsOf, type StrategyFile } from './strategy-files.ts';

/** The whole strategy in the columns of its CSV files: what a workbook is written from, and what one is held against. */
export type Definition = Record<StrategyFile, DefinitionRow[]>;

/** Every column of its file as text, `''` for not known. `id` is its key; of a milestone's date the number of the fact, of a value that of the observation. */
export interface DefinitionRow {
  cells: Cells;
  id: string;
}

/** The columns that name a row of a file among all others. Of a milestone's dates there are none: two may be alike. */
export const KEYS: Record<StrategyFile, readonly string[]> = {
  'strategy.csv': ['code'],
  'themes.csv': ['code'],
  'sources.csv': ['code'],
  'organisations.csv': ['code'],
  'organisation_successions.csv': ['organisation', 'successor'],
  'recommendations.csv': ['code'],
  'recommendation_organisations.csv': ['recommendation', 'organisation'],
  'milestones.csv': ['code'],
  'milestone_dates.csv': [],
  'events.csv': ['code'],
  'indicators.csv': ['code'],
  'observations.csv': ['indicator', 'series', 'period', 'status'],
  'partnerships.csv': ['code'],
  'partnership_members.csv': ['partnership', 'organisation'],
  'partnership_themes.csv': ['partnership', 'theme'],
  'partnership_strands.csv': ['partnership', 'position'],
  'findings.csv': ['code'],
};

/** What stands between several in one cell. */
export const LIST_MARK = ' | ';

/** The key of a row: the codes of its key columns with a space between them. */
export function keyOf(file: StrategyFile, cells: Cells): string {
  return KEYS[file].map((column) => cells[column] ?? '').join(' ');
}

/** The cells of a file from a row of the record, whose columns are called as in code: `said_on` is `saidOn`. */
export function cellsOf(file: StrategyFile, row: object): Cells {
  const values = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(columnsOf(file).map((column) => [column, String(values.get(inCode(column)) ?? '')]));
}

const inCode = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
