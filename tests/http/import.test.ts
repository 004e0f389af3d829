import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { makeCycle, QUARTER } from '../helpers/cycle.ts';
import { type Page, pageOf, tableNamed } from '../helpers/html.ts';
import { acceptNow, csvOf, reword, sendAndRead, strategyFolder } from '../helpers/imports.ts';
import { anotherBrowserOf, cookieFor, type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { FILES, type, workbookFor } from '../helpers/return-workbook.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let office: SignedInVisitor;
let other: SignedInVisitor;
let owner: SignedInVisitor;
let reader: SignedInVisitor;
let stranger: Visitor;
beforeAll(async () => {
  server = await startServer({ env: { TRUST_PROXY: '1' } });
  const cycle = await withDatabase(server, makeCycle);
  const browser = async (person: SignedInVisitor['person']) => ({
    ...(await anotherBrowserOf(server, person)),
    person,
  });
  office = await browser(cycle.office);
  owner = await browser(cycle.owner);
  reader = await browser(cycle.reader);
  other = await signedInAs(server, 'administrator', 'Mary Somerville');
  stranger = visitor(server);
});
// Stopping also asserts that no request made the server write an error.
afterAll(() => server?.stop());

/** The record, and the files that wait for it. */
const TABLES = ['change', 'recommendationRevision', 'milestoneRevision', 'milestoneFact', 'returnDraft'] as const;
const record = () =>
  withDatabase(server, async (db) =>
    JSON.stringify(await Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().execute()))),
  );
const files = () => withDatabase(server, (db) => db.selectFrom('import').selectAll().execute());

/** Asserts that the work leaves the record as it is. */
async function leavesTheRecord<T>(work: () => Promise<T>): Promise<T> {
  const before = await record();
  const result = await work();
  expect(await record()).toBe(before);
  return result;
}

let address = 0;
/** Sends a file as a browser does, each time from another address. `null`: no file was chosen. */
async function upload(
  file: { name: string; bytes: BlobPart } | null,
  who: SignedInVisitor | null = office,
  from = `10.0.0.${++address}`,
) {
  const body = new FormData();
  body.set('file', file ? new File([file.bytes], file.name) : new File([], ''));
  const headers = { Cookie: who ? await cookieFor(server, who.person) : '', 'X-Forwarded-For': from };
  const response = await fetch(`${server.url}/import`, { method: 'POST', body, headers, redirect: 'manual' });
  return { ...(await pageOf(response)), location: response.headers.get('Location') };
}

/** Puts a file there by the domain, read. Returns its address. */
async function sent(
  sheets: Record<string, string[][]>,
  { who = office, madeFrom }: { who?: SignedInVisitor; madeFrom?: number } = {},
): Promise<string> {
  const number = madeFrom ?? (await newest());
  const file = { name: 'strategy.zip', bytes: strategyFolder(sheets, number) };
  return `/import/${await withDatabase(server, (db) => sendAndRead(db, who.person, file))}`;
}
const newest = () =>
  withDatabase(server, async (db) => {
    const { n } = await db
      .selectFrom('change')
      .select(({ fn }) => fn.max('number').as('n'))
      .executeTakeFirstOrThrow();
    return n ?? 0;
  });

const seenIn = ({ html }: Page) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
const titles = (code: string, title: string) => ({
  recommendations: [
    ['code', 'title'],
    [code, title],
  ],
});
const titleOf = async (code: string) => (await stranger.get(`/recommendations/${code}`)).text;
const accept = async (path: string, fields: Record<string, string> = {}, who: Visitor = office) => {
  const seen = seenIn(await who.get(path));
  return who.post(path, { act: 'accept', seen, reason: 'Agreed by the board', ...fields });
};

/** What is answered to a body of that size before any of it is sent: status and page. */
function announced(path: string, size: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Length': size, 'Content-Type': 'multipart/form-data; boundary=x' };
    const asked = request(server.url + path, { method: 'POST', headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      response.on('end', () => {
        asked.destroy();
        resolve(`${response.statusCode} ${body}`);
      });
    });
    asked.on('error', reject).flushHeaders();
  });
}

describe('who may', () => {
  test('send: the office and those whose posts write returns, in words for others', async () => {
    expect((await stranger.get('/import')).status).toBe(302);
    for (const who of [office, other, owner]) expect((await who.get('/import')).status).toBe(200);
    const refused = await reader.get('/import');
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('hold no post that writes returns')]);
    const kept = (await files()).length;
    expect((await upload({ name: 'a.csv', bytes: 'x' }, reader)).status).toBe(403);
    const out = await upload({ name: 'a.csv', bytes: 'x' }, null);
    expect([out.status, out.text]).toEqual([403, expect.stringContaining('You are signed out, so nothing was kept')]);
    expect(await files()).toHaveLength(kept);
  });

  test('get the strategy as a file: the office is told where, others are not', async () => {
    for (const format of ['ods', 'xlsx', 'zip']) {
      expect((await office.get('/import')).html).toContain(`href="/strategy.${format}"`);
      expect((await owner.get('/import')).html).not.toContain(`/strategy.${format}`);
    }
    expect((await owner.get('/import')).html).toContain('href="/returns"');
  });

  test('look: whoever sent it and the office; an unknown number is 404 in words', async () => {
    const path = await sent(titles('DAT-1', 'Another title'), { who: owner });
    for (const who of [owner, office, other]) expect((await who.get(path)).status).toBe(200);
    expect((await stranger.get(path)).status).toBe(302);
    const refused = await reader.get(path);
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Only whoever sent this file')]);
    expect(refused.html).not.toContain('Another title');
    for (const number of ['abc', '0', '-1', '1e3', '9999', '99999999999999999999']) {
      const answer = await office.get(`/import/${number}`);
      expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('There is no file with that number')]);
      expect((await office.post(`/import/${number}`, { act: 'accept' })).status).toBe(404);
    }
    expect((await office.get(`${path}?show=nothing`)).status).toBe(400);
    expect((await office.get(`${path}?page=0`)).status).toBe(400);
    expect((await office.get(`${path}?page=99`)).status).toBe(200);
  });

  test('accept the strategy: the office alone, also when somebody else sent it', async () => {
    const path = await sent(titles('DAT-2', 'Sent by an owner'), { who: owner });
    const page = await owner.get(path);
    expect(page.text).toContain('The strategy office sees this file and can accept it');
    expect(page.html).not.toContain('value="accept"');
    const forged = await leavesTheRecord(() =>
      owner.post(path, { act: 'accept', seen: seenIn(page) || 'x', reason: 'Mine' }),
    );
    expect(forged.status).not.toBe(302);
    const { seen } = { seen: seenIn(await office.get(path)) };
    const refused = await leavesTheRecord(() => owner.post(path, { act: 'accept', seen, reason: 'Mine' }));
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('You may not accept a spreadsheet')]);
    expect((await accept(path)).location).toBe(`${path}?done=accepted`);
    expect(await titleOf('DAT-2')).toContain('Sent by an owner');
  });

  test('somebody who is signed out by then keeps what was chosen, and is not shown the file', async () => {
    const path = await sent(titles('DAT-3', 'Words of the file'));
    const answer = await leavesTheRecord(() =>
      stranger.post(path, { act: 'accept', seen: 'x', reason: 'A long reason', 'settle.a.2.title': 'file' }),
    );
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('You are signed out')]);
    expect(answer.html).toContain('A long reason');
    expect(answer.html).toContain('name="settle.a.2.title" value="file"');
    expect(answer.html).not.toContain('Words of the file');
  });
});

describe('a file that is sent', () => {
  test('is kept, read and shown; nothing of it is in the record', async () => {
    await leavesTheRecord(async () => {
      const bytes = csvOf([
        ['Code', 'TITLE'],
        ['DAT-5', 'Another title for DAT-5'],
      ]);
      const { status, location } = await upload({ name: 'C:\\work\\recommendations.csv', bytes });
      expect([status, location]).toEqual([302, expect.stringMatching(/^\/import\/\d+$/)]);
      const page = await office.get(location ?? '');
      expect(page.text).toContain('Accepting this file would change 1 row.');
      expect(page.text).toContain('Another title for DAT-5');
      expect(page.html).toMatch(/SHA-256: <code[^>]*>[0-9a-f]{64}</);
      expect(tableNamed(await office.get('/import'), 'Files that were sent')[0]).toEqual([
        'recommendations.csv',
        'Rosalind Franklin',
        expect.stringContaining('23 November 2026'),
        'Waiting',
      ]);
    });
  });

  test.each([
    ['no file', null, 'Choose a spreadsheet'],
    ['an empty one', { name: 'a.csv', bytes: '' }, 'The file is empty'],
    ['one over 10 MB', { name: 'a.csv', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }, 'larger than 10 MB'],
  ])('%s is refused at its field', async (_what, file, words) => {
    const kept = (await files()).length;
    const answer = await upload(file);
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(words)]);
    expect(answer.html).toContain('href="#file"');
    expect(await files()).toHaveLength(kept);
  });

  test('far over 10 MB is refused before it is read, in the words of this address', async () => {
    const answer = await upload({ name: 'a.csv', bytes: new Uint8Array(11 * 1024 * 1024) });
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('10 megabytes or less')]);
    expect(await announced('/IMPORT/', 500 * 1024 * 1024)).toMatch(/^413 .*10 megabytes or less/s);
    for (const path of ['/import/1', '/returns', '/imports'])
      expect(await announced(path, 1024 * 1024 + 1)).toMatch(/^413 .*1 megabyte or less/s);
  });

  test('the eleventh in a minute from one address waits', async () => {
    const statuses = [];
    for (let i = 0; i < 11; i += 1) statuses.push((await upload(null, office, '10.9.9.9')).status);
    expect(statuses).toEqual([...Array(10).fill(400), 429]);
    const answer = await upload(null, office, '10.9.9.9');
    expect(answer.text).toContain('At most 10 files a minute');
    expect((await upload(null, office, '10.9.9.8')).status).toBe(400);
  });

  test('that cannot be read says why, and can be discarded', async () => {
    const { location } = await upload({ name: 'picture.ods', bytes: 'not a spreadsheet' });
    const page = await office.get(location ?? '');
    expect(page.text).toMatch(/There is a problem.*Why it cannot be read/);
    expect(page.html).not.toContain('value="accept"');
    const forged = await leavesTheRecord(() => office.post(location ?? '', { act: 'accept', seen: 'x', reason: 'x' }));
    expect([forged.status, forged.text]).toEqual([400, expect.stringContaining('cannot be accepted')]);
    expect((await office.post(location ?? '', { act: 'discard' })).location).toBe(`${location}?done=discarded`);
    const after = await office.get(`${location}?done=discarded`);
    expect(after.text).toContain('The file is discarded. Nothing in the record changed.');
    expect((await files()).at(-1)).toMatchObject({ bytes: null, found: null });
  });

  test('with faults shows all of them, and nothing of it can be accepted', async () => {
    const path = await sent({
      recommendations: [
        ['code', 'stage'],
        ['DAT-1', 'nearly there'],
        ['DAT-8', ''],
      ],
    });
    const page = await office.get(path);
    expect(tableNamed(page, 'What to mend').map((cells) => cells.slice(0, 4))).toEqual([
      ['recommendations', '2', 'Stage', 'nearly there'],
      ['recommendations', '3', 'Stage', 'An empty cell'],
    ]);
    expect(page.html).toContain('href="#faults"');
    expect(page.html).not.toContain('value="accept"');
    const forged = await leavesTheRecord(() => office.post(path, { act: 'accept', seen: 'x', reason: 'x' }));
    expect([409, 400]).toContain(forged.status);
    expect((await office.get(`${path}?show=refused`)).text).toContain('found "nearly there"; write one of');
  });
});

describe('accepting', () => {
  test('asks for the reason and keeps what was chosen', async () => {
    const madeFrom = await newest();
    await withDatabase(server, (db) => reword(db, office.person, 'DAT-4', { title: 'The words of the office' }));
    const path = await sent(titles('DAT-4', 'The words of the file'), { madeFrom });
    const page = await office.get(path);
    expect(page.text).toContain('One text was changed in the file and also in the record');
    const name = 'settle.recommendations.2.title';
    expect(page.html.match(/name="settle.recommendations.2.title"/g)).toHaveLength(2);

    const empty = await leavesTheRecord(() => accept(path, { reason: ' ' }));
    expect(empty.status).toBe(400);
    expect(empty.text).toMatch(/Choose which text stands: Title of DAT-4.*Enter why the record changes/);
    expect(empty.html).toContain('href="#settle-recommendations-2-title"');
    const unchosen = await leavesTheRecord(() => accept(path));
    expect([unchosen.status, unchosen.html]).toEqual([400, expect.stringContaining('>Agreed by the board</textarea>')]);
    const long = await leavesTheRecord(() => accept(path, { [name]: 'file', reason: 'x'.repeat(501) }));
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('Shorten the reason')]);
    expect(long.html).toMatch(/checked=""[^>]*value="file"/);
    const forged = await leavesTheRecord(() => accept(path, { [name]: 'both' }));
    expect(forged.status).toBe(400);
    expect((await office.post(path, { act: 'eat' })).status).toBe(400);

    expect((await accept(path, { [name]: 'record' })).status).toBe(400);
    expect((await accept(path, { [name]: 'file' })).location).toBe(`${path}?done=accepted`);
    expect(await titleOf('DAT-4')).toContain('The words of the file');
  });

  test('is one change, which names the file, the counts and the reason; a second time does nothing', async () => {
    const path = await sent({
      recommendations: [
        ['code', 'title'],
        ['DAT-6', 'Title of a file'],
        ['DAT-7', 'Title of a file too'],
      ],
    });
    const seen = seenIn(await office.get(path));
    const form = { act: 'accept', seen, reason: 'Agreed by the board' };
    const before = await newest();
    const both = await Promise.all([office.post(path, form), office.post(path, form)]);
    expect(both.map(({ status }) => status)).toEqual([302, 302]);
    expect((await accept(path)).location).toBe(path);
    expect((await office.post(path, { act: 'discard' })).location).toBe(path);
    expect(await newest()).toBe(before + 1);

    const page = await office.get(`${path}?done=accepted`);
    expect(page.text).toContain(`The file is in the record: 2 rows changed, as change ${before + 1}.`);
    expect(page.html).toContain('href="/recommendations/DAT-7"');
    const change = async (who: Visitor) => {
      const list = await who.get('/changes?kind=strategy+imported');
      return { cells: tableNamed(list, 'Changes')[0] ?? [], html: list.html };
    };
    const told = await change(office);
    expect(told.cells.slice(2)).toEqual([
      'Rosalind Franklin',
      expect.stringMatching(/^A file with the strategy was accepted strategy\.zip SHA-256: [0-9a-f]{64}$/),
      'The whole record',
      '2 rows in another form',
      '2 rows changed',
      'Agreed by the board',
    ]);
    expect(told.html).toContain(`href="${path}"`);
    expect((await change(reader)).html).not.toContain(`href="${path}"`);
    expect((await change(stranger)).cells[3]).toBe('A file with the strategy was accepted');
    for (const code of ['DAT-6', 'DAT-7'])
      expect((await stranger.get(`/changes?subject=${code}`)).text).toContain('A file with the strategy was accepted');
    expect((await stranger.get('/changes?subject=DAT-99')).text).toContain('0 changes.');
    expect((await office.get('/recommendations/DAT-6/history')).text).toMatch(
      /Title: .*Title of a file.*Agreed by the board From the file strategy\.zip/,
    );
    expect((await stranger.get('/recommendations/DAT-6/history')).text).not.toContain('strategy.zip');
  });

  test('the very same file says that it was accepted before, and has nothing to do', async () => {
    const sheets = titles('DAT-8', 'Sent twice');
    const madeFrom = await newest();
    const first = await sent(sheets, { madeFrom });
    await accept(first);
    const page = await office.get(await sent(sheets, { madeFrom }));
    expect(page.text).toMatch(/The very same file was accepted before, as change \d+ on 23 November 2026/);
    expect(page.text).toContain('Nothing in this file is different from the record');
    expect(page.html).not.toContain('value="accept"');
  });

  test('a record that moved brings the page back with the new plan, and keeps choice and reason', async () => {
    const madeFrom = await newest();
    const path = await sent(titles('DAT-1', 'From the file'), { madeFrom });
    const seen = seenIn(await office.get(path));
    await withDatabase(server, (db) => reword(db, other.person, 'DAT-1', { title: 'Faster by a minute' }));
    const form = { act: 'accept', seen, reason: 'My long reason', 'settle.recommendations.2.title': 'file' };
    const answer = await leavesTheRecord(() => office.post(path, form));
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('The record moved since you looked')]);
    expect(answer.html).toContain('>My long reason</textarea>');
    expect(answer.html).toMatch(/checked=""[^>]*value="file"/);
    expect(answer.text).toContain('Faster by a minute');
    const again = await office.post(path, { ...form, seen: seenIn(answer) });
    expect(again.location).toBe(`${path}?done=accepted`);
  });

  test('dates and wordings that came with a file name it on the pages of what they are about', async () => {
    const path = await sent({
      milestones: [
        ['code', 'title'],
        ['SCI-1.1', 'A promise in other words'],
      ],
      milestone_dates: [
        ['milestone', 'kind', 'value', 'said_on', 'confirmation', 'source'],
        ['SCI-1.1', 'forecast', 'autumn 2027', '2026-11-20', 'memory', ''],
      ],
    });
    expect((await office.get(path)).text).toContain('“autumn 2027” was read as');
    await withDatabase(server, (db) => acceptNow(db, office.person, Number(path.split('/').at(-1))));
    expect((await office.get('/milestones/SCI-1.1')).text).toContain('From the file strategy.zip');
    expect((await stranger.get('/milestones/SCI-1.1')).text).not.toContain('strategy.zip');
    const history = (await office.get('/recommendations/SCI-1/history')).text;
    expect(history).toMatch(/A promise in other words.*November 2027/);
    // Its texts and dates are no rows of their own.
    const about = tableNamed(await stranger.get('/changes?subject=SCI-1.1'), 'Changes');
    expect(about.map((cells) => cells.slice(3))).toEqual([
      [
        'A file with the strategy was accepted',
        'The whole record',
        '1 row in another form',
        '1 row added, 1 changed',
        'Agreed by the board',
      ],
    ]);
  });
});

describe('returns', () => {
  /** A workbook for the owner with answers typed into it, sent and read. */
  const sentReturns = async (answers: Record<string, string>) => {
    const id = await withDatabase(server, async (db) => {
      const book = await workbookFor(db, owner.person);
      type(book, 'DAT-1', answers);
      return sendAndRead(db, owner.person, { name: 'returns.ods', bytes: FILES.ods(book) });
    });
    return `/import/${id}`;
  };
  const state = async () =>
    withDatabase(server, async (db) => (await readReturn(db, QUARTER, 'DAT-1'))?.state ?? 'not begun');
  const COMPLETE = {
    ...{ unchanged: 'something has changed', confidence: 'Amber', confidenceReason: 'The contract is still late.' },
    ...{ achieved: 'The tender went out.', next: 'The contract is signed.', risks: 'A bid may be late.' },
    ...{ pathToGreen: 'Sign by March.', helpNone: 'Yes', clearedBy: 'Deputy director', clearedOn: '20/11/2026' },
    ...{ 'milestone.DAT-1_4.answer': 'It has a new date.', 'milestone.DAT-1_4.date': 'April to June 2027' },
    'milestone.DAT-1_4.reason': 'The tender was late.',
  };

  test('that are not complete become drafts, and say what is missing and where', async () => {
    const path = await sentReturns({ achieved: 'Two bids came in.' });
    const page = await owner.get(path);
    expect(page.text).toContain('Accepting this file would change 1 return.');
    expect(page.text).toMatch(/The return is kept as a draft.*The return of DAT-1 is not complete/);
    expect(page.html).toContain(`href="/returns/${QUARTER}/DAT-1"`);
    expect(page.html).not.toContain('value="submitted"');
    const forged = await leavesTheRecord(() => accept(path, { as: 'submitted' }, owner));
    expect([forged.status, forged.text]).toEqual([400, expect.stringContaining('Complete DAT-1 before you submit')]);
    const accepted = await accept(path, { as: 'drafts', reason: '' }, owner);
    expect(accepted.location).toBe(`${path}?done=accepted`);
    expect((await owner.get(path)).html).toContain(`href="/returns/${QUARTER}/DAT-1"`);
    expect((await owner.get(`/returns/${QUARTER}/DAT-1`)).html).toContain('Two bids came in.');
  });

  test('are shown to the office as to whoever sent them, who alone accepts them', async () => {
    const path = await sentReturns({ next: 'A third bid is asked for.' });
    const page = await office.get(path);
    expect(page.text).toContain('A third bid is asked for.');
    expect(page.text).toContain('Returns are accepted by whoever sent them: Grace Hopper.');
    expect(page.html).not.toContain('value="accept"');
    const seen = seenIn(await owner.get(path));
    const forged = await leavesTheRecord(() => office.post(path, { act: 'accept', seen, as: 'drafts', reason: 'x' }));
    expect(forged.status).toBe(403);
    expect((await office.post(path, { act: 'discard' })).location).toBe(`${path}?done=discarded`);
  });

  test('that are complete can be submitted at once', async () => {
    const path = await sentReturns(COMPLETE);
    const page = await owner.get(path);
    expect(page.text).toMatch(/What becomes of the return\?.*Keep it as a draft.*Submit this return/);
    const unchosen = await leavesTheRecord(() => accept(path, {}, owner));
    expect([unchosen.status, unchosen.text]).toEqual([400, expect.stringContaining('Choose what becomes')]);
    expect((await accept(path, { as: 'submitted' }, owner)).location).toBe(`${path}?done=accepted`);
    expect(await state()).toBe('submitted');
    expect((await office.get('/changes?kind=returns+imported')).text).toContain('1 return changed');
    expect((await stranger.get('/changes')).text).not.toContain('A file with returns was accepted, ');
  });
});

test('a person whose twenty files wait is told to settle some first', async () => {
  const busy = await signedInAs(server, 'reviewer', 'Busy Bee');
  await withDatabase(server, async (db) => {
    for (let i = 0; i < 20; i += 1) await sendAndRead(db, busy.person, { name: `${i}.csv`, bytes: `a,b\n${i},x` });
  });
  const answer = await upload({ name: 'a.csv', bytes: 'a,b' }, busy);
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('20 of your files are waiting')]);
});
