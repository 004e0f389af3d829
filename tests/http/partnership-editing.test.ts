import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRows, linksOf } from '../helpers/html.ts';
import { PARTNERSHIP_FIELDS as FIELDS } from '../helpers/partnership.ts';
import { type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let office: SignedInVisitor;
let other: SignedInVisitor;
let reader: SignedInVisitor;
beforeAll(async () => {
  server = await startServer();
  office = await signedInAs(server, 'reviewer', 'Rosalind Franklin');
  other = await signedInAs(server, 'administrator', 'Mary Somerville');
  reader = await signedInAs(server, 'internal reader', 'Edmond Reader');
});
afterAll(() => server?.stop());

const ADD = '/partnerships/add';
const EDIT = '/partnerships/NACP/edit';
const everything = () =>
  withDatabase(server, async (db) => [
    await db.selectFrom('partnership').selectAll().execute(),
    await db.selectFrom('partnershipRevision').selectAll().execute(),
    await db.selectFrom('partnershipMember').selectAll().execute(),
    await db.selectFrom('partnershipStrand').selectAll().execute(),
    await db.selectFrom('source').selectAll().execute(),
    await db.selectFrom('change').selectAll().execute(),
  ]);
const decoded = (text: string): string =>
  text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
/** The fields of a form as a page draws them, with what is typed, ticked and chosen. */
function fieldsOn(html: string): Record<string, string> {
  const form = /<form method="post" action="\/partnerships.*?<\/form>/s.exec(html)?.[0] ?? '';
  const of = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const kept = inputs.filter((tag) => of(tag, 'type') !== 'checkbox' || tag.includes('checked=""'));
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)];
  const selects = [...form.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)];
  const fields: string[][] = [
    ...kept.map((tag) => [of(tag, 'name'), of(tag, 'value')]),
    ...areas.map(([, name = '', text = '']) => [name, text.replace(/^\n/, '')]),
    ...selects.map(([select, name = '']) => [
      name,
      of(/<option[^>]*selected=""[^>]*>/.exec(select)?.[0] ?? '', 'value'),
    ]),
  ];
  return Object.fromEntries(fields.map(([name, value = '']) => [name, decoded(value)]));
}

test('adding and editing is for the office; links and forms are for nobody else', async () => {
  const before = await everything();
  for (const path of [ADD, EDIT]) {
    const sent = { code: 'RDDA', seen: '1', ...FIELDS };
    expect((await visitor(server).get(path)).status).toBe(302);
    const out = await visitor(server).post(path, sent);
    expect([out.status, out.text]).toEqual([403, expect.stringContaining('You are signed out, so nothing was saved')]);
    expect(fieldsOn(out.html)).toMatchObject(FIELDS);
    expect([(await reader.get(path)).status, (await reader.post(path, sent)).status]).toEqual([403, 403]);
    expect((await office.get(path)).status).toBe(200);
  }
  for (const [page, link] of [
    ['/partnerships', ADD],
    ['/partnerships/NACP', EDIT],
  ] as const) {
    expect(linksOf(await office.get(page))).toContain(link);
    expect(linksOf(await reader.get(page))).not.toContain(link);
    expect(linksOf(await visitor(server).get(page))).not.toContain(link);
  }
  expect((await office.get('/partnerships/NONE/edit')).status).toBe(404);
  expect((await office.post('/partnerships/NONE/edit', { seen: '1', ...FIELDS })).status).toBe(404);
  expect((await visitor(server).get('/partnerships/NONE/history')).status).toBe(404);
  expect(await everything()).toEqual(before);
});

describe('bad input is answered in words, keeps what was typed, and the summary leads to each field', () => {
  const FAULTS: [string, Record<string, string>, RegExp, string][] = [
    ['no name', { name: ' ' }, /Enter the name/, 'name'],
    ['no purpose', { purpose: '' }, /Enter what it is for/, 'purpose'],
    ['no reason', { reason: '' }, /Enter the reason/, 'reason'],
    ['a start without a year', { 'startedOn.year': '' }, /When it started must include a year/, 'startedOn-year'],
    ['a month that is none', { 'startedOn.month': 'Q5' }, /month of when it started/, 'startedOn-month'],
    [
      'no member',
      { 'members.0.organisation': '', 'members.0.role': '', 'members.1.out': 'yes' },
      /Name at least one member/,
      'members-0-organisation',
    ],
    ['a member without a role', { 'members.1.role': '' }, /Enter the role of member 2/, 'members-1-role'],
    [
      'a role without a member',
      { 'members.2.role': 'funder' },
      /Choose the organisation of member 3/,
      'members-2-organisation',
    ],
    ['one member twice', { 'members.1.organisation': 'GEL' }, /Name each organisation once/, 'members-1-organisation'],
    ['a strand without a name', { 'strands.0.name': '' }, /Enter the name of strand 1/, 'strands-0-name'],
    ['a source that is not there', { source: 'none' }, /No source has the code/, 'source'],
    ['a new source without a publisher', { 'newSource.title': 'A' }, /who published/, 'newSource-publisher'],
    ['a text too long', { note: 'a'.repeat(2_001) }, /Use 2,000 characters or fewer/, 'note'],
  ];
  test.each(FAULTS)('%s', async (_, fault, words, box) => {
    const before = await everything();
    for (const [path, more] of [
      [ADD, { code: 'RDDA' }],
      [EDIT, { seen: '1' }],
    ] as const) {
      const sent = { ...more, ...FIELDS, ...fault };
      const answer = await office.post(path, sent);
      expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(words)]);
      expect(answer.html).toContain('<title>Error: ');
      expect(fieldsOn(answer.html)).toMatchObject(sent);
      expect(answer.html).toContain(`href="#${box}"`);
      expect(answer.html).toContain(` id="${box}"`);
    }
    expect(await everything()).toEqual(before);
  });

  test.each([
    ['no code', '', /Enter the code/],
    ['a code of one letter', 'A', /2 to 12 capital letters and digits/],
    ['a code with a dash', 'RD-DA', /2 to 12 capital letters and digits/],
    ['a code in use, written small', 'nacp', /NACP is another partnership: Charnwood/],
    ['the address of this form', 'add', /ADD stands in the address/],
  ])('%s', async (_, code, words) => {
    const answer = await office.post(ADD, { ...FIELDS, code });
    expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(words)]);
    expect(answer.html).toContain('href="#code"');
  });

  test('forged forms are refused, with nothing saved', async () => {
    const before = await everything();
    const sent = { seen: '1', ...FIELDS };
    const { name = '', purpose = '', reason = '' } = FIELDS;
    const rowless = { seen: '1', name, purpose, reason };
    const host = { 'members.0.organisation': 'GEL', 'members.0.role': 'host' };
    const forged: Record<string, string>[] = [
      {},
      { ...sent, seen: 'x' },
      { ...sent, 'members.0.organisation': 'NONE' },
      rowless,
      { ...rowless, members: 'GEL' },
      { ...sent, 'members.x.role': 'host' },
      { ...sent, 'members.100.role': 'host' },
      { ...sent, 'members.0.role.x': 'host' },
      { ...rowless, ...host, 'strands.0': 'a' },
      { ...sent, 'themes.NONE': 'yes' },
      { ...sent, 'themes.DAT': 'no' },
      { ...rowless, ...host, themes: 'DAT' },
    ];
    for (const [i, fields] of forged.entries()) expect([i, (await office.post(EDIT, fields)).status]).toEqual([i, 400]);
    expect(await everything()).toEqual(before);
  });
});

test('more rows can be asked for without a script; what was typed is kept and nothing is saved', async () => {
  const before = await everything();
  const rows = (html: string, name: string) => new Set(html.match(new RegExp(`name="${name}\\.\\d+\\.`, 'g'))).size;
  const first = await office.get(ADD);
  expect([rows(first.html, 'members'), rows(first.html, 'strands')]).toEqual([3, 3]);
  const sent = { ...fieldsOn(first.html), ...FIELDS, code: 'R', 'members.2.role': 'typed', more: 'members' };
  const more = await office.post(ADD, sent);
  expect(more.status).toBe(200);
  expect(more.html).not.toContain('govuk-error-summary');
  expect([rows(more.html, 'members'), rows(more.html, 'strands')]).toEqual([6, 5]);
  const { more: _, ...typed } = sent;
  expect(fieldsOn(more.html)).toMatchObject(typed);
  const twice = await office.post(ADD, { ...fieldsOn(more.html), more: 'members' });
  expect(rows(twice.html, 'members')).toBe(9);
  expect(await everything()).toEqual(before);
});

test('an added partnership is on every page that shows partnerships', async () => {
  const answer = await office.post(ADD, { ...FIELDS, code: 'rdda' });
  expect([answer.status, answer.location]).toEqual([302, '/partnerships/RDDA?done=added']);
  const nobody = visitor(server);
  expect((await office.get('/partnerships/RDDA?done=added')).text).toMatch(/Success The partnership is added/);
  expect((await nobody.get('/partnerships/RDDA')).text).toMatch(
    /Data on rare diseases, joined up.*April to June 2026.*From memory.*One register : Of all patients/,
  );
  for (const path of ['/partnerships', '/partnerships?theme=SKI', '/themes/DAT', '/organisations/GEL', '/memory'])
    expect([path, (await nobody.get(path)).text]).toEqual([
      path,
      expect.stringContaining('Rare Disease Data Alliance'),
    ]);
  expect((await nobody.get('/search?q=rare+disease+data+alliance')).html).toContain('/partnerships/RDDA');
  const changes = await nobody.get('/changes?subject=RDDA');
  expect(linksOf(changes)).toContain('/partnerships/RDDA');
  expect(allRows(changes)).toHaveLength(1);
  expect(changes.text).toMatch(
    /Rosalind Franklin A partnership was added RDDA Nothing Name: Rare Disease.*Told by its/,
  );
});

test('an edit shows both sides in history and changes; the second of two people sees both texts and loses neither', async () => {
  const mine = fieldsOn((await office.get(EDIT)).html);
  const theirs = fieldsOn((await other.get(EDIT)).html);
  const edited = { ...mine, name: 'Charnwood platform', 'members.1.out': 'yes', reason: 'As its host says.' };
  const grown = { 'members.2.organisation': 'GSK', 'members.2.role': 'funder', 'themes.REG': 'yes' };
  const saved = await office.post(EDIT, { ...edited, ...grown });
  expect([saved.status, saved.location]).toEqual([302, '/partnerships/NACP?done=edited']);
  const second = await other.post(EDIT, { ...theirs, name: 'The platform', funding: '£2m', reason: 'New award.' });
  expect(second.status).toBe(409);
  expect(second.text).toMatch(/Rosalind Franklin saved this.*Name Charnwood platform The platform/);
  const form = fieldsOn(second.html);
  expect(form).toMatchObject({ name: 'The platform', funding: '£2m', seen: '2', reason: 'New award.' });
  // Members and themes were left alone, so the form holds what the first of the two saved.
  expect(form).toMatchObject({ 'members.1.organisation': 'GSK', 'members.1.role': 'funder', 'themes.REG': 'yes' });
  expect(Object.values(form).filter((value) => value === 'LEIC')).toEqual([]);
  expect((await other.post(EDIT, form)).status).toBe(302);

  const history = await visitor(server).get('/partnerships/NACP/history');
  expect(history.text).toMatch(/Revision 3, 23 November 2026 Edited by Mary Somerville\. Why: New award\./);
  expect(history.text).toMatch(/Revision 2.*Edited by Rosalind Franklin.*Revision 1.*Came with the strategy/);
  const rows = allRows(history);
  expect(rows).toContainEqual(['Name', 'Charnwood platform', 'The platform']);
  expect(rows).toContainEqual([
    'Members',
    'Charnwood Campus (host); University of Leicester (strategic partner)',
    'Charnwood Campus (host); GSK (funder)',
  ]);
  const [why = ''] = linksOf(history).filter((href) => href.startsWith('/changes?subject=NACP#'));
  const changes = await visitor(server).get('/changes?subject=NACP');
  expect(changes.html).toContain(`id="${why.split('#')[1]}"`);
  expect(changes.text).toMatch(/A partnership was edited NACP Name: Charnwood platform;.*Name: The platform;/);
  expect(linksOf(await visitor(server).get('/partnerships/NACP'))).toContain('/partnerships/NACP/history');
});

test('a name that was taken off public pages is not in the history that everybody reads', async () => {
  await withDatabase(server, (db) =>
    db.insertInto('removedName').values({ person: other.person.id, change: 1 }).execute(),
  );
  expect((await visitor(server).get('/partnerships/NACP/history')).text).not.toContain('Mary Somerville');
  expect((await reader.get('/partnerships/NACP/history')).text).toContain('Mary Somerville');
});

test('what says the same as what stands is not saved, in words', async () => {
  const before = await everything();
  const same = await office.post(EDIT, { ...fieldsOn((await office.get(EDIT)).html), reason: 'None.' });
  expect([same.status, same.text]).toEqual([400, expect.stringContaining('Nothing is different from what stands')]);
  expect(await everything()).toEqual(before);
});
