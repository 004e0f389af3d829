import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/**
 * A second count of the strategy, straight from its CSV files, that shares nothing with the program: neither its
 * loader, queries and rules nor its dates. What pages and files say is held against it.
 */
const FOLDER = join(import.meta.dirname, '../../seeds/life-sciences-industrial-strategy');

type Row = Record<string, string>;
/** The rows of one file of the strategy folder, each by the names of its header. */
export const rowsOf = (file: string): Row[] =>
  parse(readFileSync(join(FOLDER, file)), { columns: true, bom: true, skip_empty_lines: true });

const MILESTONES = rowsOf('milestones.csv');
const RECOMMENDATIONS = rowsOf('recommendations.csv');
const DATES = rowsOf('milestone_dates.csv');
export const THEMES = rowsOf('themes.csv').map(({ code = '', name = '' }) => ({ code, name }));

/** How one milestone stood on a day, by the table in docs/method.md. */
export interface RecountedMilestone {
  code: string;
  recommendation: string;
  theme: string;
  status: string;
  /** What figure 1 draws it as; "ended otherwise" is not drawn. */
  group: string;
  first: string | null;
  latest: string | null;
  outcome: string | null;
  /** From the last day of the first date to the last day of the outcome, else of the latest date. */
  daysLate: number | null;
  /** A date or an outcome of it rests on memory. */
  fromMemory: boolean;
}

/** How one recommendation stood on a day; no stage before it was judged. */
export interface RecountedRecommendation {
  code: string;
  theme: string;
  stage: string | null;
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayText = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The first and the last day of a period, as whole days since 1970. */
function period(date: string): [first: number, last: number] {
  const [year = '', part] = date.split('-');
  if (date.length === 10) return [dayNumber(date), dayNumber(date)];
  const [from, months] = !part ? [1, 12] : part.startsWith('Q') ? [Number(part[1]) * 3 - 2, 3] : [Number(part), 1];
  const start = Date.UTC(Number(year), from - 1, 1) / DAY_MS;
  return [start, Date.UTC(Number(year), from - 1 + months, 1) / DAY_MS - 1];
}

const startOf = (date = ''): number => period(date)[0];
const endOf = (date = ''): number => period(date)[1];

const DATE_KINDS = ['baseline', 'forecast', 'undated'];
const ENDINGS: Row = {
  withdrawn: 'withdrawn',
  missed: 'not met',
  'partly met': 'partly met',
  're-measured': 'met by re-measurement',
};
const GROUPS: Row = {
  'done by its first date': 'done by first date',
  'done late': 'done late',
  'date passed': 'date passed',
  'on course': 'open',
  'due later than first promised': 'open',
  'no date': 'open',
};

/** Every milestone that had been promised by the day, in the order of the file. */
export function recountMilestones(day: string): RecountedMilestone[] {
  return MILESTONES.flatMap((milestone) => recounted(milestone, dayNumber(day)));
}

function recounted({ code = '', recommendation = '' }: Row, day: number): RecountedMilestone[] {
  const facts = DATES.filter((row) => row['milestone'] === code);
  const said = facts.filter((row) => DATE_KINDS.includes(row['kind'] ?? '') && startOf(row['said_on']) <= day);
  const ended = facts.filter((row) => !DATE_KINDS.includes(row['kind'] ?? '') && endOf(row['value']) <= day);
  if (said.length + ended.length === 0) return [];
  // A later row of the file was recorded later: sorting keeps that order among dates said on one day.
  const latest = said.toSorted((a, b) => startOf(a['said_on']) - startOf(b['said_on'])).at(-1)?.['value'] || null;
  const outcome = ended.toSorted((a, b) => endOf(a['value']) - endOf(b['value'])).at(-1);
  const first = (outcome ? facts : said).find(({ kind }) => kind === 'baseline')?.['value'] ?? null;
  const status = outcome ? statusOfOutcome(outcome, first) : statusOfDate(first, latest, day);
  const reached = outcome?.['kind'] === 'met' ? outcome['value'] : outcome ? null : latest;
  const { theme = '' } = RECOMMENDATIONS.find((row) => row['code'] === recommendation) ?? {};
  const daysLate = first && reached ? endOf(reached) - endOf(first) : null;
  const group = GROUPS[status] ?? 'ended otherwise';
  const fromMemory = [...said, ...ended].some(({ confirmation }) => confirmation === 'memory');
  const dates = { first, latest, outcome: outcome?.['value'] ?? null, daysLate };
  return [{ code, recommendation, theme, status, group, ...dates, fromMemory }];
}

function statusOfOutcome({ kind = '', value }: Row, first: string | null): string {
  const ending = ENDINGS[kind];
  if (ending) return ending;
  return first && endOf(value) > endOf(first) ? 'done late' : 'done by its first date';
}

function statusOfDate(first: string | null, latest: string | null, day: number): string {
  if (!latest) return 'no date';
  if (endOf(latest) < day) return 'date passed';
  return first && endOf(latest) > endOf(first) ? 'due later than first promised' : 'on course';
}

/** Every recommendation, with the stage that had been judged by the day. */
export function recountRecommendations(day: string): RecountedRecommendation[] {
  return RECOMMENDATIONS.map(({ code = '', theme = '', stage = '', stage_on = '' }) => ({
    code,
    theme,
    stage: stage_on <= day ? stage : null,
  }));
}

/** How many rows carry each word: `{ delivered: 11, … }`; words that none carries are left out. */
export function tally(words: (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) if (word !== null) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** One bar of figure 1: how many milestones stood in each group on a day. */
export function recountGroups(day: string, theme: string | null = null): number[] {
  const groups = recountMilestones(day)
    .filter((milestone) => theme === null || milestone.theme === theme)
    .map(({ group }) => group);
  return ['done by first date', 'done late', 'date passed', 'open', 'ended otherwise'].map(
    (group) => groups.filter((other) => other === group).length,
  );
}

/** A quarter of the financial year with its last day: `2018-19-Q3` ends on 31 December 2018. */
export interface RecountedQuarter {
  code: string;
  label: string;
  end: string;
}

const LABELS = ['January to March', 'April to June', 'July to September', 'October to December'];

/** Every quarter from the one the strategy was published in to the one the day falls in. */
export function quartersUntil(day: string): RecountedQuarter[] {
  const quarters: RecountedQuarter[] = [];
  for (let month = 6; firstOfMonth(month) <= day; month += 3) quarters.push(quarterBeginning(month));
  return quarters;
}

/** The first day of a month counted from January 2017. */
const firstOfMonth = (month: number): string => dayText(Date.UTC(2017, month, 1) / DAY_MS);

function quarterBeginning(month: number): RecountedQuarter {
  const year = 2017 + Math.floor(month / 12);
  const calendar = (month % 12) / 3;
  const start = calendar === 0 ? year - 1 : year;
  return {
    code: `${start}-${String(start + 1).slice(2)}-Q${calendar === 0 ? 4 : calendar}`,
    label: `${LABELS[calendar]} ${year}`,
    end: dayText(Date.UTC(2017, month + 3, 1) / DAY_MS - 1),
  };
}

const MORE_TITLES = [...MILESTONES, ...RECOMMENDATIONS].map(({ title = '' }) => title).join('\n');

/** Titles of events that had not happened by a day, but for those that say no more than a promise does. */
export function eventsAfter(day: string): string[] {
  return rowsOf('events.csv')
    .filter(({ date, title = '' }) => endOf(date) > dayNumber(day) && !MORE_TITLES.includes(title))
    .map(({ title = '' }) => title);
}

/** Titles of sources that cannot be told to have been published by a day. */
export function sourcesAfter(day: string): string[] {
  const sources = rowsOf('sources.csv');
  const isLater = ({ published_on }: Row): boolean => !published_on || endOf(published_on) > dayNumber(day);
  const earlier = sources.filter((source) => !isLater(source)).map(({ title = '' }) => title);
  const known = [MORE_TITLES, ...rowsOf('events.csv').map(({ title = '' }) => title), ...earlier].join('\n');
  return sources
    .filter((source) => isLater(source) && !known.includes(source['title'] ?? ''))
    .map(({ title = '' }) => title);
}

/**
 * Notes and cautions of the files that were written with hindsight and are long enough to be known again. The note of a
 * later date is the reason given for it, and belongs to the day it was said.
 */
export const NOTES = [
  'events.csv',
  'milestones.csv',
  'milestone_dates.csv',
  'recommendations.csv',
  'observations.csv',
  'indicators.csv',
]
  .flatMap(rowsOf)
  .filter(({ kind = '' }) => !['forecast', 'undated'].includes(kind))
  .flatMap(({ note = '', caution = '', target_basis = '' }) => [note, caution, target_basis])
  .filter((note) => note.length > 30);

/** The partnerships that join two sectors; of a sector with itself, those with two of its members. */
export function partnershipsOfPair(one: string, other: string): Row[] {
  return rowsOf('partnerships.csv').filter(({ code = '' }) => {
    const sectors = sectorsIn(code);
    const rest = sectors.toSpliced(sectors.indexOf(one), 1);
    return sectors.includes(one) && (one === other ? rest : sectors).includes(other);
  });
}

/** The sectors of a partnership's members, one for each member. */
function sectorsIn(partnership: string): string[] {
  const sectorOf = Object.fromEntries(rowsOf('organisations.csv').map(({ code = '', sector = '' }) => [code, sector]));
  return rowsOf('partnership_members.csv')
    .filter((row) => row['partnership'] === partnership)
    .map(({ organisation = '' }) => sectorOf[organisation] ?? '');
}

const SECTORS =
  'government, nhs, regulator, research funder, university, industry, industry body, charity, cluster, overseas, other';

/** Figure 8: the sectors with a member, how many partnerships join each two of them, and how many have one at all. */
export function recountSectors() {
  const members = rowsOf('partnerships.csv').map(({ code = '' }) => sectorsIn(code));
  const all = SECTORS.split(', ');
  const sectors = all.filter((sector) => members.flat().includes(sector));
  return {
    sectors,
    absent: all.filter((sector) => !sectors.includes(sector)),
    numbers: sectors.map((one) => sectors.map((other) => partnershipsOfPair(one, other).length)),
    inAll: sectors.map((sector) => members.filter((of) => of.includes(sector)).length),
  };
}

/** Whether the period in which a partnership started was over by a day. */
export function startedBy({ started_on }: Row, day: string): boolean {
  return endOf(started_on) <= dayNumber(day);
}
