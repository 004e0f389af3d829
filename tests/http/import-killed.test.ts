import { statSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { pageOf } from '../helpers/html.ts';
import { strategyFolder } from '../helpers/imports.ts';
import { anotherBrowserOf, cookieFor, type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

/** A file of 10,000 rows, and a server that is killed in the middle of it. */

let server: RunningServer;
afterEach(() => server?.stop());

const PROMISES = 5_000;
const codes = Array.from({ length: PROMISES }, (_, i) => `BIG-${i + 1}`);
const FILE = strategyFolder(
  {
    milestones: [
      ['code', 'recommendation', 'position', 'title', 'note'],
      ...codes.map((code, i) => [code, 'SKI-1', String(i + 100), `Made-up promise ${i + 1}, a sentence long`, '']),
    ],
    milestone_dates: [
      ['milestone', 'kind', 'value', 'said_on', 'confirmation', 'source', 'note'],
      ...codes.map((code, i) => [code, 'baseline', `${2027 + (i % 5)}-06`, '2026-11', 'memory', '', '']),
    ],
  },
  1,
);

async function send(office: SignedInVisitor): Promise<string> {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(FILE)], 'ten thousand rows.zip'));
  const headers = { Cookie: await cookieFor(server, office.person) };
  const answer = await fetch(`${server.url}/import`, { method: 'POST', body, headers, redirect: 'manual' });
  expect(answer.status).toBe(302);
  return answer.headers.get('Location') ?? '';
}

/** What the database holds of the file: nothing of it, or all of it, and whether the file says so. */
const held = () =>
  withDatabase(server, async (db) => {
    const count = async (table: 'milestone' | 'milestoneFact') =>
      (await db.selectFrom(table).select('change').execute()).filter(({ change }) => change > 1).length;
    const rows = await db.selectFrom('import').select(['change', 'found', 'bytes']).execute();
    return {
      ...{ milestones: await count('milestone'), dates: await count('milestoneFact') },
      files: rows.map(({ change, bytes }) => ({ isAccepted: change !== null, waits: bytes !== null })),
    };
  });

const again = async () => {
  const database = server.databaseFile;
  server = await startServer({ database });
};

/** The page once the file is read. */
async function read(path: string, office: SignedInVisitor) {
  const browser = await anotherBrowserOf(server, office.person);
  for (;;) {
    const page = await browser.get(path);
    if (!page.html.includes('data-reload-after')) return page;
  }
}

test('killed while the file is read: it waits whole, and is read again by the next server', async () => {
  server = await startServer();
  const office = await signedInAs(server, 'reviewer');
  const path = await send(office);
  const looking = fetch(server.url + path, { headers: { Cookie: await cookieFor(server, office.person) } }).then(
    pageOf,
    () => null,
  );
  await server.kill();
  await looking;
  await again();
  expect(await held()).toEqual({ milestones: 0, dates: 0, files: [{ isAccepted: false, waits: true }] });
  const page = await read(path, office);
  expect(page.text).toContain('10,000');
  expect(await held()).toMatchObject({ milestones: 0, dates: 0 });
});

test('killed while it is accepted: all of it is in the record, or nothing', async () => {
  server = await startServer();
  const office = await signedInAs(server, 'reviewer');
  const path = await send(office);
  const page = await read(path, office);
  const seen = /name="seen" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const body = new URLSearchParams({ seen, reason: 'As agreed', act: 'accept' });
  const headers = { Cookie: await cookieFor(server, office.person) };
  const accepting = fetch(server.url + path, { method: 'POST', body, headers, redirect: 'manual' }).then(
    ({ status }) => status,
    () => null,
  );
  // The write-ahead log grows while the rows are stored.
  await growth(server);
  await server.kill();
  const answered = await accepting;
  await again();
  const after = await held();
  const [file] = after.files;
  expect([after.milestones, after.dates]).toEqual(file?.isAccepted ? [PROMISES, PROMISES] : [0, 0]);
  if (answered === 302) expect(file?.isAccepted).toBe(true);
  expect(file?.waits).toBe(!file?.isAccepted);
});

/** Waits until the server has begun to write. */
async function growth({ databaseFile }: RunningServer): Promise<void> {
  const size = () => statSync(`${databaseFile}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const before = size();
  while (size() === before) await new Promise((resolve) => setImmediate(resolve));
}
