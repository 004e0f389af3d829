import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../helpers/html.ts';
import { cookieFor, PASSWORD, type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { makePost } from '../helpers/posts.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

type Who = 'signed out' | 'internal reader' | 'reviewer' | 'administrator';

let server: RunningServer;
const visitors = {} as Record<Who, Visitor>;
let administrator: SignedInVisitor;

beforeAll(async () => {
  server = await startServer();
  administrator = await signedInAs(server, 'administrator', 'Mary Somerville');
  visitors['signed out'] = visitor(server);
  visitors['internal reader'] = await signedInAs(server, 'internal reader', 'Edmond Reader');
  visitors.reviewer = await signedInAs(server, 'reviewer', 'Rosalind Reviewer');
  visitors.administrator = administrator;
});
afterAll(() => server?.stop());

/** Everything about people that the database holds, but what only watches over sign-ins. */
const everything = () =>
  withDatabase(server, async (db) => {
    const tables = ['change', 'person', 'person_role', 'removed_name', 'welcome_link', 'session', 'milestone_fact'];
    return JSON.stringify(await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(db))));
  });
const newestChange = () =>
  withDatabase(server, (db) =>
    db.selectFrom('change').select(['kind', 'person', 'reason']).orderBy('number', 'desc').executeTakeFirst(),
  );

const INVITED = { name: 'Grace Hopper', email: 'grace@example.gov.uk', role: 'reviewer' };
const invited = (page: { html: string }) => wordsOf(/id="one-time-link">(.*?)</s.exec(page.html)?.[1] ?? '');
const pathOf = (link: string) => new URL(link).pathname;

/** A person to be acted on, with the number of the role that stands. */
async function subject(name: string) {
  const made = await signedInAs(server, 'internal reader', name);
  return { ...made, path: `/people/${made.person.id}` };
}

describe('who may see what', () => {
  test.each<[string, Record<Who, number>]>([
    ['/people', { 'signed out': 302, 'internal reader': 403, reviewer: 200, administrator: 200 }],
    ['/people/1', { 'signed out': 302, 'internal reader': 403, reviewer: 200, administrator: 200 }],
    ['/account', { 'signed out': 302, 'internal reader': 200, reviewer: 200, administrator: 200 }],
  ])('%s', async (path, answers) => {
    for (const [who, status] of Object.entries(answers))
      expect([who, (await visitors[who as Who].get(path)).status]).toEqual([who, status]);
  });

  test('whoever may not is told so in words; the forms are for administrators alone', async () => {
    const refused = await visitors['internal reader'].get('/people');
    expect(refused.text).toContain('You may not do this');
    expect(refused.text).toContain(
      'You are signed in as Edmond Reader, an internal reader, and may not see the list of people.',
    );
    for (const path of ['/people', '/people/1']) {
      expect((await visitors.reviewer.get(path)).html).not.toContain(`action="${path}"`);
      expect((await visitors.administrator.get(path)).html).toContain(`action="${path}"`);
    }
  });

  test('somebody who is not there', async () => {
    for (const id of ['999', '0', 'x', '-1', '1.5', '99999999999999999999'])
      expect([id, (await visitors.administrator.get(`/people/${id}`)).status]).toEqual([id, 404]);
  });
});

describe('who may do what', () => {
  const ACTS: [string, Record<string, string>][] = [
    ['/people', INVITED],
    ['/people/1', { act: 'role', role: 'reviewer', seen: '1' }],
    ['/people/1', { act: 'leave', seen: '1' }],
    ['/people/1', { act: 'remove-name' }],
  ];

  test.each(ACTS)('posting to %s %o: nobody but an administrator', async (path, fields) => {
    const before = await everything();
    const out = await visitors['signed out'].post(path, fields);
    expect([out.status, out.location]).toEqual([302, `/sign-in?next=${encodeURIComponent(path)}`]);
    for (const who of ['internal reader', 'reviewer'] as const) {
      const page = await visitors[who].post(path, fields);
      expect([who, page.status]).toEqual([who, 403]);
      expect(page.text).toMatch(/may not invite people, change roles.*Nothing was saved/);
    }
    expect(await everything()).toBe(before);
  });

  test('recording a fact: reviewers and administrators', async () => {
    const fields = { act: 'later-date' };
    const before = await everything();
    expect((await visitors['signed out'].post('/milestones/DAT-1.3', fields)).text).toContain('You are signed out');
    const reader = await visitors['internal reader'].post('/milestones/DAT-1.3', fields);
    expect([reader.status, reader.text]).toEqual([
      403,
      expect.stringContaining('You may not record and correct dates'),
    ]);
    for (const who of ['reviewer', 'administrator'] as const)
      expect([who, (await visitors[who].post('/milestones/DAT-1.3', fields)).status]).toEqual([who, 400]);
    expect(await everything()).toBe(before);
  });

  test('the account page acts for the one who sends: signed out leads to signing in', async () => {
    for (const act of ['end-others', 'end', 'password']) {
      const answer = await visitors['signed out'].post('/account', { act });
      expect([act, answer.status, answer.location]).toEqual([act, 302, '/sign-in?next=%2Faccount']);
    }
  });

  test('forged forms change nothing and are no error of the program', async () => {
    const before = await everything();
    const forged: [string, Record<string, string>][] = [
      ['/people', { ...INVITED, role: 'owner' }],
      ['/people', { ...INVITED, email: 'nobody' }],
      ['/people', {}],
      ['/people/1', {}],
      ['/people/1', { act: 'delete' }],
      ['/people/1', { act: 'role', role: 'king', seen: '1' }],
      ['/people/1', { act: 'role', role: 'reviewer', seen: 'x' }],
      ['/people/1', { act: 'leave' }],
      ['/people/1', { act: '__proto__', seen: '1' }],
      ['/account', { act: 'end' }],
      ['/account', { act: 'constructor' }],
      ['/account', {}],
    ];
    for (const [path, fields] of forged)
      expect([fields, (await administrator.post(path, fields)).status]).toEqual([fields, 400]);
    expect((await administrator.post('/people/999', { act: 'remove-name' })).status).toBe(404);
    expect(await everything()).toBe(before);
  });

  test('a form that another site makes the browser send is refused', async () => {
    const before = await everything();
    const cookie = await cookieFor(server, administrator.person);
    const withSession = await everything();
    for (const [path, fields] of [...ACTS, ['/account', { act: 'end-others' }] as const])
      for (const origin of ['https://evil.example', 'null'])
        expect(
          await fetch(server.url + path, {
            method: 'POST',
            body: new URLSearchParams(fields),
            headers: { Cookie: cookie, Origin: origin },
            redirect: 'manual',
          }).then(({ status }) => status),
        ).toBe(403);
    expect(await everything()).toBe(withSession);
    expect(withSession).not.toBe(before);
  });
});

describe('an invitation', () => {
  test('shows its link once, lets one person in with the invited role and address, and is recorded', async () => {
    const answer = await administrator.post('/people', INVITED);
    expect([answer.status, answer.text]).toEqual([
      200,
      expect.stringContaining('Grace Hopper is invited as a reviewer.'),
    ]);
    const link = invited(answer);
    expect(link).toMatch(new RegExp(`^${server.url}/welcome/[\\w-]{43}$`));
    expect(await newestChange()).toEqual({
      kind: 'person invited',
      person: administrator.person.id,
      reason: 'Grace Hopper, as a reviewer',
    });
    const again = await administrator.get('/people');
    expect(again.text).toContain('grace@example.gov.uk Reviewer Mary Somerville 30 November 2026 at 12:0');
    expect(again.html).not.toContain(pathOf(link));

    const grace = visitor(server);
    const form = await grace.get(pathOf(link));
    expect(form.html).toContain('value="Grace Hopper"');
    expect(form.text).toContain('You will sign in with the email address grace@example.gov.uk');
    const joined = await grace.post(pathOf(link), {
      name: 'Grace M. Hopper',
      email: 'eve@example.gov.uk',
      password: PASSWORD,
    });
    expect([joined.status, joined.location]).toEqual([302, '/']);
    const account = await grace.get('/account');
    for (const words of ['Grace M. Hopper', 'grace@example.gov.uk', 'Reviewer', 'This browser'])
      expect(account.text).toContain(words);
    expect(await newestChange()).toMatchObject({ kind: 'person joined', reason: 'As a reviewer' });

    const used = await visitor(server).post(pathOf(link), { name: 'Eve', password: PASSWORD });
    expect([used.status, used.text]).toEqual([410, expect.stringContaining('This link has been used')]);
    expect(used.text).toContain('ask an administrator of this tracker for a new one');
    expect(used.text).not.toContain('restart it');
  });

  test('the page that shows the link is kept in no cache', async () => {
    const answer = await fetch(`${server.url}/people`, {
      method: 'POST',
      body: new URLSearchParams({ ...INVITED, email: 'cached@example.gov.uk' }),
      headers: { Cookie: await cookieFor(server, administrator.person) },
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('id="one-time-link"')]);
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
  });

  test('a new one for the same address ends the earlier one', async () => {
    const email = 'twice@example.gov.uk';
    const first = invited(await administrator.post('/people', { ...INVITED, email }));
    const second = invited(await administrator.post('/people', { ...INVITED, email: ' Twice@Example.gov.uk' }));
    const ended = await visitor(server).get(pathOf(first));
    expect([ended.status, ended.text]).toEqual([410, expect.stringContaining('This link has expired')]);
    expect((await visitor(server).get(pathOf(second))).status).toBe(200);
  });

  test('is refused for an address that has an account, of somebody who left too, keeping what was typed', async () => {
    const there = await subject('Charles Wheatstone');
    const fields = { ...INVITED, email: there.person.email.toUpperCase() };
    const page = await administrator.post('/people', fields);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Somebody has an account with this email address already');
    expect(page.html).toContain('value="Grace Hopper"');
    await administrator.post(there.path, { act: 'leave', seen: '1' });
    expect((await administrator.post('/people', fields)).text).toContain('let them back');
  });
});

describe('a person', () => {
  test('gets another role, which counts from their next page on', async () => {
    const her = await subject('Caroline Herschel');
    expect((await her.get('/people')).status).toBe(403);
    const answer = await administrator.post(her.path, { act: 'role', role: 'reviewer', seen: '1' });
    expect([answer.status, answer.location]).toEqual([302, `${her.path}?done=role`]);
    expect((await her.get('/people')).status).toBe(200);
    expect(await newestChange()).toMatchObject({
      kind: 'role changed',
      reason: 'Caroline Herschel, from internal reader to reviewer',
    });
    expect((await administrator.get(her.path)).text).toMatch(
      /Became a reviewer Mary Somerville.*Joined as an internal/,
    );
  });

  test('is not changed by somebody who has not seen what stands', async () => {
    const her = await subject('Ada Byron');
    await administrator.post(her.path, { act: 'role', role: 'reviewer', seen: '1' });
    const before = await everything();
    const late = await administrator.post(her.path, { act: 'leave', seen: '1' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Somebody else changed the role')]);
    expect(await everything()).toBe(before);
  });

  test('who holds a post: the post stands on their pages, and whoever notes that they left is told', async () => {
    const her = await subject('Kathleen Lonsdale');
    expect((await administrator.get(her.path)).text).not.toContain('Hand it over as well');
    const post = await withDatabase(server, (db) =>
      makePost(db, administrator.person, { title: 'Director of Crystals', person: her.person.id }),
    );
    const held = 'Director of Crystals (NHS England) , from 1 April 2026';
    for (const page of [await administrator.get(her.path), await her.get('/account')]) {
      expect(page.text).toContain(held);
      expect(page.html).toContain(`href="/posts/${post}"`);
    }
    expect((await administrator.get(her.path)).text).toContain('Hand it over as well');
  });

  test('leaves: signed out everywhere at once, cannot sign in, and can be let back', async () => {
    const him = await subject('Isaac Newton');
    expect((await him.get('/account')).status).toBe(200);
    await administrator.post(him.path, { act: 'leave', seen: '1' });
    expect((await him.get('/account')).status).toBe(302);
    const credentials = { email: him.person.email, password: PASSWORD };
    expect((await visitor(server).post('/sign-in', credentials)).status).toBe(400);
    const page = await administrator.get(him.path);
    expect(page.text).toContain('Let them back');
    expect(page.text).not.toContain('Note that they left');
    await administrator.post(him.path, { act: 'role', role: 'reviewer', seen: '2' });
    expect((await visitor(server).post('/sign-in', credentials)).status).toBe(302);
    expect((await him.get('/account')).status).toBe(302);
    expect((await administrator.get(him.path)).text).toContain('Came back as a reviewer');
  });

  test('whose name was taken off is named to signed-in readers only, on every page that names an author', async () => {
    const her = await signedInAs(server, 'reviewer', 'Mary Anning');
    const recorded = await her.post('/milestones/DAT-1.4', {
      act: 'later-date',
      seen: '2',
      'value.year': '2027',
      'saidOn.year': '2026',
      reason: 'As announced',
    });
    expect([recorded.status, recorded.location]).toEqual([302, '/milestones/DAT-1.4?recorded=3']);
    const pages = ['/changes', '/milestones/DAT-1.4', '/recommendations/DAT-1/history'];
    const named = async (who: Visitor) =>
      Promise.all(pages.map(async (path) => (await who.get(path)).html.includes('Mary Anning')));
    expect(await named(visitors['signed out'])).toEqual([true, true, true]);
    await administrator.post(`/people/${her.person.id}`, { act: 'remove-name' });
    expect(await named(visitors['signed out'])).toEqual([false, false, false]);
    expect((await visitors['signed out'].get('/changes')).text).toContain('A member of the team at the time');
    expect(await named(visitors['internal reader'])).toEqual([true, true, true]);
    const twice = await administrator.post(`/people/${her.person.id}`, { act: 'remove-name' });
    expect([twice.status, twice.text]).toEqual([400, expect.stringContaining('not on public pages already')]);
  });
});

describe('changes about people', () => {
  const KINDS = ['person invited', 'person joined', 'role changed', 'person left', 'name removed'];
  const count = (text: string) => Number(/([\d,]+) changes?\./.exec(text)?.[1]?.replace(',', ''));

  test('are listed and counted for signed-in readers only, whatever the address asks for', async () => {
    const out = await visitors['signed out'].get('/changes');
    const all = await visitors['internal reader'].get('/changes');
    expect(count(all.text)).toBeGreaterThan(count(out.text));
    for (const kind of KINDS) {
      const path = `/changes?kind=${encodeURIComponent(kind)}`;
      const refused = await visitors['signed out'].get(path);
      expect([kind, refused.status, count(refused.text)]).toEqual([kind, 200, 0]);
      expect(out.html).not.toContain(`value="${kind}"`);
      expect(count((await visitors['internal reader'].get(path)).text)).toBeGreaterThan(0);
    }
    for (const words of ['Grace Hopper', 'Isaac Newton', '@example.gov.uk']) expect(out.html).not.toContain(words);
  });

  test('never hold an email address', async () => {
    const reasons = await withDatabase(server, (db) => db.selectFrom('change').select('reason').execute());
    expect(reasons.filter(({ reason }) => reason?.includes('@'))).toEqual([]);
  });
});
