import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { type Commissioned, makeCommissioned, UNDER_WAY } from '../helpers/commissioned.ts';
import { officePeople, type Who } from '../helpers/office-people.ts';
import { withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import type { Visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let visitors: Record<Who, Visitor>;
let people: Record<'owner' | 'reviewer', SignedIn>;

beforeAll(async () => {
  server = await startServer();
  ({ visitors, people } = await officePeople(server));
  await withDatabase(server, async (db) => {
    const { submit } = await makeCommissioned(db, { office: people.reviewer, owner: people.owner });
    await submit('DAT-1', {
      achieved: 'The secret plan was agreed.',
      proposedMilestone: 'A second service',
      proposedDate: '2028',
      statements: [{ milestone: 'DAT-1.4', kind: 'forecast', value: '2027-06', reason: 'Procurement.' }],
    });
    await submit('DAT-8', {
      statements: [{ milestone: 'DAT-8.1', kind: 'met', value: '2020', reason: 'Met again.' }],
    } satisfies Parameters<Commissioned['submit']>[1]);
  });
});
afterAll(() => server?.stop());

const everything = () =>
  withDatabase(server, async (db) => [
    await db.selectFrom('change').selectAll().orderBy('number').execute(),
    await db.selectFrom('returnRevision').selectAll().execute(),
    await db.selectFrom('milestoneFact').selectAll().execute(),
  ]);
const review = (code: string, quarter = UNDER_WAY) => `/returns/${quarter}/${code}/review`;
const ACTS: Record<string, string>[] = [
  { act: 'accept', seen: '1', ownConfidence: 'same' },
  { act: 'send-back', seen: '1', comment: 'More.' },
  { act: 'missing', seen: '0', reason: 'Nothing came.' },
];

describe('who may review', () => {
  test('the office sees the page; nobody else, not even its owner', async () => {
    expect((await visitors['signed out'].get(review('DAT-1'))).status).toBe(302);
    for (const who of ['internal reader', 'owner'] as const) {
      const page = await visitors[who].get(review('DAT-1'));
      expect([who, page.status]).toEqual([who, 403]);
      expect(page.html).not.toContain('secret plan');
    }
    for (const who of ['reviewer', 'administrator'] as const)
      expect((await visitors[who].get(review('DAT-1'))).text).toContain('The secret plan was agreed.');
  });

  test.each(ACTS)('$act: nobody outside the office', async (fields) => {
    const before = await everything();
    for (const code of ['DAT-1', 'SCI-1']) {
      const out = await visitors['signed out'].post(review(code), fields);
      expect([out.status, out.location]).toEqual([302, `/sign-in?next=${encodeURIComponent(review(code))}`]);
      for (const who of ['internal reader', 'owner'] as const) {
        const page = await visitors[who].post(review(code), fields);
        expect([who, page.status]).toEqual([who, 403]);
        expect(page.text).toMatch(/may not accept returns.*Nothing was saved/);
      }
    }
    expect(await everything()).toEqual(before);
  });

  test.each(ACTS)('$act: in no other quarter, and of nothing that is not asked', async (fields) => {
    const before = await everything();
    for (const path of [review('DAT-1', '2026-27-Q2'), review('NHS-1'), review('DAT-99')])
      expect([path, (await visitors.reviewer.post(path, fields)).status]).toEqual([path, 400]);
    for (const path of [review('DAT-1', '2026-27-Q4'), review('DAT-1', 'soon')])
      expect([path, (await visitors.reviewer.post(path, fields)).status]).toEqual([path, 404]);
    for (const path of [review('DAT-1', '2026-27-Q2'), review('NHS-1'), review('DAT-99')])
      expect([path, (await visitors.reviewer.get(path)).status]).toEqual([path, 404]);
    expect(await everything()).toEqual(before);
  });

  test('forged forms change nothing and are no error of the program', async () => {
    const before = await everything();
    const forms: Record<string, string>[] = [
      {},
      { act: 'publish', seen: '1' },
      { act: 'accept' },
      { act: 'accept', seen: 'x' },
      { act: 'accept', seen: '1', ownConfidence: 'Purple' },
      { act: 'send-back', seen: '1', 'comments.secrets': 'x' },
      { act: 'send-back', seen: '1' },
      { act: 'missing', seen: '1', reason: 'x'.repeat(2_001) },
    ];
    for (const forged of forms)
      expect([forged, (await visitors.reviewer.post(review('DAT-1'), forged)).status]).toEqual([forged, 400]);
    expect(await everything()).toEqual(before);
  });
});

describe('bad input comes back with what was typed', () => {
  test('another rating without its reason', async () => {
    const page = await visitors.reviewer.post(review('DAT-1'), { act: 'accept', seen: '1', ownConfidence: 'Red' });
    expect([page.status, page.text]).toEqual([
      400,
      expect.stringContaining('Say why your rating is Red and not Green'),
    ]);
    expect(page.html).toMatch(/checked=""[^>]*value="Red"/);
    expect(page.html).toContain('href="#comment"');
  });

  test('comments on parts are not lost by accepting', async () => {
    const fields = { act: 'accept', seen: '1', 'comments.risks': 'Which risks?', addMilestone: 'yes' };
    const page = await visitors.reviewer.post(review('DAT-1'), fields);
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('Comments on parts are for a return')]);
    expect(page.html).toMatch(/<textarea[^>]*name="comments\.risks"[^>]*>Which risks\?/);
    expect(page.html).toMatch(/name="addMilestone"[^>]*checked/);
  });

  test('what the record does not allow is said in words', async () => {
    const fields = { act: 'accept', seen: '1', comment: 'Well done.' };
    const page = await visitors.reviewer.post(review('DAT-8'), fields);
    expect([page.status, page.text]).toEqual([400, expect.stringMatching(/DAT-8\.1: An outcome is recorded already/)]);
    expect(page.html).toMatch(/<textarea[^>]*name="comment"[^>]*>Well done\./);
  });

  test('a return cannot be missing before its deadline', async () => {
    expect((await visitors.reviewer.get(review('SCI-1'))).html).not.toContain('name="reason"');
    const page = await visitors.reviewer.post(review('SCI-1'), { act: 'missing', seen: '0', reason: 'Nothing came.' });
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('due by the end of 15 January 2027')]);
  });
});

describe('the office', () => {
  test('sends a return back, and the second one is told', async () => {
    const fields = { act: 'send-back', seen: '1', 'comments.milestones': 'Which outcome?' };
    const sent = await visitors.reviewer.post(review('DAT-8'), fields);
    expect([sent.status, sent.location]).toEqual([302, `${review('DAT-8')}?done=send-back`]);
    const page = await visitors.reviewer.get(sent.location ?? '');
    expect(page.text).toMatch(/The return is sent back\..*Review DAT-1, which waits as well/);
    expect(page.text).toMatch(/Sent back with this comment:.*Which outcome\?/);
    const second = await visitors.administrator.post(review('DAT-8'), { ...fields, comment: 'And why?' });
    expect([second.status, second.text]).toEqual([
      409,
      expect.stringContaining('Rosalind Franklin sent this return back'),
    ]);
  });

  test('accepts a return, which then is in the record, with its owner as author', async () => {
    const accepted = await visitors.administrator.post(review('DAT-1'), {
      ...{ act: 'accept', seen: '1', ownConfidence: 'Amber', comment: 'The date worries us.', addMilestone: 'yes' },
    });
    expect([accepted.status, accepted.location]).toEqual([302, `${review('DAT-1')}?done=accept`]);
    const page = await visitors.reviewer.get(accepted.location ?? '');
    expect(page.text).toMatch(/Submitted by Grace Hopper on 23 November 2026/);
    expect(page.text).toMatch(/Accepted by Mary Somerville/);
    expect(page.html).not.toContain('name="act"');
    expect((await visitors.reviewer.get('/milestones/DAT-1.4')).text).toContain('June 2027');
    expect((await visitors.reviewer.get('/recommendations/DAT-1')).text).toContain('A second service');
    const again = await visitors.reviewer.post(review('DAT-1'), { act: 'accept', seen: '1' });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('Mary Somerville accepted this return')]);
  });
});
