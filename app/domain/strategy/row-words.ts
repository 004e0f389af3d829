import { formatPartialDate, isPartialDate } from '../partial-date.ts';
import { keyOf } from './definition.ts';
import { type Cells, ruleOf, type StrategyFile } from './strategy-files.ts';

/** A cell as a reader is shown it. */
export function valueInWords(file: StrategyFile, column: string, value: string): string {
  return ruleOf(file, column)?.date && isPartialDate(value) ? formatPartialDate(value) : value;
}

/** Of rows without a code of their own: the column of what they are about. */
const ABOUT: Partial<Record<StrategyFile, string>> = {
  'organisation_successions.csv': 'organisation',
  'recommendation_organisations.csv': 'recommendation',
  'milestone_dates.csv': 'milestone',
  'observations.csv': 'indicator',
  'partnership_members.csv': 'partnership',
  'partnership_themes.csv': 'partnership',
  'partnership_strands.csv': 'partnership',
};

/** What a row is called: the code of what it is about, and its title or what tells it from others of that code. */
export function rowName(file: StrategyFile, cells: Cells): { code: string; title: string } {
  const about = ABOUT[file];
  if (about === undefined) return { code: named(cells, 'code'), title: titleOf(cells) };
  const code = named(cells, about);
  if (file === 'milestone_dates.csv') return { code, title: dateName(cells) };
  if (file === 'observations.csv') return { code, title: named(cells, 'period', 'series', 'status') };
  if (file === 'partnership_strands.csv') return { code, title: named(cells, 'position', 'name') };
  return { code, title: keyOf(file, cells).slice(code.length).trim() };
}

const titleOf = (cells: Cells): string => cells['title'] || cells['name'] || cells['text'] || '';

const named = (cells: Cells, ...columns: string[]): string =>
  columns
    .map((column) => cells[column])
    .filter(Boolean)
    .join(', ');

function dateName(cells: Cells): string {
  const { kind = '', said_on: said = '' } = cells;
  return isPartialDate(said) ? `${kind}, said ${formatPartialDate(said)}` : kind;
}
