import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { closingActs } from '../helpers/closing.ts';
import { contentWith, ENDED, makeCommissioned, UNDER_WAY } from '../helpers/commissioned.ts';
import { tableNamed } from '../helpers/html.ts';
import { officePeople, type Who } from '../helpers/office-people.ts';
import { makePerson, withDatabase } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { formFields, type Visitor } from '../helpers/visitor.ts';

/** Closing, publishing and correcting a quarter through the pages; the tests follow each other through one quarter. */

const at = (page: 'close' | 'publish' | 'correct', quarter = ENDED) => `/quarters/${quarter}/${page}`;
const WHY = 'One return came after the quarter was closed.';

let server: RunningServer;
let visitors: Record<Who, Visitor>;
let people: Record<'owner' | 'reviewer', SignedIn>;
beforeAll(async () => {
  server = await startServer();
  ({ visitors, people } = await officePeople(server));
  await act(async (db) => {
    const asked = await makeCommissioned(db, { quarter: ENDED, office: people.reviewer, owner: people.owner });
    await asked.submit('DAT-1', { confidence: 'Red', confidenceReason: 'No money.', achieved: 'Five hubs opened.' });
    await closingActs(db, people.reviewer).accept('DAT-1');
  });
}, 60_000);
afterAll(() => server?.stop());

const act = (work: Parameters<typeof withDatabase<void>>[1]) => withDatabase(server, work);
const everything = () =>
  withDatabase(server, async (db) => [
    await db.selectFrom('change').selectAll().orderBy('number').execute(),
    await db.selectFrom('quarter').selectAll().execute(),
    await db.selectFrom('quarterVersion').selectAll().execute(),
    await db.selectFrom('quarterFile').select(['quarter', 'version', 'audience', 'name', 'sha256']).execute(),
    await db.selectFrom('publication').selectAll().execute(),
  ]);
const newest = () => withDatabase(server, async (db) => closingActs(db, people.reviewer).newest());
const { get, post } = {
  get: (path: string, who: Who = 'reviewer') => visitors[who].get(path),
  post: (path: string, fields: Record<string, string>, who: Who = 'reviewer') => visitors[who].post(path, fields),
};

/** A return that moves a date. */
const submitOther = () =>
  act(async (db) => {
    const statements = [{ milestone: 'DAT-1.4', kind: 'forecast' as const, value: '2027-06', reason: 'Procurement.' }];
    const content = contentWith({ achieved: 'Late words.', statements });
    const command = { quarter: ENDED, recommendation: 'DAT-8', seen: null, content };
    await submitReturn(db, command, { person: people.owner, now: NOON, today: TODAY });
  });

describe('who may', () => {
  const pages = ['close', 'publish', 'correct'] as const;

  test('the office sees the pages; others are sent to sign in or told why not', async () => {
    for (const page of pages) {
      expect([page, (await get(at(page), 'signed out')).status]).toEqual([page, 302]);
      for (const who of ['internal reader', 'owner'] as const)
        expect([page, who, (await get(at(page), who)).status]).toEqual([page, who, 403]);
      for (const who of ['reviewer', 'administrator'] as const)
        expect([page, who, (await get(at(page), who)).status]).toEqual([page, who, 200]);
    }
  });

  test('a forged form of anybody else saves nothing, and hands back what was typed', async () => {
    const before = await everything();
    const seen = String(await newest());
    for (const page of pages)
      for (const who of ['signed out', 'internal reader', 'owner'] as const) {
        const answer = await post(at(page), { seen, reason: 'Typed with care.', step: 'confirm' }, who);
        expect([page, who, answer.status]).toEqual([page, who, 403]);
        expect(answer.text).toMatch(who === 'signed out' ? /You are signed out/ : /may not close, publish and correct/);
        if (page === 'correct') expect(answer.html).toContain('Typed with care.');
      }
    expect(await everything()).toEqual(before);
  });

  test('a form without its number, or for a quarter that does not allow it, is refused in words', async () => {
    const before = await everything();
    expect((await post(at('close'), {})).status).toBe(400);
    expect((await post(at('close'), { seen: '1e999' })).status).toBe(400);
    const seen = String(await newest());
    const running = await post(at('close', UNDER_WAY), { seen });
    expect([running.status, running.text]).toEqual([400, expect.stringMatching(/has not been commissioned/)]);
    const early = await post(at('publish'), { seen: '1' });
    expect([early.status, early.text]).toEqual([400, expect.stringMatching(/Close it before you publish it/)]);
    expect((await post(at('correct'), { reason: WHY })).status).toBe(400);
    expect((await get(at('close', 'nonsense'))).status).toBe(404);
    expect(await everything()).toEqual(before);
  });
});

describe('closing', () => {
  test('is offered on the page of the commission and of the quarter, to the office alone', async () => {
    for (const path of [`/commission?quarter=${ENDED}`, `/quarters/${ENDED}`])
      expect((await get(path)).html).toContain(`href="${at('close')}"`);
    expect((await get(`/quarters/${ENDED}`, 'internal reader')).html).not.toContain(at('close'));
  });

  test('shows what will be frozen and what is not accepted, by name', async () => {
    const page = await get(at('close'));
    expect(page.text).toMatch(/Returns 2 not started and 1 accepted/);
    expect(page.text).toMatch(/Assessment None is written/);
    expect(tableNamed(page, 'Returns that are not accepted')).toEqual([
      expect.arrayContaining([expect.stringMatching(/^SCI-1/), 'No owner yet', 'Not started', 'No return has come.']),
      expect.arrayContaining([expect.stringMatching(/^DAT-8/), 'Director of Data (NHS England), Grace Hopper']),
    ]);
  });

  test('is refused with 409 when something was recorded since, and then shows it', async () => {
    const fields = formFields(await get(at('close')), 'not-accepted');
    await act(async (db) => {
      await makePerson(db, 'internal reader', { name: 'Somebody New' });
    });
    const answer = await post(at('close'), fields);
    expect([answer.status, answer.text]).toEqual([
      409,
      expect.stringMatching(/Something was recorded after you looked/),
    ]);
    expect(formFields(answer, 'not-accepted')['seen']).toBe(String(await newest()));
  });

  test('freezes the quarter, which then says so', async () => {
    const answer = await post(at('close'), formFields(await get(at('close')), 'not-accepted'));
    expect([answer.status, answer.location]).toEqual([302, `/quarters/${ENDED}?done=close`]);
    expect((await get(answer.location ?? '')).text).toMatch(/The quarter is closed.*Five hubs opened/s);
    expect((await get(at('close'))).text).toMatch(/is closed already/);
    expect((await get(`/commission?quarter=${ENDED}`)).text).toMatch(/kept as late/);
  }, 60_000);
});

describe('a late return', () => {
  test('says on its page what becomes of it, is marked late, and can be accepted', async () => {
    const form = await get(`/returns/${ENDED}/DAT-8`, 'owner');
    expect(form.text).toContain('What you send now is kept as late and enters it only by a correction.');
    await submitOther();
    expect((await get(`/returns/${ENDED}/DAT-8`, 'owner')).text).toContain('Late: after the quarter was closed');
    const review = `/returns/${ENDED}/DAT-8/review`;
    expect((await get(review)).text).toMatch(/Late: after the quarter was closed.*the closed quarter stays as it is/s);
    expect((await post(review, { act: 'accept', seen: '1', ownConfidence: 'same' })).status).toBe(302);
    expect((await get(`/quarters/${ENDED}`)).text).not.toContain('Late words.');
  });
});

describe('publishing', () => {
  test('asks what, with achieved and next ticked, and warns of what is rated Red', async () => {
    const page = await get(at('publish'));
    const ticked = [...page.html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].filter(([box]) => / checked/.test(box));
    expect(ticked.map(([box]) => / name="([^"]*)"/.exec(box)?.[1])).toEqual(['fields.achieved', 'fields.next']);
    expect(page.text).toMatch(/1 recommendation is rated Red in this quarter: DAT-1/);
  });

  test('opens the quarter to everybody, with what was chosen', async () => {
    expect((await get(`/quarters/${ENDED}`, 'signed out')).text).not.toContain('Five hubs opened.');
    const answer = await post(at('publish'), { seen: '1', 'fields.achieved': 'yes', 'fields.path-to-green': 'no' });
    expect([answer.status, answer.location]).toEqual([302, `/quarters/${ENDED}?done=publish`]);
    const { text } = await get(`/quarters/${ENDED}`, 'signed out');
    expect(text).toContain('Five hubs opened.');
    expect(text).not.toMatch(/No money|Delivery confidence/);
    expect((await post(at('publish'), { seen: '1' })).text).toMatch(/is published already/);
  }, 60_000);
});

describe('correcting', () => {
  const typed = { reason: WHY, assessment: 'Delivery is late.', chooses: 'yes', 'fields.achieved': 'yes' };

  test('needs a reason, and hands back what was typed', async () => {
    const page = await get(at('correct'));
    expect(page.html).toMatch(/name="fields.achieved"[^>]*checked/);
    const answer = await post(at('correct'), { ...typed, reason: 'Why', step: 'show' });
    expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(/10 characters or more/)]);
    expect(answer.html).toContain('Delivery is late.');
  });

  test('shows first published and corrected side by side before anything is saved, then does it', async () => {
    const before = await everything();
    const shown = await post(at('correct'), { ...typed, step: 'show' });
    expect(shown.status).toBe(200);
    expect(await everything()).toEqual(before);
    expect(tableNamed(shown, 'For the board: what would change')).toContainEqual([
      'Every milestone',
      'DAT-1.4, Latest date',
      'December 2026',
      'June 2027',
    ]);
    const back = await post(at('correct'), { ...typed, step: 'change' });
    expect([back.status, back.html]).toEqual([200, expect.stringContaining('Delivery is late.')]);
    const fields = { ...formFields(shown, 'for-publication'), step: 'confirm' };
    const answer = await post(at('correct'), fields);
    expect([answer.status, answer.location]).toEqual([302, `/quarters/${ENDED}?done=correct`]);
    const corrected = await get(`/quarters/${ENDED}`);
    expect(corrected.text).toMatch(/Corrected on 23 November 2026.*One return came after.*Late words\./s);
    expect((await get(`/quarters/${ENDED}?version=1`)).text).not.toContain('Late words.');
    expect((await get(`/quarters/${ENDED}`, 'signed out')).text).toMatch(/Corrected on 23 November 2026/);
  }, 60_000);

  test('says when nothing would change', async () => {
    const answer = await post(at('correct'), { ...typed, step: 'show' });
    expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(/Nothing would change/)]);
  });
});
