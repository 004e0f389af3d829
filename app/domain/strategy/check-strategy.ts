import type { Fault } from '../fault.ts';
import { type CellRule, type FileRow, STRATEGY_FILES, type StrategyFile, UNIQUE } from './strategy-files.ts';

export type StrategyRows = Record<StrategyFile, FileRow[]>;

/** The codes of each file; a file that could not be read whole is not there. */
export type Codes = ReadonlyMap<StrategyFile, ReadonlySet<string>>;

/**
 * Everything wrong with the rows of a strategy folder, file by file and row by row; empty when it can be loaded.
 * Nothing is held against a file that could not be read whole (`broken`): references to it may be right.
 */
export function checkStrategy(rows: StrategyRows, broken: ReadonlySet<string> = new Set()): Fault[] {
  const files = Object.keys(STRATEGY_FILES) as StrategyFile[];
  const codes: Codes = new Map(
    files
      .filter((file) => !broken.has(file))
      .map((file) => [file, new Set(rows[file].map((row) => row.cells['code'] ?? ''))]),
  );
  const whole = (...needed: StrategyFile[]): boolean => needed.every((file) => !broken.has(file));
  return [
    ...files.flatMap((file) => checkFile(file, rows[file], codes)),
    ...(whole('strategy.csv') ? checkOneStrategy(rows['strategy.csv']) : []),
    ...(whole('milestones.csv', 'milestone_dates.csv') ? checkBaselines(rows) : []),
    ...checkValues(rows['milestone_dates.csv']),
    ...(whole('themes.csv') ? checkParents(rows['themes.csv']) : []),
  ];
}

/** Everything wrong with the rows of one file: its cells, what may stand once only, and whether it says where it was seen. */
export function checkFile(file: StrategyFile, rows: FileRow[], codes: Codes): Fault[] {
  return [...checkCells(file, rows, codes), ...checkOnce(file, rows), ...checkConfirmation(file, rows)];
}

/** What may stand once only in a file and stands there more often. */
export function checkOnce(file: StrategyFile, rows: FileRow[]): Fault[] {
  return UNIQUE.filter(([of]) => of === file).flatMap(([, columns]) => checkUnique(file, rows, columns));
}

/** Everything wrong with the cells as such. */
export function checkCells(file: StrategyFile, rows: FileRow[], codes: Codes): Fault[] {
  const rules: [string, CellRule][] = Object.entries(STRATEGY_FILES[file]);
  return rows.flatMap(({ row, cells }) =>
    rules.flatMap(([column, rule]) =>
      mendsOf(cells[column] ?? '', rule, codes).map(([found, mend]) => ({ file, row, column, found, mend })),
    ),
  );
}

function mendsOf(cell: string, rule: CellRule, codes: Codes): [string, string][] {
  if (cell === '') return rule.required ? [['', 'fill it in']] : [];
  const found: [string, string][] = [];
  const mend = rule.check?.(cell);
  if (mend) found.push([cell, mend]);
  const known = rule.codesOf && codes.get(rule.codesOf);
  if (known) {
    const unknown = (rule.list ? cell.split(' | ') : [cell]).filter((code) => !known.has(code));
    for (const code of unknown) found.push([code, `write a code that ${rule.codesOf} has, or add it there`]);
  }
  return found;
}

function checkUnique(file: StrategyFile, rows: FileRow[], columns: string[]): Fault[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, cells }) => {
    const key = columns.map((column) => cells[column]).join(', ');
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, row);
      return [];
    }
    const column = columns.join(' with ');
    return [{ file, row, column, found: key, mend: `row ${before} has it already: keep one of the two` }];
  });
}

/** Rows that name a source and rest on memory, or name none and are published. */
export function checkConfirmation(file: StrategyFile, rows: FileRow[]): Fault[] {
  if (!('confirmation' in STRATEGY_FILES[file])) return [];
  return rows.flatMap(({ row, cells }): Fault[] => {
    const source = cells['source'] ?? '';
    if (cells['confirmation'] === 'published' && source === '')
      return [{ file, row, column: 'source', found: '', mend: 'name the source, or write "memory" as confirmation' }];
    if (cells['confirmation'] === 'memory' && source !== '')
      return [
        {
          file,
          row,
          column: 'source',
          found: source,
          mend: 'write "published" as confirmation, or take the source out',
        },
      ];
    return [];
  });
}

function checkOneStrategy(rows: FileRow[]): Fault[] {
  if (rows.length === 1) return [];
  return [
    { file: 'strategy.csv', found: `${rows.length} rows`, mend: 'give exactly one row: one database, one strategy' },
  ];
}

/** Milestones without a first date, or with several. */
export function checkBaselines(rows: StrategyRows): Fault[] {
  const file = 'milestone_dates.csv';
  const baselines = new Map<string, number[]>();
  for (const { row, cells } of rows[file].filter(({ cells }) => cells['kind'] === 'baseline'))
    baselines.set(cells['milestone'] ?? '', [...(baselines.get(cells['milestone'] ?? '') ?? []), row]);
  const none = rows['milestones.csv']
    .filter(({ cells }) => !baselines.has(cells['code'] ?? ''))
    .map(({ row, cells }) => ({
      file: 'milestones.csv',
      row,
      column: 'code',
      found: cells['code'] ?? '',
      mend: `give it a row of kind "baseline" in ${file}: a milestone is something promised with a date`,
    }));
  const several = [...baselines.entries()].flatMap(([milestone, [first, ...more]]) =>
    more.map((row) => ({
      file,
      row,
      column: 'kind',
      found: `baseline of ${milestone}`,
      mend: `row ${first} is its first date already: write "forecast" for a later one`,
    })),
  );
  return [...none, ...several];
}

/** Dates that were taken back and are there, and others that are not. */
export function checkValues(rows: FileRow[]): Fault[] {
  const file = 'milestone_dates.csv';
  return rows.flatMap(({ row, cells }): Fault[] => {
    const value = cells['value'] ?? '';
    if (cells['kind'] === 'undated' && value !== '')
      return [{ file, row, column: 'value', found: value, mend: 'leave it empty: the date was taken back' }];
    if (cells['kind'] !== 'undated' && value === '')
      return [{ file, row, column: 'value', found: '', mend: 'give the date, as far as it is known' }];
    return [];
  });
}

/** Themes that are inside themselves, at once or by way of others. */
export function checkParents(rows: FileRow[]): Fault[] {
  const parentOf = new Map(rows.map(({ cells }) => [cells['code'] ?? '', cells['parent'] ?? '']));
  return rows.flatMap(({ row, cells }): Fault[] => {
    const seen = new Set<string>();
    for (let code = cells['code'] ?? ''; code !== ''; code = parentOf.get(code) ?? '') {
      if (seen.has(code)) {
        const mend = 'name a theme that is not inside this one';
        return code === cells['code']
          ? [{ file: 'themes.csv', row, column: 'parent', found: cells['parent'] ?? '', mend }]
          : [];
      }
      seen.add(code);
    }
    return [];
  });
}
