import type { AboutFile } from '#app/domain/strategy/about-file.ts';
import { type Definition, keyOf } from '#app/domain/strategy/definition.ts';
import { type Cells, columnsOf, STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { HARD_TEXT } from './sample-summary.ts';

export const FILES = Object.keys(STRATEGY_FILES) as StrategyFile[];

/** Text that breaks careless writers, and codes that careless readers take for numbers. */
export const HARDEST = [
  ...HARD_TEXT,
  "''=1+1",
  '+44 20 7946 0000',
  '1.10',
  '007',
  '2019-10',
  "'quoted'",
  'a | b',
  '\u{1F9EC}',
];

export const ABOUT: AboutFile = {
  ...{ code: 'HARD', name: 'A strategy of hard text', change: 12, madeOn: '2026-11-23' },
  ...{ marking: 'OFFICIAL', demonstration: null },
};

/** A small strategy that can be loaded, of every file, with a hard text in each place that takes one. */
export function hardDefinition(): Definition {
  const rows: Record<StrategyFile, Cells[]> = {
    'strategy.csv': [
      {
        ...{ code: 'HARD', name: '=1+1', short_name: "'=1+1", author: '@handle', published_on: '2017-08-30' },
        ...{ assessed_on: '2026-11-23', assessed_by: 'compilers', about: HARDEST.join('\n') },
      },
    ],
    'themes.csv': [
      { code: '1.10', position: '1', name: 'עברית', aim: '“quoted”, "straight"', goals: '=1+1 | -5 % less' },
      { code: '1.1', parent: '1.10', position: '2', name: '007', aim: 'two\nlines' },
    ],
    'sources.csv': HARDEST.map((title, i) => ({
      ...{ code: `S${String(i).padStart(3, '0')}`, title, publisher: `${title}!`, type: 'other' },
      ...{ url: i === 0 ? 'https://example.org/?a=1&b="2"' : '', published_on: i === 0 ? '2019-Q4' : '' },
    })),
    'organisations.csv': [
      { code: '007', name: '=1+1', short_name: '-5', sector: 'other', until: '2020-01' },
      { code: '7', name: '1.10', sector: 'charity' },
    ],
    'organisation_successions.csv': [
      { organisation: '007', successor: '7', on: '2020-01', kind: 'renamed', confirmation: 'memory' },
    ],
    'recommendations.csv': HARDEST.map((text, i) => ({
      ...{ code: `1.${i}0`, theme: '1.1', position: String(i + 1), title: text, summary: `${text}\n\n${text}` },
      ...{ target: text, target_due: i % 2 ? '2025' : '', done_when: text, stage: 'under way', stage_on: '2026-11-23' },
      ...{ stage_reason: text, confirmation: 'published', source: 'S001', place_in_source: text, note: text },
    })),
    'recommendation_organisations.csv': [
      { recommendation: '1.10', organisation: '007', role: 'lead', basis: 'stated' },
      { recommendation: '1.10', organisation: '7', role: 'supporting', basis: 'inferred' },
    ],
    'milestones.csv': [{ code: '9iv', recommendation: '1.10', position: '1', title: '=1+1', note: '@handle' }],
    'milestone_dates.csv': [
      {
        ...{ milestone: '9iv', kind: 'baseline', value: '2020-11', as_published: '=autumn "2020"', said_on: '2019' },
        ...{ confirmation: 'published', source: 'S002', note: "'=1+1" },
      },
      { milestone: '9iv', kind: 'undated', said_on: '2020-Q1', confirmation: 'memory' },
    ],
    'events.csv': [
      {
        ...{ code: '2a', recommendation: '1.10', also_bears_on: '1.00 | 1.20', milestone: '9iv', date: '2019-10-01' },
        ...{ title: '+1', bearing: 'context', confirmation: 'memory', note: 'two\nlines' },
      },
    ],
    'indicators.csv': [
      { code: 'P1.2', theme: '1.1', name: '=1+1', unit: '%', direction: 'none', target: '-1.50', target_due: '2030' },
    ],
    'observations.csv': [
      {
        ...{ indicator: 'P1.2', period: '2021/22', series: '-main', value: '-64.0', status: 'final' },
        ...{ confirmation: 'published', source: 'S003', note: '@' },
      },
    ],
    'partnerships.csv': [{ code: 'P.1', name: '=1+1', purpose: 'two\nlines', confirmation: 'memory' }],
    'partnership_members.csv': [{ partnership: 'P.1', organisation: '007', role: '=host' }],
    'partnership_themes.csv': [{ partnership: 'P.1', theme: '1.10' }],
    'partnership_strands.csv': [{ partnership: 'P.1', position: '1', name: '-1', detail: '1.10' }],
    'findings.csv': [],
  };
  return Object.fromEntries(FILES.map((file) => [file, rows[file].map((cells) => whole(file, cells))])) as Definition;
}

function whole(file: StrategyFile, given: Cells): Definition[StrategyFile][number] {
  const cells = Object.fromEntries(columnsOf(file).map((column) => [column, given[column] ?? '']));
  const isNumbered = file === 'milestone_dates.csv' || file === 'observations.csv';
  return { cells, id: isNumbered ? '' : keyOf(file, cells) };
}

/** The cells of every file, without the numbers that a database gives. */
export function cellsByFile(definition: Definition): Record<string, Cells[]> {
  return Object.fromEntries(FILES.map((file) => [file, definition[file].map(({ cells }) => cells)]));
}
