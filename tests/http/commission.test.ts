import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { sendBackReturn } from '#app/domain/review/send-back-return.server.ts';
import { contentWith, makeCommissioned, UNDER_WAY } from '../helpers/commissioned.ts';
import { officePeople, type Who } from '../helpers/office-people.ts';
import { withDatabase } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import type { Visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let visitors: Record<Who, Visitor>;
let people: Record<'owner' | 'reviewer', SignedIn>;

beforeAll(async () => {
  server = await startServer();
  ({ visitors, people } = await officePeople(server));
});
afterAll(() => server?.stop());

const everything = () =>
  withDatabase(server, async (db) => [
    await db.selectFrom('change').selectAll().orderBy('number').execute(),
    await db.selectFrom('quarter').selectAll().execute(),
    await db.selectFrom('quarterlyReturn').selectAll().execute(),
    await db.selectFrom('returnExtension').selectAll().execute(),
    await db.selectFrom('returnRevision').selectAll().execute(),
  ]);
const DEADLINE = { 'deadline.day': '15', 'deadline.month': '1', 'deadline.year': '2027' };
const COMMISSION = { act: 'commission', quarter: UNDER_WAY, ...DEADLINE, 'recommendations.DAT-2': 'yes' };
const PATH = `/commission?quarter=${UNDER_WAY}`;

/** Every form of the page, as it would be sent. */
const ACTS: Record<string, string>[] = [
  COMMISSION,
  { act: 'add', quarter: UNDER_WAY, 'recommendations.DAT-2': 'yes' },
  { act: 'take-out', quarter: UNDER_WAY, 'takeOut.SCI-1': 'yes' },
  { act: 'extend', quarter: UNDER_WAY, post: '1', why: 'Illness.', ...DEADLINE, 'deadline.day': '20' },
  { act: 'accept-unchanged', quarter: UNDER_WAY, 'returns.DAT-1': '1' },
  { act: 'clearance', quarter: UNDER_WAY },
];

async function nobodyElseMay(): Promise<void> {
  const before = await everything();
  for (const fields of ACTS) {
    const out = await visitors['signed out'].post(PATH, fields);
    expect([fields['act'], out.status, out.location]).toEqual([
      fields['act'],
      302,
      `/sign-in?next=${encodeURIComponent(PATH)}`,
    ]);
    for (const who of ['internal reader', 'owner'] as const) {
      const page = await visitors[who].post(PATH, fields);
      expect([who, fields['act'], page.status]).toEqual([who, fields['act'], 403]);
      expect(page.text).toMatch(/may not commission a quarter.*Nothing was saved/);
    }
  }
  expect(await everything()).toEqual(before);
}

describe('who may see it', () => {
  test.each(['/commission', '/chase'])('%s: the office alone', async (path) => {
    const out = await visitors['signed out'].get(path);
    expect(out.status).toBe(302);
    for (const who of ['internal reader', 'owner'] as const) expect((await visitors[who].get(path)).status).toBe(403);
    for (const who of ['reviewer', 'administrator'] as const) expect((await visitors[who].get(path)).status).toBe(200);
  });
});

describe('while no quarter takes returns', () => {
  test('the form proposes the recommendations whose stage is open, and the quarter’s deadline', async () => {
    const page = await visitors.reviewer.get('/commission');
    expect(page.text).toContain('44 recommendations of 61 are ticked');
    const box = (code: string) => new RegExp(`<input[^>]*name="recommendations\\.${code}"[^>]*>`).exec(page.html)?.[0];
    expect(box('DAT-1')).not.toContain('checked');
    expect(box('DAT-2')).toContain('checked');
    expect(page.html).toMatch(/name="deadline\.day"[^>]*value="15"/);
    expect((await visitors.reviewer.get('/commission?quarter=2026-27-Q2')).text).toContain(
      'Proposed: 7 December 2026.',
    );
  });

  test('nobody owes anything, and it says so', async () => {
    expect((await visitors.reviewer.get('/chase')).text).toContain('No quarter takes returns now, so nobody owes one.');
  });

  test.each(['2026-27-Q1', '2026-27-Q4', 'soon'])('a quarter that cannot be commissioned: %s', async (quarter) => {
    expect((await visitors.reviewer.get(`/commission?quarter=${quarter}`)).status).toBe(404);
    expect((await visitors.reviewer.get(`/chase?quarter=${quarter}`)).status).toBe(404);
  });

  test('nobody outside the office can commission one', nobodyElseMay);

  test('bad input is answered in words and keeps what was typed and ticked', async () => {
    const page = await visitors.reviewer.post(PATH, { ...COMMISSION, 'deadline.day': '31', 'deadline.month': '2' });
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('The deadline must be a day that exists')]);
    expect(page.html).toMatch(/name="deadline\.day"[^>]*value="31"/);
    const ticked = [...page.html.matchAll(/name="recommendations\.([\w-]+)"[^>]* checked/g)].map(([, code]) => code);
    expect(ticked).toEqual(['DAT-2']);
    const past = await visitors.reviewer.post(PATH, { ...COMMISSION, 'deadline.year': '2026' });
    expect([past.status, past.text]).toEqual([400, expect.stringContaining('The deadline must be after today')]);
    const { 'recommendations.DAT-2': _, ...none } = COMMISSION;
    expect((await visitors.reviewer.post(PATH, none)).text).toContain('Choose at least one recommendation');
  });

  test('forged forms change nothing and are no error of the program', async () => {
    const before = await everything();
    const forms: Record<string, string>[] = [
      {},
      { act: 'close', quarter: UNDER_WAY },
      { ...COMMISSION, quarter: '2019-20-Q3' },
      { ...COMMISSION, quarter: 'x' },
      { ...COMMISSION, 'recommendations.DAT-99': 'yes' },
      { act: 'extend', quarter: UNDER_WAY, post: 'x', why: '', ...DEADLINE },
      { act: 'accept-unchanged', quarter: UNDER_WAY, 'returns.DAT-1': '-1' },
      { act: 'accept-unchanged', quarter: UNDER_WAY, 'returns.DAT-1': '1' },
    ];
    for (const forged of forms)
      expect([forged, (await visitors.reviewer.post(PATH, forged)).status]).toEqual([forged, 400]);
    expect(await everything()).toEqual(before);
  });
});

describe('once a quarter takes returns', () => {
  let post: number;
  let ready = false;
  beforeEach(async () => {
    if (ready) return;
    ready = true;
    await withDatabase(server, async (db) => {
      const made = await makeCommissioned(db, { office: people.reviewer, owner: people.owner });
      post = made.post;
      await made.submit('DAT-1', { unchanged: true });
    });
  });

  test('the page counts returns by state, names owners, and leads to what waits', async () => {
    const page = await visitors.reviewer.get('/commission');
    expect(page.text).toMatch(/2 not started.*1 submitted.*0 accepted/);
    expect(page.text).toContain('Director of Data (NHS England), Grace Hopper');
    expect(page.text).toContain('No owner yet');
    expect(page.html).toContain(`href="/returns/${UNDER_WAY}/DAT-1/review"`);
  });

  test('the chase page names who owes what, with a text and a link, and nobody else', async () => {
    const page = await visitors.reviewer.get('/chase');
    expect(page.text).toContain('2 returns of 3 are outstanding');
    expect(page.html).toContain(`${server.url}/returns/${UNDER_WAY}/DAT-8`);
    expect(page.html).not.toContain(`${server.url}/returns/${UNDER_WAY}/DAT-1"`);
    const link = /href="(mailto:[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(link.startsWith(`mailto:${people.owner.email}?subject=`)).toBe(true);
    expect(new URL(link).searchParams.get('body')).toContain(`${server.url}/returns/${UNDER_WAY}/DAT-8`);
    expect(page.text).toMatch(/Recommendations without an owner.*SCI-1/);
  });

  test('nobody outside the office can change it', nobodyElseMay);

  test('the office adds, takes out and extends; the page says so', async () => {
    const send = async (fields: Record<string, string>) => {
      const { status, location } = await visitors.reviewer.post(PATH, fields);
      expect([status, location]).toEqual([302, `/commission?quarter=${UNDER_WAY}&done=${fields['act']}`]);
      return visitors.reviewer.get(location ?? '');
    };
    const [, add, takeOut, extend] = ACTS as [
      object,
      Record<string, string>,
      Record<string, string>,
      Record<string, string>,
    ];
    expect((await send(add)).text).toContain('The recommendations are added to the commission.');
    expect((await send(takeOut)).text).not.toMatch(/Returns.*SCI-1:.*Change the commission/);
    expect((await send({ ...extend, post: String(post) })).text).toMatch(/until 20 January 2027\. Illness\./);
    const again = await visitors.administrator.post(PATH, { ...extend, post: String(post), why: '' });
    expect([again.status, again.text]).toEqual([
      400,
      expect.stringContaining('Enter the reason for the later deadline'),
    ]);
    expect(again.html).toMatch(/<details[^>]*id="extend"[^>]*open/);
    const taken = await visitors.reviewer.post(PATH, { act: 'take-out', quarter: UNDER_WAY, 'takeOut.DAT-1': 'yes' });
    expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('DAT-1 was submitted')]);
  });

  test('unchanged returns are accepted with one press; what somebody did meanwhile is answered with words', async () => {
    const form = { act: 'accept-unchanged', quarter: UNDER_WAY, 'returns.DAT-1': '1' };
    expect((await visitors.reviewer.get('/commission')).html).toMatch(/name="returns\.DAT-1"[^>]*value="1"/);
    const back = { quarter: UNDER_WAY, recommendation: 'DAT-1', seen: 1, comment: 'More.', comments: {} };
    await withDatabase(server, (db) => sendBackReturn(db, back, { person: people.reviewer, now: NOON, today: TODAY }));
    const late = await visitors.reviewer.post(PATH, form);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Rosalind Franklin sent this return back')]);
    await withDatabase(server, async (db) => {
      const command = { quarter: UNDER_WAY, recommendation: 'DAT-1', seen: null };
      const content = contentWith({ unchanged: true });
      await submitReturn(db, { ...command, content }, { person: people.owner, now: NOON, today: TODAY });
    });
    const answer = await visitors.reviewer.post(PATH, { ...form, 'returns.DAT-1': '3' });
    expect(answer.status).toBe(302);
    expect((await visitors.reviewer.get('/commission')).text).toContain('1 accepted');
  });

  test('somebody who commissions at the same time is told', async () => {
    const answer = await visitors.administrator.post(PATH, COMMISSION);
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('has been commissioned already')]);
  });

  test('in clearance it takes no changes, and the other quarter can be commissioned', async () => {
    const moved = await visitors.reviewer.post(PATH, { act: 'clearance', quarter: UNDER_WAY });
    expect(moved.status).toBe(302);
    const page = await visitors.reviewer.get(PATH);
    expect(page.text).toContain('In clearance');
    expect(page.html).not.toContain('name="takeOut.');
    const late = await visitors.reviewer.post(PATH, { act: 'clearance', quarter: UNDER_WAY });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('takes no returns any more')]);
    expect((await visitors.reviewer.get('/commission')).text).toContain('Commission July to September 2026');
    const other = { ...COMMISSION, quarter: '2026-27-Q2', 'deadline.year': '2027' };
    expect((await visitors.administrator.post('/commission?quarter=2026-27-Q2', other)).status).toBe(302);
  });
});
