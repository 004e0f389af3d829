import { BEARINGS } from '#db/tables/event.ts';
import { DIRECTIONS, OBSERVATION_STATUSES } from '#db/tables/indicator.ts';
import { FACT_KINDS } from '#db/tables/milestone-fact.ts';
import { SECTORS } from '#db/tables/organisation.ts';
import { SUCCESSION_KINDS } from '#db/tables/organisation-succession.ts';
import { RESPONSIBILITY_BASES, RESPONSIBILITY_ROLES } from '#db/tables/responsibility.ts';
import { SOURCE_TYPES } from '#db/tables/source.ts';
import { STAGES } from '#db/tables/stage-judgement.ts';
import {
  type CellRule,
  code,
  codeOf,
  confirmation,
  day,
  decimal,
  oneOf,
  optional,
  partialDate,
  period,
  position,
  text,
  webAddress,
} from './cell-rules.ts';

export type { CellRule };

/** One row of a table by the names of its columns. `row` counts as a spreadsheet does: the header of a CSV file is row 1. */
export interface FileRow {
  row: number;
  cells: Cells;
}

/** One row by the names of its columns. */
export type Cells = Record<string, string>;

/** The files of a strategy folder in the order in which they are loaded, with what each column must hold. */
export const STRATEGY_FILES = {
  'strategy.csv': {
    code,
    name: text,
    short_name: text,
    author: text,
    published_on: day,
    succeeded_by: optional(text),
    assessed_on: day,
    assessed_by: text,
    about: text,
  },
  'themes.csv': {
    code,
    parent: optional({ required: false, codesOf: 'themes.csv' }),
    position,
    name: text,
    aim: text,
    goals: optional(text),
    place_in_report: optional(text),
  },
  'sources.csv': {
    code,
    title: text,
    publisher: text,
    type: oneOf(SOURCE_TYPES),
    url: optional(webAddress),
    published_on: optional(partialDate),
  },
  'organisations.csv': {
    code,
    name: text,
    short_name: optional(text),
    sector: oneOf(SECTORS),
    until: optional(partialDate),
  },
  'organisation_successions.csv': {
    organisation: codeOf('organisations.csv'),
    successor: codeOf('organisations.csv'),
    on: partialDate,
    kind: oneOf(SUCCESSION_KINDS),
    confirmation,
    source: optional(codeOf('sources.csv')),
  },
  'recommendations.csv': {
    code,
    theme: codeOf('themes.csv'),
    position,
    title: text,
    summary: text,
    target: optional(text),
    target_due: optional(partialDate),
    done_when: optional(text),
    stage: oneOf(STAGES),
    stage_on: day,
    stage_reason: text,
    confirmation,
    source: optional(codeOf('sources.csv')),
    place_in_source: optional(text),
    note: optional(text),
  },
  'recommendation_organisations.csv': {
    recommendation: codeOf('recommendations.csv'),
    organisation: codeOf('organisations.csv'),
    role: oneOf(RESPONSIBILITY_ROLES),
    basis: oneOf(RESPONSIBILITY_BASES),
  },
  'milestones.csv': {
    code,
    recommendation: codeOf('recommendations.csv'),
    position,
    title: text,
    note: optional(text),
  },
  'milestone_dates.csv': {
    milestone: codeOf('milestones.csv'),
    kind: oneOf(FACT_KINDS.filter((kind) => kind !== 'agreed baseline')),
    value: optional(partialDate),
    as_published: { ...optional(text), mayLack: true },
    said_on: partialDate,
    confirmation,
    source: optional(codeOf('sources.csv')),
    note: optional(text),
  },
  'events.csv': {
    code,
    recommendation: codeOf('recommendations.csv'),
    also_bears_on: { required: false, list: true, codesOf: 'recommendations.csv' },
    milestone: optional(codeOf('milestones.csv')),
    date: partialDate,
    title: text,
    bearing: oneOf(BEARINGS),
    confirmation,
    source: optional(codeOf('sources.csv')),
    note: optional(text),
  },
  'indicators.csv': {
    code,
    theme: codeOf('themes.csv'),
    name: text,
    unit: text,
    direction: oneOf(DIRECTIONS),
    target: optional(decimal),
    target_due: optional(partialDate),
    target_basis: optional(text),
    caution: optional(text),
  },
  'observations.csv': {
    indicator: codeOf('indicators.csv'),
    period,
    series: text,
    value: decimal,
    status: oneOf(OBSERVATION_STATUSES),
    confirmation,
    source: optional(codeOf('sources.csv')),
    note: optional(text),
  },
  'partnerships.csv': {
    code,
    name: text,
    started_on: optional(partialDate),
    purpose: text,
    funding: optional(text),
    confirmation,
    source: optional(codeOf('sources.csv')),
    note: optional(text),
  },
  'partnership_members.csv': {
    partnership: codeOf('partnerships.csv'),
    organisation: codeOf('organisations.csv'),
    role: text,
  },
  'partnership_themes.csv': {
    partnership: codeOf('partnerships.csv'),
    theme: codeOf('themes.csv'),
  },
  'partnership_strands.csv': {
    partnership: codeOf('partnerships.csv'),
    position,
    name: text,
    detail: optional(text),
  },
  'findings.csv': {
    code,
    source: codeOf('sources.csv'),
    themes: { required: false, list: true, codesOf: 'themes.csv' },
    text,
  },
} satisfies Record<string, Record<string, CellRule>>;

export type StrategyFile =
  | 'strategy.csv'
  | 'themes.csv'
  | 'sources.csv'
  | 'organisations.csv'
  | 'organisation_successions.csv'
  | 'recommendations.csv'
  | 'recommendation_organisations.csv'
  | 'milestones.csv'
  | 'milestone_dates.csv'
  | 'events.csv'
  | 'indicators.csv'
  | 'observations.csv'
  | 'partnerships.csv'
  | 'partnership_members.csv'
  | 'partnership_themes.csv'
  | 'partnership_strands.csv'
  | 'findings.csv';

/** Every column of a file, in the order in which it is written. */
export function columnsOf(file: StrategyFile): string[] {
  return Object.keys(STRATEGY_FILES[file]);
}

/** What a cell of that column must hold; undefined for a column that the file does not have. */
export function ruleOf(file: StrategyFile, column: string): CellRule | undefined {
  const rules: Record<string, CellRule> = STRATEGY_FILES[file];
  return rules[column];
}

/** The columns that a file cannot be read without. */
export function requiredColumns(file: StrategyFile): string[] {
  const rules: [string, CellRule][] = Object.entries(STRATEGY_FILES[file]);
  return rules.filter(([, rule]) => !rule.mayLack).map(([column]) => column);
}

/** Columns that together may appear once only. */
export const UNIQUE: [StrategyFile, string[]][] = [
  ['themes.csv', ['code']],
  ['themes.csv', ['position']],
  ['sources.csv', ['code']],
  ['organisations.csv', ['code']],
  ['organisation_successions.csv', ['organisation', 'successor']],
  ['recommendations.csv', ['code']],
  ['recommendations.csv', ['theme', 'position']],
  ['recommendation_organisations.csv', ['recommendation', 'organisation']],
  ['milestones.csv', ['code']],
  ['milestones.csv', ['recommendation', 'position']],
  ['events.csv', ['code']],
  ['indicators.csv', ['code']],
  ['observations.csv', ['indicator', 'series', 'period', 'status']],
  ['partnerships.csv', ['code']],
  ['partnership_members.csv', ['partnership', 'organisation']],
  ['partnership_themes.csv', ['partnership', 'theme']],
  ['partnership_strands.csv', ['partnership', 'position']],
  ['findings.csv', ['code']],
];
