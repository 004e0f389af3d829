import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;
let reader: SignedInVisitor;
beforeAll(async () => {
  server = await startServer({ env: { TRUST_PROXY: '1' } });
  reader = await signedInAs(server, 'internal reader');
});
afterAll(() => server?.stop());
beforeEach(() => withDatabase(server, (db) => db.deleteFrom('failedSignIn').execute()));

/** Each try comes from an address of its own when none is given: the limit for each minute is another matter. */
let tries = 0;
const someAddress = () => `198.51.100.${++tries % 250}`;

async function tryToSignIn(email: string, password = 'wrong!horse!battery', from = someAddress()) {
  const response = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    headers: { 'X-Forwarded-For': from },
    redirect: 'manual',
  });
  return { status: response.status, html: await response.text() };
}

const statuses = async (count: number, attempt: () => ReturnType<typeof tryToSignIn>) => {
  const answers: number[] = [];
  for (let n = 0; n < count; n++) answers.push((await attempt()).status);
  return answers;
};

/** As if everything counted so far had happened so many minutes earlier. */
const backdate = (minutes: number) =>
  withDatabase(server, async (db) => {
    for (const { number, failedAt } of await db.selectFrom('failedSignIn').selectAll().execute())
      await db
        .updateTable('failedSignIn')
        .set({ failedAt: new Date(Date.parse(failedAt) - minutes * 60_000).toISOString() })
        .where('number', '=', number)
        .execute();
  });

describe('after five refused sign-ins for an account', () => {
  test('a sixth is answered 429 with when to try again, the same for known and unknown addresses', async () => {
    const pages = await Promise.all(
      [reader.person.email, 'nobody@example.gov.uk'].map(async (email) => {
        expect(await statuses(5, () => tryToSignIn(email))).toEqual([400, 400, 400, 400, 400]);
        const page = await tryToSignIn(email);
        expect(page.status).toBe(429);
        expect(page.html).toMatch(/<title>Error: Sign in/);
        return page.html.replaceAll(email, 'EMAIL').replace(/12:\d\d/g, 'TIME');
      }),
    );
    expect(pages[0]).toContain('There were too many tries.');
    expect(pages[0]).toContain('until TIME. Try again then');
    expect(pages[0]).toBe(pages[1]);
  });

  test('the right password is refused too, however the address is written, until the fifteen minutes are over', async () => {
    const { email } = reader.person;
    await statuses(5, () => tryToSignIn(` ${email.toUpperCase()} `));
    expect((await tryToSignIn(email, PASSWORD)).status).toBe(429);
    await backdate(14);
    expect((await tryToSignIn(email, PASSWORD)).status).toBe(429);
    await backdate(1);
    expect((await tryToSignIn(email, PASSWORD)).status).toBe(302);
    const left = await withDatabase(server, (db) => db.selectFrom('failedSignIn').selectAll().execute());
    expect(left).toEqual([]);
  });

  test('sent at once no more than five passwords are looked at', async () => {
    const { email } = reader.person;
    const all = await Promise.all(Array.from({ length: 20 }, () => tryToSignIn(email)));
    expect(all.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('others still sign in; a right password before the fifth makes the count begin anew', async () => {
    const { email } = reader.person;
    await statuses(5, () => tryToSignIn('nobody@example.gov.uk'));
    await statuses(4, () => tryToSignIn(email));
    expect((await tryToSignIn(email, PASSWORD)).status).toBe(302);
    expect(await statuses(4, () => tryToSignIn(email))).toEqual([400, 400, 400, 400]);
    expect((await tryToSignIn(email, PASSWORD)).status).toBe(302);
  });
});

describe('after twenty refused sign-ins from one network address', () => {
  test('nobody signs in from there, and everybody from elsewhere', async () => {
    const from = '203.0.113.7';
    let n = 0;
    const guess = () => tryToSignIn(`somebody-${++n}@example.gov.uk`, undefined, from);
    expect(new Set(await statuses(20, guess))).toEqual(new Set([400]));
    expect((await tryToSignIn(reader.person.email, PASSWORD, from)).status).toBe(429);
    expect((await tryToSignIn(reader.person.email, PASSWORD)).status).toBe(302);
  });

  test('an IPv6 network counts as one address', async () => {
    let n = 0;
    const guess = () => tryToSignIn(`else-${++n}@example.gov.uk`, undefined, `2001:db8:1:2::${n}`);
    await statuses(20, guess);
    expect((await guess()).status).toBe(429);
  });
});

test('without a trusted proxy nobody chooses their address by a header', async () => {
  const open = await startServer({ database: server.databaseFile });
  const from = (n: number) =>
    fetch(`${open.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ email: `third-${n}@example.gov.uk`, password: 'wrong!horse!battery' }),
      headers: { 'X-Forwarded-For': `192.0.2.${n}` },
    });
  for (let n = 1; n <= 20; n++) expect((await from(n)).status).toBe(400);
  expect((await from(21)).status).toBe(429);
  await open.stop();
});
