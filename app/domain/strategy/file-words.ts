import { ruleOf, type StrategyFile } from './strategy-files.ts';

/** What each file holds, in sentences that stand above its table. Its sheet is named like it, in words. */
export const FILE_WORDS: Record<StrategyFile, readonly string[]> = {
  'strategy.csv': ['What the strategy is, in one row, and who judged its stages on which day.'],
  'themes.csv': [
    'The chapters of the strategy, in the order of Position.',
    'A theme inside another names it as Parent. Goals stand in one cell with a bar between them.',
  ],
  'sources.csv': ['Where statements were seen. Other sheets name a source by its code.'],
  'organisations.csv': ['Bodies that answer for recommendations or take part in partnerships.'],
  'organisation_successions.csv': ['What became of bodies that ended, and who took over.'],
  'recommendations.csv': [
    'What the strategy asks for, each with its newest stage.',
    'Another stage, or another day or reason for it, is recorded as a new judgement; the earlier one stays.',
  ],
  'recommendation_organisations.csv': ['Which organisations answer for each recommendation now, and as what.'],
  'milestones.csv': [
    'What was promised with a date, in words that do not tell how it ended.',
    'Dates and outcomes are on the sheet “Milestone dates”.',
  ],
  'milestone_dates.csv': [
    'One row for each date that was announced and each outcome. Every milestone has one baseline, its first date.',
    'A row that is changed corrects what was recorded; a new date or outcome is a new row.',
  ],
  'events.csv': ['What happened, dated and sourced. Events tell the story and are counted in no figure.'],
  'indicators.csv': ['Quantities by which the strategy is judged, in the order in which pages show them.'],
  'observations.csv': [
    'Values of the indicators, each with the period that it is for.',
    'Values of different series are never joined by a line. The digits of a value say how precise it is.',
  ],
  'partnerships.csv': ['Organisations that work together on the strategy, in the order in which pages show them.'],
  'partnership_members.csv': ['Who takes part in each partnership, in its order.'],
  'partnership_themes.csv': ['The themes that each partnership serves.'],
  'partnership_strands.csv': ['The parts of what each partnership does, in the order of Position.'],
  'findings.csv': ['What reports found about how partnerships work, in our words.'],
};

/** "Milestone dates" of `milestone_dates.csv`. */
export function sheetNameOf(file: StrategyFile): string {
  return inWords(file.replace(/\.csv$/, ''));
}

/** "Said on" of `said_on`. It has the letters of the column, so that it is found again. */
export function columnLabel(column: string): string {
  return column === 'url' ? 'URL' : inWords(column);
}

const inWords = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('_', ' ');

/** What a cell of that column must hold: "A code of the sheet “Sources”". */
export function cellWords(file: StrategyFile, column: string): string {
  const rule = ruleOf(file, column);
  const further = FURTHER[`${file} ${column}`] ?? FURTHER[column];
  const told = rule?.codesOf
    ? codeWords(sheetNameOf(rule.codesOf), rule.list ?? false)
    : sentence(rule?.check?.(NOTHING_RIGHT) ?? null);
  return further === undefined ? told : `${told}. ${further}`;
}

/** Text that no rule but that of plain text takes: what each says to write instead is what it wants. */
const NOTHING_RIGHT = '?';

function codeWords(sheet: string, isList: boolean): string {
  return isList ? `Codes of the sheet “${sheet}”, with “ | ” between them` : `A code of the sheet “${sheet}”`;
}

function sentence(mend: string | null): string {
  const wanted = mend?.replace(/^write /, '') ?? 'text of up to 4,000 characters';
  return wanted.charAt(0).toUpperCase() + wanted.slice(1);
}

/** What is not clear from the name of a column and its rule. */
const FURTHER: Record<string, string> = {
  confirmation:
    'Rows that an owner confirmed in a return have “owner”: leave it there, and write it nowhere else. “published” needs a source, “memory” has none',
  'themes.csv goals': 'Several goals have “ | ” between them',
  'themes.csv code': 'XCUT is governance, shown apart from the themes',
  'recommendations.csv done_when': 'What done looks like; empty while nothing is agreed',
  'milestone_dates.csv kind':
    'Dates agreed inside this tracker have “agreed baseline”: leave it there, and write it nowhere else',
  'milestone_dates.csv value': 'Empty for “undated” and for nothing else',
  'milestone_dates.csv as_published':
    'The date in the words of its source, such as “autumn 2020”, where it has no other',
  'milestone_dates.csv said_on': 'When it was announced',
  'organisations.csv until': 'When the body ended',
};
