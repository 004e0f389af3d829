import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeQuarter } from '#app/domain/closing/close-quarter.server.ts';
import { correctQuarter } from '#app/domain/closing/correct-quarter.server.ts';
import { publishQuarter } from '#app/domain/closing/publish-quarter.server.ts';
import { FORMAT_WORDS, SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import { maker } from '#app/summary-maker.server.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { findQuarterFile } from '#db/queries/find-quarter-file.ts';
import { ENDED } from '../helpers/commissioned.ts';
import { type Cycle, makeCycle } from '../helpers/cycle.ts';
import { getPage, linksOf, tableIn } from '../helpers/html.ts';
import { anotherBrowserOf, cookieFor, withDatabase } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import type { Visitor } from '../helpers/visitor.ts';

/** A quarter that was never commissioned. */
const PAST = '2019-20-Q3';
const PAGE = `/quarters/${ENDED}`;

let server: RunningServer;
let cycle: Cycle;
let reader: Visitor;
let cookie: string;
beforeAll(async () => {
  server = await startServer();
  cycle = await withDatabase(server, makeCycle);
  reader = await anotherBrowserOf(server, cycle.reader);
  cookie = await cookieFor(server, cycle.reader);
}, 60_000);
afterAll(() => server?.stop({ expectErrors: true }));

const signedOut = (path: string) => getPage(server.url + path);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Fetched {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** A file as it comes over the wire, for somebody who is signed in unless said otherwise. */
async function file(path: string, headers: Record<string, string> = { Cookie: cookie }): Promise<Fetched> {
  const response = await fetch(server.url + path, { headers, redirect: 'manual' });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

const manifest = async (path: string, headers?: Record<string, string>) =>
  JSON.parse((await file(path, headers)).bytes.toString('utf8'));

/** Every file that a manifest names, fetched, must be what the manifest says; their hashes by address. */
async function expectServed(of: string, query: string): Promise<Map<string, string>> {
  const served = new Map<string, string>();
  const { audiences } = await manifest(`/quarters/${of}/manifest.json${query && `?${query}`}`);
  for (const [audience, files] of Object.entries<Listed[]>(audiences)) {
    expect(files.map(({ name }) => name).sort()).toEqual(SUMMARY_FORMATS.map((format) => `summary.${format}`).sort());
    for (const { name, mediaType, bytes, sha256: hash } of files) {
      const path = `/quarters/${of}/${name}?audience=${audience}${query && `&${query}`}`;
      const got = await file(path);
      expect([path, got.status, got.bytes.length, sha256(got.bytes)]).toEqual([path, 200, bytes, hash]);
      expect(got.headers.get('Content-Type')).toBe(mediaType);
      expect(got.headers.get('ETag')).toBe(`"${hash}"`);
      served.set(path, hash);
    }
  }
  return served;
}

type Listed = { name: string; mediaType: string; bytes: number; sha256: string };

/** Something that the office does to the quarter, as if it had looked a moment before. */
async function office(act: (seen: number, db: Parameters<typeof findNewestChange>[0]) => Promise<unknown>) {
  await withDatabase(server, async (db) => act(await findNewestChange(db), db));
  // Making files takes long, and the server may have closed connections that fetch still counts on.
  await setImmediate();
}
const reviewer = () => ({ person: cycle.office, now: NOON, today: TODAY });

describe('whom a summary is for', () => {
  test('everybody has the publication, people who are signed in the board’s, each with the others beside it', async () => {
    const everybody = await signedOut(`/quarters/${PAST}`);
    expect(everybody.text).toContain('Reconstructed. Put together later from published sources');
    expect(everybody.html).not.toContain('For ministers');
    const inside = await reader.get(`/quarters/${PAST}`);
    expect(inside.html).toMatch(/aria-current="page"[^>]*>For the board</);
    for (const audience of ['ministers', 'publication'])
      expect(linksOf(inside)).toContain(`/quarters/${PAST}?audience=${audience}`);
  });

  test.each(['board', 'ministers'])('the %s’s asks for sign-in, as a page and as a file', async (audience) => {
    for (const path of [PAGE, ...SUMMARY_FORMATS.map((format) => `${PAGE}/summary.${format}`)]) {
      const { status, headers } = await file(`${path}?audience=${audience}`, {});
      const next = new URLSearchParams({ next: `${path}?audience=${audience}` });
      expect([status, headers.get('Location')]).toEqual([302, `/sign-in?${next}`]);
    }
  });

  test('somebody else is nobody: 400 in words, for files too', async () => {
    for (const path of [PAGE, `${PAGE}/summary.csv`]) {
      const page = await signedOut(`${path}?audience=press`);
      expect([page.status, page.text]).toEqual([400, expect.stringContaining('There is no summary for “press”.')]);
    }
  });

  test('only the office reads what an owner said, and not in the publication', async () => {
    expect((await reader.get(PAGE)).text).toContain('The board met and agreed the plan.');
    expect((await reader.get(`${PAGE}?audience=publication`)).text).not.toContain('The board met and agreed the plan.');
    expect((await signedOut(PAGE)).text).not.toContain('The board met and agreed the plan.');
  });
});

describe('while a quarter is not closed', () => {
  test('the files are made as they are asked for, always the same, and the manifest has their bytes and hashes', async () => {
    const first = await expectServed(ENDED, '');
    expect(first.size).toBe(3 * SUMMARY_FORMATS.length);
    expect(await expectServed(ENDED, '')).toEqual(first);
    expect(await manifest(`${PAGE}/manifest.json`)).toMatchObject({
      marking: 'OFFICIAL',
      version: null,
      standing: 'draft',
    });
    expect(Object.keys((await manifest(`${PAGE}/manifest.json`, {})).audiences)).toEqual(['publication']);
  }, 60_000);

  test('each is sent to be kept, under a name that says what it is', async () => {
    for (const format of SUMMARY_FORMATS) {
      const { headers } = await file(`${PAGE}/summary.${format}?audience=ministers`);
      expect(headers.get('Content-Disposition')).toBe(
        `attachment; filename="OFFICIAL-${ENDED}-summary-ministers.${format}"`,
      );
      expect(headers.get('Content-Type')).toBe(FORMAT_WORDS[format].mediaType);
    }
    const open = await file(`${PAGE}/summary.csv`, {});
    expect(open.headers.get('Content-Disposition')).toBe(`attachment; filename="${ENDED}-summary.csv"`);
  });

  test('who has the file already is told so', async () => {
    const ETag = (await file(`${PAGE}/summary.json`)).headers.get('ETag') ?? '';
    const again = await file(`${PAGE}/summary.json`, { Cookie: cookie, 'If-None-Match': ETag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('there is no version of it: 404 in words', async () => {
    for (const version of ['1', '0', 'newest', '1e0']) {
      const page = await reader.get(`${PAGE}?version=${version}`);
      expect([page.status, page.text]).toEqual([
        404,
        expect.stringContaining(`no version “${version}” of this summary`),
      ]);
    }
  });
});

describe('once it is closed', () => {
  beforeAll(async () => {
    await office((seen, db) => closeQuarter(db, { quarter: ENDED, seen }, reviewer(), maker));
  }, 60_000);

  test('people who are signed in have version 1, everybody else what is published so far', async () => {
    const inside = await reader.get(`${PAGE}?done=close`);
    expect(inside.text).toContain('The quarter is closed.');
    expect(inside.text).toContain('Version 1.');
    expect(inside.text).toContain('The summary above is frozen.');
    const everybody = await signedOut(PAGE);
    expect(everybody.text).toContain('What is published of this quarter so far');
    expect((await signedOut(`${PAGE}?version=1`)).status).toBe(404);
    expect((await reader.get('/quarters')).text).toContain('Version 1, closed on 23 November 2026');
    expect((await signedOut('/quarters')).text).not.toContain('Version 1');
  });

  test('what was published is for everybody; a correction stands beside what it corrects', async () => {
    await office((_, db) =>
      publishQuarter(db, { quarter: ENDED, fields: ['achieved', 'assessment'], seen: 1 }, reviewer(), maker),
    );
    const published = await signedOut(PAGE);
    expect(published.text).toContain('Version 1.');
    expect(published.text).toContain('The board met and agreed the plan.');
    const first = await expectServed(ENDED, 'version=1');
    expect(first.size).toBe(3 * SUMMARY_FORMATS.length);

    const words = 'Delivery is slower than the board was told.';
    const correction = { quarter: ENDED, reason: 'The assessment was left out.', assessment: words, fields: null };
    await office((seen, db) => correctQuarter(db, { ...correction, seen }, reviewer(), maker));
    const corrected = await reader.get(PAGE);
    expect(corrected.text).toContain('Corrected on 23 November 2026: The assessment was left out.');
    expect(tableIn(corrected, 'version')[0]).toEqual(['Where', 'What', 'First published', 'Corrected']);
    expect(tableIn(corrected, 'version').join()).toContain(words);
    expect(corrected.text).toContain('Version 1 can still be had');
    expect((await reader.get(`${PAGE}?version=1`)).text).toContain('It was corrected: see version 2');
    expect((await signedOut('/quarters')).text).toContain('Version 2, corrected on 23 November 2026');
    expect(await expectServed(ENDED, 'version=1')).toEqual(first);
  }, 60_000);

  test('the files are the same bytes after a restart and after renames', async () => {
    const before = [...(await expectServed(ENDED, 'version=1')), ...(await expectServed(ENDED, 'version=2'))];
    const { databaseFile } = server;
    await server.stop({ expectErrors: true });
    server = await startServer({ database: databaseFile });
    await withDatabase(server, async (db) => {
      await db.updateTable('theme').set({ name: 'Another name' }).where('code', '=', 'DAT').execute();
      await db.updateTable('organisation').set({ name: 'Another office' }).where('code', '=', 'OLS').execute();
    });
    expect([...(await expectServed(ENDED, 'version=1')), ...(await expectServed(ENDED, 'version=2'))]).toEqual(before);
    expect((await signedOut(PAGE)).text).not.toContain('Another name');
    expect((await signedOut(`/quarters/${PAST}`)).text).toContain('Another name');
  }, 60_000);

  test('a file that is not what was frozen is not sent: 500 in words, and in the log', async () => {
    await withDatabase(server, async (db) => {
      const key = { quarter: ENDED, version: 1, audience: 'board', name: 'summary.csv' } as const;
      const flipped = Buffer.from((await findQuarterFile(db, key))?.bytes ?? []);
      flipped[9] = (flipped[9] ?? 0) ^ 1;
      await db
        .updateTable('quarterFile')
        .set({ bytes: flipped })
        .where('name', '=', key.name)
        .where('audience', '=', key.audience)
        .where('version', '=', key.version)
        .execute();
    });
    const damaged = await file(`${PAGE}/summary.csv?audience=board&version=1`);
    expect([damaged.status, damaged.bytes.toString('utf8')]).toEqual([
      500,
      expect.stringContaining('is damaged in the store'),
    ]);
    expect(server.output()).toContain('is damaged in the store');
    expect((await file(`${PAGE}/summary.csv?audience=board&version=2`)).status).toBe(200);
  });
});
