import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptImport } from '#app/domain/imports/accept-import.server.ts';
import { countOutcomes, openConflicts } from '#app/domain/imports/import-plan.ts';
import { readImport } from '#app/domain/imports/imports.server.ts';
import { addMilestone } from '#app/domain/milestones/add-milestone.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { editRecommendation, readRecommendationText } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { judgeStage } from '#app/domain/recommendations/judge-stage.server.ts';
import { readDefinition } from '#app/domain/strategy/read-definition.server.ts';
import { STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { refuseBrokenReferences } from '#db/client.server.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import {
  accepted,
  deeds,
  foundIn,
  planOf,
  type Sheets,
  sent,
  sheetsOf,
  type Workbook,
  workbookNow,
} from '../helpers/strategy-file.ts';

let database: TestDatabase;
let office: SignedIn;
let book: Workbook;
beforeEach(async () => {
  database = await seededDatabase();
  office = await makePerson(database.db, 'reviewer');
  book = await workbookNow(database.db);
});
afterEach(() => database.close());

const plan = (choices = {}) => planOf(database.db, foundIn(book), office, choices);
const accept = (choices = {}) => accepted(database.db, foundIn(book), office, choices);
const now = async () => sheetsOf(await readDefinition(database.db));
const row = (file: StrategyFile, code: string, column = 'code') => {
  const found = book.sheets[file].find((cells) => cells[column] === code);
  if (!found) throw new Error(`${file} has no row ${code}`);
  return found;
};
const inAnyOrder = (sheets: Sheets) =>
  Object.fromEntries(
    Object.entries(sheets).map(([file, rows]) => [file, rows.map((cells) => JSON.stringify(cells)).sort()]),
  );
const faultsOf = async () => (await plan()).faults.map(({ file, row, column, mend }) => ({ file, row, column, mend }));

test('a workbook that nobody touched does nothing, and cannot be accepted', async () => {
  const read = await plan();
  expect([read.faults, deeds(read)]).toEqual([[], []]);
  expect(countOutcomes(read).unchanged).toBe(Object.values(book.sheets).flat().length);
  await expect(accept()).rejects.toThrow(/nothing to accept/);
});

test('without a word of when it was made it does nothing either', async () => {
  book.madeFrom = null;
  const read = await plan();
  expect([read.faults, deeds(read)]).toEqual([[], []]);
  expect(read.said.join()).toContain('held against the record as it stands now');
});

/** One cell of each column that a file may change, in one row of it, with what is written there. */
const EDITS: [StrategyFile, string, Record<string, string>][] = [
  [
    'strategy.csv',
    'LSIS',
    {
      name: 'Another name',
      short_name: 'Other',
      author: 'Others',
      published_on: '2017-08-29',
      succeeded_by: '',
      assessed_on: '2026-11-22',
      assessed_by: 'Others',
      about: 'Of it.',
    },
  ],
  [
    'themes.csv',
    'SKI',
    {
      parent: 'DAT',
      position: '9',
      name: 'Skills and people',
      aim: 'An aim.',
      goals: 'One | Two',
      place_in_report: 'Page 9',
    },
  ],
  [
    'sources.csv',
    'pl087',
    {
      title: 'Another title',
      publisher: 'Others',
      type: 'press',
      url: 'https://example.org/a',
      published_on: '2019-04',
    },
  ],
  ['organisations.csv', 'OLS', { name: 'Office', short_name: 'O', sector: 'regulator', until: '2030' }],
  [
    'recommendations.csv',
    'DAT-1',
    {
      theme: 'SKI',
      position: '40',
      title: 'Hubs',
      summary: 'Set up hubs.',
      target: 'Five',
      target_due: '2020-Q4',
      done_when: 'Five run',
      stage: 'delivered',
      stage_on: '2026-11-20',
      stage_reason: 'Seen',
      confirmation: 'published',
      source: 'pl087',
      place_in_source: 'Page 1',
      note: 'Noted',
    },
  ],
  ['milestones.csv', 'DAT-1.3', { position: '9', title: 'Another promise', note: 'Noted' }],
  [
    'events.csv',
    'E074',
    {
      recommendation: 'DAT-2',
      also_bears_on: 'DAT-1 | SKI-1',
      milestone: '',
      date: '2019-Q4',
      title: 'Another event',
      bearing: 'context',
      confirmation: 'memory',
      source: '',
      note: 'Noted',
    },
  ],
  [
    'indicators.csv',
    'EMP',
    {
      theme: 'SKI',
      name: 'Jobs',
      unit: 'people at work',
      direction: 'none',
      target: '300000',
      target_due: '2030',
      target_basis: 'Ours',
      caution: 'None',
    },
  ],
  [
    'partnerships.csv',
    'NACP',
    {
      name: 'Partnership',
      started_on: '2019',
      purpose: 'To work.',
      funding: 'None',
      confirmation: 'memory',
      source: '',
      note: 'Noted',
    },
  ],
  ['findings.csv', '', { source: 'pl087', themes: 'DAT', text: 'Another finding.' }],
];

describe('what is typed into a workbook', () => {
  test.each(EDITS)('of %s arrives, row and column, and what stood before is kept', async (file, code, cells) => {
    const before = await now();
    const target = code === '' ? book.sheets[file][0] : row(file, code);
    Object.assign(target ?? {}, cells);
    const read = await plan();
    expect(read.faults).toEqual([]);
    expect(deeds(read)).toHaveLength(1);
    const change = await accept();
    expect(inAnyOrder(await now())).toEqual(inAnyOrder(book.sheets));
    expect(inAnyOrder(sheetsOf(await readDefinition(database.db, change - 1)))).toEqual(inAnyOrder(before));
    await refuseBrokenReferences(database.db as never);
    expect(deeds(await planOf(database.db, foundIn(book), office))).toEqual([]);
  });

  test('of every column of every file is looked at by some test', () => {
    const keys = new Set(['code', 'recommendation', 'organisation', 'successor', 'indicator', 'milestone']);
    const tested = new Map(EDITS.map(([file, , cells]) => [file, Object.keys(cells)]));
    for (const [file, columns] of tested)
      expect([
        file,
        Object.keys(STRATEGY_FILES[file]).filter((column) => !columns.includes(column) && !keys.has(column)),
      ]).toEqual([file, []]);
  });

  test('two rows change places', async () => {
    const [first, second] = book.sheets['themes.csv'];
    if (!first || !second) throw new Error('There are no themes.');
    [first['position'], second['position']] = [second['position'] ?? '', first['position'] ?? ''];
    const [one, two] = [row('recommendations.csv', 'DAT-1'), row('recommendations.csv', 'DAT-2')];
    [one['position'], two['position']] = [two['position'] ?? '', one['position'] ?? ''];
    const before = await now();
    const change = await accept();
    expect(inAnyOrder(await now())).toEqual(inAnyOrder(book.sheets));
    expect(inAnyOrder(sheetsOf(await readDefinition(database.db, change - 1)))).toEqual(inAnyOrder(before));
  });

  test('corrects a date: what it was stays as a fact that another replaces', async () => {
    const facts = book.sheets['milestone_dates.csv'].filter(({ milestone }) => milestone === 'DAT-1.3');
    Object.assign(facts[0] ?? {}, { value: '2021-11', as_published: 'autumn 2021', note: 'Read again' });
    const read = await plan();
    expect([read.faults, deeds(read)]).toEqual([[], ['changed DAT-1.3: Value, As published, Note']]);
    const change = await accept();
    const rows = await database.db.selectFrom('milestoneFact').selectAll().where('milestone', '=', 'DAT-1.3').execute();
    const replaced = rows.find((fact) => fact.change === change);
    expect(replaced).toMatchObject({ value: '2021-11', asPublished: 'autumn 2021', replaces: 1, number: rows.length });
    expect(inAnyOrder(await now())).toEqual(inAnyOrder(book.sheets));
  });

  test('gives a partnership one new revision, whatever sheets it changes', async () => {
    row('partnerships.csv', 'NACP')['purpose'] = 'Together.';
    row('partnership_members.csv', 'NACP', 'partnership')['role'] = 'host';
    book.sheets['partnership_members.csv'].push({ partnership: 'NACP', organisation: 'OLS', role: 'guest' });
    await accept();
    expect(inAnyOrder(await now())).toEqual(inAnyOrder(book.sheets));
    const revisions = await database.db
      .selectFrom('partnershipRevision')
      .select('number')
      .where('partnership', '=', 'NACP')
      .execute();
    expect(revisions).toHaveLength(2);
  });

  test('restates a value, and ends a responsibility on the day', async () => {
    row('observations.csv', 'GERD', 'indicator')['value'] = '1.99';
    const organisation = row('recommendation_organisations.csv', 'DAT-1', 'recommendation');
    organisation['role'] = organisation['role'] === 'lead' ? 'supporting' : 'lead';
    const change = await accept();
    const restated = await database.db.selectFrom('observation').selectAll().where('change', '=', change).execute();
    expect(restated).toEqual([
      expect.objectContaining({ indicator: 'GERD', value: '1.99', replaces: expect.any(Number) }),
    ]);
    const ended = await database.db
      .selectFrom('responsibility')
      .selectAll()
      .where('endedChange', '=', change)
      .execute();
    expect(ended).toEqual([expect.objectContaining({ recommendation: 'DAT-1', untilOn: TODAY })]);
    expect(inAnyOrder(await now())['recommendation_organisations.csv']).toEqual(
      inAnyOrder(book.sheets)['recommendation_organisations.csv'],
    );
  });
});

describe('what is added to a workbook', () => {
  const NEW: [StrategyFile, Record<string, string>][] = [
    ['themes.csv', { code: 'T2a', parent: 'DAT', position: '30', name: 'Inside', aim: 'An aim.' }],
    ['sources.csv', { code: 'new1', title: 'A report', publisher: 'Us', type: 'official', published_on: '2026-11' }],
    ['organisations.csv', { code: 'NEWORG', name: 'A body', sector: 'other' }],
    [
      'organisation_successions.csv',
      { organisation: 'NEWORG', successor: 'OLS', on: '2026', kind: 'renamed', confirmation: 'memory' },
    ],
    [
      'recommendations.csv',
      {
        code: '9iv',
        theme: 'T2a',
        position: '1',
        title: 'Do it',
        summary: 'It is done.',
        stage: 'under way',
        stage_on: '2026-11-01',
        stage_reason: 'Seen',
        confirmation: 'published',
        source: 'new1',
      },
    ],
    [
      'recommendation_organisations.csv',
      { recommendation: '9iv', organisation: 'NEWORG', role: 'lead', basis: 'stated' },
    ],
    [
      'recommendation_organisations.csv',
      { recommendation: 'DAT-1', organisation: 'NEWORG', role: 'supporting', basis: 'inferred' },
    ],
    ['milestones.csv', { code: 'P1.2', recommendation: '9iv', position: '1', title: 'Begun' }],
    [
      'milestone_dates.csv',
      {
        milestone: 'P1.2',
        kind: 'baseline',
        value: '2027-11',
        as_published: 'autumn 2027',
        said_on: '2026-11',
        confirmation: 'published',
        source: 'new1',
      },
    ],
    [
      'milestone_dates.csv',
      { milestone: 'DAT-1.3', kind: 'forecast', value: '2030', said_on: '2026-11', confirmation: 'memory' },
    ],
    [
      'events.csv',
      {
        code: 'E900',
        recommendation: '9iv',
        also_bears_on: 'DAT-1',
        date: '2026-11',
        title: 'It began',
        bearing: 'contributes',
        confirmation: 'memory',
      },
    ],
    ['indicators.csv', { code: 'NEWIND', theme: 'T2a', name: 'Things', unit: 'things', direction: 'up' }],
    [
      'observations.csv',
      { indicator: 'NEWIND', period: '2025', series: 'main', value: '1.10', status: 'final', confirmation: 'memory' },
    ],
    ['partnerships.csv', { code: 'NEWPART', name: 'Two', purpose: 'Together.', confirmation: 'memory' }],
    ['partnership_members.csv', { partnership: 'NEWPART', organisation: 'NEWORG', role: 'host' }],
    ['partnership_themes.csv', { partnership: 'NEWPART', theme: 'T2a' }],
    ['partnership_strands.csv', { partnership: 'NEWPART', position: '1', name: 'First' }],
    ['findings.csv', { code: 'F900', source: 'new1', themes: 'T2a | DAT', text: 'They work.' }],
  ];

  test('arrives whole, in every file at once, and no row of before is touched', async () => {
    const before = await now();
    for (const [file, cells] of NEW)
      book.sheets[file].push({
        ...Object.fromEntries(Object.keys(STRATEGY_FILES[file]).map((c) => [c, ''])),
        ...cells,
      });
    const read = await plan();
    expect(read.faults).toEqual([]);
    expect(deeds(read)).toEqual(
      NEW.map(([, cells]) => expect.stringMatching(/^added /) && `added ${Object.values(cells)[0]}`),
    );
    const change = await accept();
    expect(inAnyOrder(await now())).toEqual(inAnyOrder(book.sheets));
    expect(inAnyOrder(sheetsOf(await readDefinition(database.db, change - 1)))).toEqual(inAnyOrder(before));
    const positions = await database.db
      .selectFrom('milestonePosition')
      .selectAll()
      .where('milestone', '=', 'P1.2')
      .execute();
    expect(positions.every(({ firstDate }) => firstDate === '2027-11')).toBe(true);
  });

  test('is refused row by row when it breaks a rule, all at once, and nothing is stored', async () => {
    book.sheets['milestones.csv'].push({ code: 'NO-1', recommendation: 'NOPE', position: '1', title: '' });
    book.sheets['milestone_dates.csv'].push({
      milestone: 'DAT-1.3',
      kind: 'met',
      value: '2030',
      said_on: '2031',
      confirmation: 'published',
      source: '',
    });
    book.sheets['themes.csv'].push({ code: 'DAT', position: '1', name: 'Twice', aim: 'An aim.' });
    row('recommendations.csv', 'SKI-1')['stage_on'] = '2027-01-01';
    row('milestones.csv', 'DAT-1.3')['recommendation'] = 'SKI-1';
    const found = await faultsOf();
    const about = (column: string) =>
      found.filter((fault) => fault.column === column).map(({ file, mend }) => `${file}: ${mend}`);
    expect(about('Recommendation').join()).toMatch(
      /Milestones: leave it DAT-1.*Milestones: write a code that the sheet “Recommendations” has/,
    );
    expect(about('Title')).toEqual(['Milestones: fill it in']);
    expect(about('Code').join()).toMatch(/baseline/);
    expect(about('Said on').join()).toMatch(/said already/);
    expect(about('Value').join()).toMatch(/an outcome has happened/);
    expect(about('Source')).toEqual(['Milestone dates: name the source, or write "memory" as confirmation']);
    expect(about('Stage on').join()).toMatch(/give today or a day before/);
    const newest = await findNewestChange(database.db);
    await expect(accept()).rejects.toThrow(/cannot be accepted/);
    expect(await findNewestChange(database.db)).toBe(newest);
  });
});

describe('when the record moved since the workbook was made', () => {
  const editTitle = async (title: string) => {
    const text = await readRecommendationText(database.db, 'DAT-1');
    if (!text) throw new Error('There is no DAT-1.');
    const { number, ...fields } = text;
    const edit = { ...fields, code: 'DAT-1', title, reason: 'Agreed', seen: number };
    await editRecommendation(database.db, edit, { person: office, now: NOON, today: TODAY });
  };

  test('what one side changed is taken from that side, and shown', async () => {
    row('recommendations.csv', 'DAT-1')['summary'] = 'Changed in the file.';
    await editTitle('Changed in the record');
    const read = await plan();
    const planned = read.tables.flatMap(({ rows }) => rows).find(({ outcome }) => outcome === 'changed');
    expect(planned?.fields.map(({ label, by }) => [label, by])).toEqual([
      ['Title', 'record'],
      ['Summary', 'file'],
    ]);
    await accept();
    const standing = (await now())['recommendations.csv'].find(({ code }) => code === 'DAT-1');
    expect(standing).toMatchObject({ title: 'Changed in the record', summary: 'Changed in the file.' });
  });

  test('what both changed is asked, and nothing is overwritten unseen', async () => {
    row('recommendations.csv', 'DAT-1')['title'] = 'From the file';
    await editTitle('From the record');
    const [conflict] = openConflicts(await plan());
    expect(conflict).toMatchObject({ inRecord: 'From the record', inFile: 'From the file' });
    await expect(accept()).rejects.toThrow(/Choose which text/);
    const name = conflict?.name ?? '';
    await expect(accept({ [name]: 'record' })).rejects.toThrow(/nothing to accept/);
    await accept({ [name]: 'file' });
    expect((await now())['recommendations.csv'].find(({ code }) => code === 'DAT-1')?.['title']).toBe('From the file');
  });

  test('what both changed to the same is no question', async () => {
    row('recommendations.csv', 'DAT-1')['title'] = 'The same';
    await editTitle('The same');
    expect(deeds(await plan())).toEqual([]);
  });

  test('rows that the record got since are kept, and a date that was corrected is not put back', async () => {
    const promise = {
      recommendation: 'DAT-1',
      title: 'New',
      value: '2030',
      saidOn: '2026',
      source: null,
      newSource: null,
      reason: 'New',
    };
    const code = await addMilestone(database.db, promise, { person: office, now: NOON, today: TODAY });
    await judgeStage(
      database.db,
      { recommendation: 'DAT-1', stage: 'under way', judgedOn: '2026-11-22', reason: 'Seen', seen: 1 },
      { person: office, now: NOON, today: TODAY },
    );
    const read = await plan();
    expect(deeds(read)).toEqual([`not in the file ${code}`, `not in the file ${code}`]);
    expect(read.said.join()).toContain('moved since');
  });

  test('accepting what was looked at before is refused: look again', async () => {
    row('recommendations.csv', 'DAT-1')['title'] = 'From the file';
    const found = foundIn(book);
    const id = await sent(database.db, found, office);
    const { seen } = await planOf(database.db, found, office);
    await editTitle('From the record');
    const command = { id, seen, choices: {}, reason: 'Agreed', as: 'drafts' as const };
    await expect(acceptImport(database.db, command, { person: office, now: NOON, today: TODAY })).rejects.toMatchObject(
      { name: 'ConflictError' },
    );
  });
});

test('accepting twice does nothing twice, and the file and its hash are kept with the change', async () => {
  row('recommendations.csv', 'DAT-1')['title'] = 'From the file';
  const found = foundIn(book);
  const id = await sent(database.db, found, office);
  const { seen } = await planOf(database.db, found, office);
  const acts = () =>
    acceptImport(
      database.db,
      { id, seen, choices: {}, reason: 'Agreed', as: 'drafts' },
      { person: office, now: NOON, today: TODAY },
    );
  const [first, second] = await Promise.all([acts(), acts()]);
  expect(second).toBe(first);
  const read = await readImport(database.db, id, office);
  expect(read).toMatchObject({ state: 'accepted', change: first, fileName: 'strategy.ods', found: null });
  expect(read?.accepted?.tables.flatMap(({ rows }) => rows)).toHaveLength(1);
  expect(read?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a workbook of another strategy, or made of a change that is to come, is refused', async () => {
  row('strategy.csv', 'LSIS')['code'] = 'OTHER';
  expect((await faultsOf()).map(({ mend }) => mend).join()).toContain('one database holds one strategy');
  book = { ...(await workbookNow(database.db)), madeFrom: 999 };
  expect((await faultsOf()).map(({ mend }) => mend).join()).toContain('newest change is');
});

test('only the office accepts a strategy', async () => {
  row('recommendations.csv', 'DAT-1')['title'] = 'From the file';
  const reader = await makePerson(database.db, 'internal reader');
  await expect(accepted(database.db, foundIn(book), reader)).rejects.toMatchObject({ name: 'NotAllowedError' });
});

test('a cell that cannot be read as a date is told once', async () => {
  row('recommendations.csv', 'SKI-1')['stage_on'] = '31/02/2026';
  expect((await faultsOf()).map(({ column, mend }) => [column, mend])).toEqual([
    ['Stage on', 'write a day that exists, such as 2019-10-31'],
  ]);
});

test('a sheet with nothing but new dates corrects none', async () => {
  const before = await now();
  const date = { milestone: 'DAT-1.3', kind: 'forecast', value: '2031-03', said_on: '2026-11-20' };
  book.sheets['milestone_dates.csv'] = [{ ...date, confirmation: 'memory', as_published: '', source: '', note: '' }];
  const found = foundIn(book, ['milestone_dates.csv']);
  expect(deeds(await planOf(database.db, found, office))[0]).toBe('added DAT-1.3');
  await accepted(database.db, found, office);
  const after = (await now())['milestone_dates.csv'];
  expect(after).toEqual(expect.arrayContaining(before['milestone_dates.csv']));
  expect(after).toHaveLength(before['milestone_dates.csv'].length + 1);
});

test('a sheet of a workbook of another strategy is refused, though it names no strategy itself', async () => {
  const found = foundIn({ ...book, strategy: 'OTHER' }, ['themes.csv']);
  const { faults } = await planOf(database.db, found, office);
  expect(faults.map(({ found: said, mend }) => [said, mend])).toEqual([
    ['OTHER', 'send it to the tracker of that strategy: this one holds LSIS'],
  ]);
});
