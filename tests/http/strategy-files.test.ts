import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '#app/domain/strategy/definition.ts';
import { readDefinition } from '#app/domain/strategy/read-definition.server.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { checklistFaults } from '../../scripts/lib/spreadsheet-checklist.ts';
import { cookieFor, signedInAs, withDatabase } from '../helpers/people.ts';
import { readBack } from '../helpers/read-workbook.ts';
import { FILES } from '../helpers/sample-definition.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { tableCells } from '../helpers/strategy-sheets.ts';

const BOOKS = ['ods', 'xlsx'] as const;
const FORMATS = [...BOOKS, 'zip'] as const;
const MEDIA = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

let server: RunningServer;
let cookie: string;
let definition: Definition;
let change: number;
beforeAll(async () => {
  server = await startServer();
  const reader = await signedInAs(server, 'internal reader');
  cookie = await cookieFor(server, reader.person);
  definition = await withDatabase(server, (db) => readDefinition(db));
  change = await withDatabase(server, findNewestChange);
});
afterAll(() => server?.stop());

const ask = (path: string, Cookie = cookie) => fetch(server.url + path, { headers: { Cookie }, redirect: 'manual' });
const bytesOf = async (path: string) => new Uint8Array(await (await ask(path)).arrayBuffer());

describe.each(FORMATS)('the whole strategy as %s', (format) => {
  test('is for people who are signed in: others are led to sign in', async () => {
    const answer = await ask(`/strategy.${format}`, '');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe(`/sign-in?next=%2Fstrategy.${format}`);
    expect((await ask(`/strategy.${format}`)).status).toBe(200);
  });

  test('has its type, and a name with the marking, the strategy and the day', async () => {
    const { headers } = await ask(`/strategy.${format}`);
    expect(headers.get('Content-Type')).toBe(MEDIA[format]);
    expect(headers.get('Content-Disposition')).toBe(
      `attachment; filename="OFFICIAL-LSIS-strategy-2026-11-23.${format}"`,
    );
  });

  test('is the same each time while nothing is recorded', async () => {
    const [first, second] = [await bytesOf(`/strategy.${format}`), await bytesOf(`/strategy.${format}`)];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });
});

describe.each(BOOKS)('the workbook as %s', (format) => {
  test('has every cell of the strategy, read by another library', async () => {
    const back = readBack(await bytesOf(`/strategy.${format}`));
    for (const file of FILES)
      expect([file, tableCells(file, back)]).toEqual([file, definition[file].map(({ cells }) => cells)]);
  });

  test('says what it was made from, and its marking on every sheet', async () => {
    const back = readBack(await bytesOf(`/strategy.${format}`));
    expect(back.get('Cover')?.slice(-3)).toEqual([
      ['Strategy code', 'LSIS'],
      ['Made from change', String(change)],
      ['Made on', '2026-11-23'],
    ]);
    for (const [name, rows] of back) expect([name, rows[1]?.[0]]).toEqual([name, 'OFFICIAL']);
  });

  test('passes the checklist of accessible spreadsheets for a workbook to fill in', async () => {
    expect(checklistFaults(await bytesOf(`/strategy.${format}`), format, { toFillIn: true })).toEqual([]);
  });
});

test('the folder has a CSV file for each sheet, and says its marking', async () => {
  const files = unzipSync(await bytesOf('/strategy.zip'));
  expect(Object.keys(files)).toEqual(['about.csv', ...FILES].map((file) => `LSIS/${file}`));
  expect(strFromU8(files['LSIS/about.csv'] ?? new Uint8Array())).toContain('\r\nMarking,OFFICIAL\r\n');
});

test.each(['/about', '/recommendations'])('%s leads to the files, for people who are signed in', async (path) => {
  const html = async (as: string) => (await ask(path, as)).text();
  for (const format of FORMATS) {
    expect(await html(cookie)).toContain(`href="/strategy.${format}"`);
    expect(await html('')).not.toContain(`/strategy.${format}`);
  }
});

test('in a demonstration every sheet says that it is one, and so does the folder', async () => {
  await withDatabase(server, (db) => db.insertInto('demonstration').values({ madeOn: '2026-11-23', change }).execute());
  const words = 'Demonstration: people, posts and returns are made up.';
  for (const format of BOOKS)
    for (const [name, rows] of readBack(await bytesOf(`/strategy.${format}`)))
      expect([name, rows[2]?.[0]]).toEqual([name, words]);
  const files = unzipSync(await bytesOf('/strategy.zip'));
  expect(strFromU8(files['LSIS/about.csv'] ?? new Uint8Array())).toContain(`\r\nDemonstration,"${words}"\r\n`);
});
