import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addReturns } from '#app/domain/commission/change-commission.server.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import { type Cycle, commandsOf, makeCycle, QUARTER } from '../helpers/cycle.ts';
import { anotherBrowserOf, withDatabase } from '../helpers/people.ts';
import { acting, giveTo } from '../helpers/posts.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

const PEOPLE = ['owner', 'deputy', 'contributor', 'otherOwner', 'reader', 'office'] as const;
type Who = (typeof PEOPLE)[number];

const FORM = `/returns/${QUARTER}/DAT-1`;
const CHECK = `${FORM}/check`;

let server: RunningServer;
let cycle: Cycle;
const as = {} as Record<Who, Visitor>;
beforeAll(async () => {
  server = await startServer();
  cycle = await withDatabase(server, makeCycle);
  for (const who of PEOPLE) as[who] = await anotherBrowserOf(server, cycle[who]);
});
afterAll(() => server?.stop());

/** Every test begins with a return on which nothing was done. */
beforeEach(() =>
  withDatabase(server, async (db) => {
    for (const table of ['returnComment', 'returnConfirmation', 'returnStatement', 'returnDraft'] as const)
      await db.deleteFrom(table).where('quarter', '=', QUARTER).execute();
    await db.deleteFrom('returnRevision').where('quarter', '=', QUARTER).execute();
  }),
);

const read = () => withDatabase(server, (db) => readReturn(db, QUARTER, 'DAT-1'));
/** What people do beside the pages. */
const inDatabase = (work: (commands: ReturnType<typeof commandsOf>) => Promise<unknown>) =>
  withDatabase(server, (db) => work(commandsOf(db, cycle)));

/** What a form carries unseen. */
const carried = ({ html }: { html: string }) => ({
  seen: /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '',
  marks: /name="marks" value="([^"]*)"/.exec(html)?.[1] ?? '',
});

const ANSWERS: Record<string, string> = {
  unchanged: 'no',
  confidence: 'Amber',
  confidenceReason: 'The contract is still late.',
  achieved: 'The tender went out.\nTwo bids came in.',
  next: 'The contract is signed.',
  risks: 'A third bid may be late.',
  pathToGreen: 'Sign by March.',
  helpNone: 'yes',
  'milestone.DAT-1_4.answer': 'forecast',
  'milestone.DAT-1_4.date.month': '3',
  'milestone.DAT-1_4.date.year': '2027',
  'milestone.DAT-1_4.reason': 'The tender was late.',
  clearedBy: 'Deputy director, data',
  'clearedOn.day': '20',
  'clearedOn.month': '11',
  'clearedOn.year': '2026',
};

/** Opens the form, fills it in and presses a button. */
async function send(who: Who, act: string, fields: Record<string, string> = ANSWERS) {
  return as[who].post(FORM, { ...carried(await as[who].get(FORM)), ...fields, act });
}

describe('who may open what', () => {
  test.each(['/returns', FORM, CHECK])('%s: somebody signed out is led to sign in', async (path) => {
    const page = await visitor(server).post(path, {});
    const got = await fetch(server.url + path, { redirect: 'manual' });
    expect([got.status, got.headers.get('Location')]).toEqual([302, `/sign-in?next=${encodeURIComponent(path)}`]);
    expect(page.text).not.toContain('DAT-1.4');
  });

  test.each(['owner', 'deputy', 'contributor'] as const)('the %s has the form', async (who) => {
    const page = await as[who].get(FORM);
    expect(page.status).toBe(200);
    expect(page.html).toContain('name="confidenceReason"');
    expect(page.text).toContain('Freedom of Information Act');
    expect(page.text).toContain('The contract is late by a month.');
  });

  test.each(['otherOwner', 'reader', 'office'] as const)(
    'the %s reads what was submitted, and no draft',
    async (who) => {
      await send('owner', 'save top', { achieved: 'A secret so far' });
      const before = await as[who].get(FORM);
      expect(before.status).toBe(200);
      expect(before.html).not.toMatch(/A secret so far|name="achieved"/);
      expect(before.text).toContain('Nothing has been submitted yet.');
      await inDatabase(({ submit }) => submit('DAT-1', { achieved: 'The plan was agreed.' }));
      expect((await as[who].get(FORM)).text).toContain('The plan was agreed.');
      expect((await as[who].get(CHECK)).status).toBe(403);
    },
  );

  test.each([
    ['/returns/2026-27-Q3/DAT-9', 404],
    ['/returns/2026-27-Q3/SKI-1', 404],
    ['/returns/2025-26-Q3/DAT-1', 404],
    ['/returns/2026-27-Q9/DAT-1', 404],
    ['/returns/never/DAT-1/check', 404],
    [`${FORM}/draft`, 405],
  ])('%s is answered %i in words', async (path, status) => {
    expect((await as.owner.get(path)).status).toBe(status);
  });
});

describe('who may save and submit', () => {
  test.each(['owner', 'deputy', 'contributor'] as const)('the %s saves a draft', async (who) => {
    const answer = await send(who, 'save milestones');
    expect(answer.location).toBe(`${FORM}?saved=milestones&taken=#save-milestones`);
    expect((await read())?.draft).toMatchObject({ version: 1, savedBy: cycle[who].name, fields: ANSWERS });
  });

  test.each(['otherOwner', 'reader', 'office'] as const)('the %s does not, and keeps what they typed', async (who) => {
    for (const act of ['save top', 'check', 'settle']) {
      const answer = await as[who].post(FORM, { ...ANSWERS, seen: '0-0', marks: '', act });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('A third bid may be late.');
    }
    expect((await as[who].post(`${FORM}/draft`, { ...ANSWERS, seen: '0-0' })).status).toBe(403);
    expect((await as[who].post(CHECK, { seen: '0-0' })).status).toBe(403);
    expect(await read()).toMatchObject({ draft: null, revisions: [] });
  });

  test.each(['owner', 'deputy'] as const)('the %s submits', async (who) => {
    expect((await send('contributor', 'check')).location).toBe(CHECK);
    const answer = await as[who].post(CHECK, carried(await as[who].get(CHECK)));
    expect(answer.location).toBe(`${FORM}?submitted=yes`);
    const page = await as[who].get(`${FORM}?submitted=yes`);
    expect(page.text).toContain('The return is submitted.');
    expect(page.text).toMatch(new RegExp(`Submitted by ${cycle[who].name}, 23 November 2026`));
    expect(await read()).toMatchObject({ state: 'submitted', draft: null });
  });

  test('the contributor does not: the page says who does', async () => {
    await send('contributor', 'check');
    const page = await as.contributor.get(CHECK);
    expect(page.text).toContain('The owner or the deputy submits this return.');
    expect(page.html).not.toContain('Submit the return');
    expect((await as.contributor.post(CHECK, { seen: '0-1' })).status).toBe(403);
    expect((await read())?.revisions).toEqual([]);
  });

  test('somebody whose session has ended loses nothing', async () => {
    const open = carried(await as.owner.get(FORM));
    const answer = await visitor(server).post(FORM, { ...ANSWERS, ...open, act: 'check' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('You are signed out. Sign in in another tab');
    expect(answer.text).toContain('Two bids came in.');
    expect(answer.html).not.toContain('The contract is late by a month.');
    expect((await visitor(server).post(`${FORM}/draft`, ANSWERS)).status).toBe(401);
    const again = await as.owner.post(FORM, { ...hiddenIn(answer.html), act: 'save top' });
    expect(again.status).toBe(302);
    expect((await read())?.draft?.fields).toEqual(ANSWERS);
  });

  test('what comes from another site is refused', async () => {
    const answer = await fetch(server.url + CHECK, { method: 'POST', headers: { Origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });
});

/** The hidden fields of the first form of the page's main part. */
function hiddenIn(html: string): Record<string, string> {
  const form =
    /<form[^>]*>(?:(?!<\/form>).)*name="seen".*?<\/form>/s.exec(html.slice(html.indexOf('<main')))?.[0] ?? '';
  const decode = (text = '') => text.replaceAll('&#10;', '\n').replaceAll('&amp;', '&').replaceAll('&#x27;', "'");
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, n = '', v]) => [n, decode(v)]),
  );
}

describe('what is wrong', () => {
  test('is said all at once, with every field as it was typed, and the draft is kept', async () => {
    const bad = {
      ...ANSWERS,
      pathToGreen: '',
      achieved: 'x'.repeat(4_001),
      'milestone.DAT-1_4.date.month': '14',
      'clearedOn.year': '2031',
      helpFrom: 'The Treasury',
    };
    const answer = await send('owner', 'check', bad);
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('<title>Error: ');
    for (const words of [
      'Enter the path to green: it is needed because the rating is Amber',
      'What was achieved must be 4,000 characters or fewer',
      'The month of the date of DAT-1.4 must be from 1 to 12',
      'The date of clearance must be today or in the past',
      'Say what is wanted or tick that nothing is, not both',
    ])
      expect(answer.text).toContain(words);
    expect(answer.html).toContain('x'.repeat(4_001));
    for (const value of ['14', '2031', 'The Treasury']) expect(answer.html).toContain(`value="${value}"`);
    const order = [...answer.html.matchAll(/<li><a href="#([^"]*)"/g)].map(([, id]) => id);
    expect(order).toEqual(['achieved', 'pathToGreen', 'help', 'milestone-DAT-1_4-date-month', 'clearedOn']);
    for (const id of order) expect(answer.html).toContain(`id="${id}"`);
    expect((await read())?.draft?.version).toBe(1);
    expect((await as.owner.get(CHECK)).text).toContain('Before this return can be submitted');
    expect((await as.owner.post(CHECK, { seen: '0-1' })).status).toBe(400);
  });

  test('an empty form asks for what is needed', async () => {
    const answer = await send('owner', 'check', {});
    const messages = [...answer.html.matchAll(/<li><a href="#[^"]*">([^<]*)/g)].map(([, words]) => words);
    expect(messages).toContain('Choose a delivery confidence');
    expect(messages).toContain('Say whether anything is new about DAT-1.4');
    expect(messages).toContain('Enter the role of the person who cleared this return');
  });

  test('fields that no question has are not kept', async () => {
    await send('owner', 'save top', {
      ...ANSWERS,
      __proto__x: '1',
      'achieved.day': '1',
      'milestone.x': 'y',
      evil: 'z',
    });
    expect((await read())?.draft?.fields).toEqual(ANSWERS);
  });
});

describe('the check page', () => {
  test('shows every answer in words with a way back to its question', async () => {
    await send('owner', 'check');
    const page = await as.owner.get(CHECK);
    expect(page.text).toMatch(/DAT-1\.4: .* It has a new date: March 2027 The tender was late\. Change/);
    expect(page.text).toContain('Decision or help wanted None Change');
    const form = await as.owner.get(FORM);
    const links = [...page.html.matchAll(new RegExp(`href="${FORM}#([^"]*)"`, 'g'))].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    for (const id of links) expect(form.html).toContain(`id="${id}"`);
  });

  test('warns of Green with a late milestone, and leaves the rating', async () => {
    await send('owner', 'check', { ...ANSWERS, confidence: 'Green', pathToGreen: '' });
    expect((await as.owner.get(CHECK)).text).not.toContain('late against the first date');
    const improved = { ...ANSWERS, confidence: 'Green', confidenceReason: '' };
    expect((await send('owner', 'check', improved)).text).toContain(
      'Enter why the rating improved from Amber to Green',
    );
  });

  test('with nothing changed shows the last return, and asks for clearance alone', async () => {
    const { clearedBy, 'clearedOn.day': day, ...rest } = ANSWERS;
    expect((await send('owner', 'check', { unchanged: 'yes' })).status).toBe(400);
    const clearance = { clearedBy, 'clearedOn.day': day, 'clearedOn.month': '11', 'clearedOn.year': '2026' } as never;
    expect((await send('owner', 'check', { unchanged: 'yes', ...(clearance as object) })).location).toBe(CHECK);
    const page = await as.owner.get(CHECK);
    expect(page.text).toContain('Nothing has changed since the last return.');
    expect(page.text).toContain('The board met and agreed the plan.');
    expect(page.text).not.toContain(rest.achieved);
    await as.owner.post(CHECK, carried(page));
    expect((await read())?.standing).toMatchObject({ unchanged: true, confidence: 'Amber', statements: [] });
  });

  test('is refused in words when the return was submitted meanwhile', async () => {
    await send('owner', 'check');
    const looked = carried(await as.owner.get(CHECK));
    await as.deputy.post(CHECK, looked);
    const answer = await as.owner.post(CHECK, looked);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('This return was submitted by Dorothy Vaughan');
    expect((await read())?.revisions).toHaveLength(1);
  });

  test('is refused in words when somebody saved the draft meanwhile', async () => {
    await send('owner', 'check');
    const looked = carried(await as.owner.get(CHECK));
    await send('contributor', 'save top', { ...ANSWERS, risks: 'Another risk.' });
    const answer = await as.owner.post(CHECK, looked);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Another risk.');
    expect((await read())?.revisions).toEqual([]);
  });
});

describe('two people on one return', () => {
  test('see both texts, choose or edit, and save; nothing is lost on the way', async () => {
    await send('owner', 'save top', { achieved: 'A', next: 'N', confidence: 'Green' });
    const mine = carried(await as.owner.get(FORM));
    await send('deputy', 'save top', { achieved: 'By deputy', next: 'N by deputy', risks: 'R', confidence: 'Red' });
    const typed = { achieved: 'By owner', next: 'N by owner', confidence: 'Amber' };
    const answer = await as.owner.post(FORM, { ...mine, ...typed, act: 'save top' });
    expect(answer.status).toBe(409);
    for (const text of ['By owner', 'By deputy', 'N by owner', 'N by deputy', 'Amber', 'Red'])
      expect(answer.text).toContain(text);
    expect(answer.text).toContain(
      'Taken over from what Dorothy Vaughan saved, because you had not changed it: Risks and issues',
    );
    expect((await read())?.draft?.fields.achieved).toBe('By deputy');
    const settled = await as.owner.post(FORM, {
      ...hiddenIn(answer.html),
      'choice.achieved': 'edited',
      'edited.achieved': 'By both',
      'choice.next': 'mine',
      'choice.confidence': 'theirs',
      act: 'settle',
    });
    expect(settled.status).toBe(302);
    expect((await read())?.draft?.fields).toEqual({
      achieved: 'By both',
      next: 'N by owner',
      risks: 'R',
      confidence: 'Red',
    });
  });

  test('who writes while it is submitted sees what they typed beside it', async () => {
    const mine = carried(await as.owner.get(FORM));
    await inDatabase(({ submit }) => submit('DAT-1', { achieved: 'Submitted text' }, cycle.deputy));
    for (const act of ['save top', 'check']) {
      const answer = await as.owner.post(FORM, { ...mine, achieved: 'Typed meanwhile', act });
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('This return was submitted by Dorothy Vaughan');
      expect(answer.text).toMatch(/What was achieved Typed meanwhile Submitted instead: Submitted text/);
    }
    expect((await as.owner.post(`${FORM}/draft`, { ...mine, achieved: 'Typed' })).status).toBe(409);
  });

  test('the script’s save is stored, or told apart from what somebody else saved', async () => {
    const mine = carried(await as.owner.get(FORM));
    const saved = await as.owner.post(`${FORM}/draft`, { ...mine, achieved: 'By itself' });
    expect(JSON.parse(saved.html)).toMatchObject({ seen: '0-1', words: expect.stringContaining('Draft saved') });
    expect((await as.deputy.post(`${FORM}/draft`, { ...mine, next: 'Late' })).status).toBe(409);
    expect((await read())?.draft?.fields).toEqual({ achieved: 'By itself' });
  });

  test('twenty at once: each is stored or answered with both texts', async () => {
    const mine = carried(await as.owner.get(FORM));
    const browsers: Visitor[] = [];
    while (browsers.length < 20) browsers.push(await anotherBrowserOf(server, cycle.owner));
    const answers = await Promise.all(
      browsers.map((browser, i) => browser.post(FORM, { ...mine, achieved: `Text ${i}.`, act: 'save top' })),
    );
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(302), count(409)]).toEqual([1, 19]);
    answers.forEach((answer, i) => {
      if (answer.status === 409) expect(answer.text).toContain(`Text ${i}.`);
    });
  });
});

test('twenty people on twenty returns at once: each is stored', async () => {
  const asked = await withDatabase(server, async (db) => {
    const all = (await listRecommendations(db)).map(({ code }) => code);
    const more = all.filter((code) => !['DAT-1', 'DAT-8', 'SCI-1', 'SKI-1'].includes(code)).slice(0, 20);
    await giveTo(db, cycle.office, { post: cycle.post, recommendations: more });
    await addReturns(db, { quarter: QUARTER, recommendations: more }, acting(cycle.office));
    return more;
  });
  const browsers: Visitor[] = [];
  while (browsers.length < 20) browsers.push(await anotherBrowserOf(server, cycle.owner));
  const answers = await Promise.all(
    browsers.map((browser, i) =>
      browser.post(`/returns/${QUARTER}/${asked[i]}`, { achieved: `Text ${i}.`, seen: '0-0', act: 'save top' }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 302));
  const drafts = await withDatabase(server, (db) => db.selectFrom('returnDraft').selectAll().execute());
  const texts = new Map(drafts.map(({ recommendation, fields }) => [recommendation, JSON.parse(fields).achieved]));
  expect(asked.map((code) => texts.get(code))).toEqual(asked.map((_, i) => `Text ${i}.`));
});

describe('what came back', () => {
  test('opens filled in, with the office’s words beside their parts', async () => {
    await inDatabase(async ({ submit, sendBack }) => {
      await submit('DAT-1', { achieved: 'The board met.' });
      await sendBack('DAT-1', 1, 'Which board?');
    });
    const page = await as.owner.get(FORM);
    expect(page.text).toContain('The strategy office sent this return back: Nearly there.');
    expect(page.text).toContain('The strategy office says Which board?');
    expect(page.html).toContain('The board met.</textarea>');
    expect((await as.owner.get('/returns')).text).toMatch(/Sent back to be corrected \(1\).*Nearly there\./);
    expect(page.text).toMatch(/Submitted by Grace Hopper.*Sent back by Rosalind Franklin/);
  });
});

describe('my returns', () => {
  test('say what is due and what part one has', async () => {
    const page = await as.deputy.get('/returns');
    expect(page.text).toMatch(/Due \(1\).*DAT-1: .*Due 15 January 2027, in 53 days\. Your part: deputy/);
    expect(page.html).toContain(`href="${FORM}"`);
  });

  test('of somebody without a post are none, and the page says why', async () => {
    expect((await as.reader.get('/returns')).text).toContain('You hold no post that answers for a recommendation');
    expect((await as.otherOwner.get('/returns')).text).toContain('Nothing is asked this quarter');
  });

  test('lead a reviewer to the commission and to who owes what', async () => {
    const page = await as.office.get('/returns');
    expect(page.html).toContain('href="/commission"');
    expect(page.html).toContain('href="/chase"');
    expect((await as.reader.get('/returns')).html).not.toContain('href="/commission"');
  });
});
