import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cycle, commandsOf, makeCycle, QUARTER } from '../helpers/cycle.ts';
import { anotherBrowserOf, cookieFor, withDatabase } from '../helpers/people.ts';
import { readBack } from '../helpers/read-workbook.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import type { Visitor } from '../helpers/visitor.ts';

const PEOPLE = ['owner', 'contributor', 'otherOwner', 'reader', 'office'] as const;
type Who = (typeof PEOPLE)[number];
const WORKBOOK = `/returns/${QUARTER}/workbook`;

let server: RunningServer;
let cycle: Cycle;
const as = {} as Record<Who, Visitor>;
const cookies = {} as Record<Who, string>;
beforeAll(async () => {
  server = await startServer();
  cycle = await withDatabase(server, makeCycle);
  for (const who of PEOPLE) {
    as[who] = await anotherBrowserOf(server, cycle[who]);
    cookies[who] = await cookieFor(server, cycle[who]);
  }
});
afterAll(() => server?.stop());

const fetched = (path: string, who: Who) => fetch(server.url + path, { headers: { Cookie: cookies[who] } });

describe.each(['ods', 'xlsx'] as const)('the workbook as %s', (format) => {
  const sheetsOf = async (who: Who) => {
    const response = await fetched(`${WORKBOOK}.${format}`, who);
    return { response, sheets: readBack(new Uint8Array(await response.arrayBuffer())) };
  };

  test('is a file named by marking and quarter, with a sheet for each return of the owner', async () => {
    const { response, sheets } = await sheetsOf('owner');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="OFFICIAL-${QUARTER}-returns.${format}"`,
    );
    expect(response.headers.get('Content-Type')).toMatch(/spreadsheet/);
    expect(response.headers.get('Cache-Control')).toContain('no-store');
    expect([...sheets.keys()]).toEqual(['Instructions', 'Contents', 'Notes', 'DAT-1', 'DAT-8']);
    expect(JSON.stringify([...sheets])).toContain('The contract is late by a month.');
  });

  test('a contributor has what their post may write', async () => {
    expect([...(await sheetsOf('contributor')).sheets.keys()].slice(3)).toEqual(['DAT-1']);
  });
});

test('somebody signed out is led to sign in', async () => {
  const got = await fetch(`${server.url}${WORKBOOK}.ods`, { redirect: 'manual' });
  expect([got.status, got.headers.get('Location')]).toEqual([
    302,
    `/sign-in?next=${encodeURIComponent(`${WORKBOOK}.ods`)}`,
  ]);
});

test.each([
  ['reader', `${WORKBOOK}.ods`, 'You hold no post that writes a return'],
  ['office', `${WORKBOOK}.xlsx`, 'You hold no post that writes a return'],
  ['otherOwner', `${WORKBOOK}.ods`, 'Nothing is asked for October to December 2026'],
  ['owner', '/returns/2025-26-Q3/workbook.ods', 'it is not commissioned'],
  ['owner', '/returns/2026-27-Q9/workbook.xlsx', 'is not a quarter'],
] as const)('%s: there is nothing at %s, and the page says why', async (who, path, words) => {
  const page = await as[who].get(path);
  expect([page.status, page.text.includes(words)]).toEqual([404, true]);
  if (!words.includes('not a quarter'))
    expect(page.html).toMatch(/<h1>There is no workbook to fill in.*href="\/returns"/s);
});

test('pages of open returns lead to it and back; others do not', async () => {
  for (const path of ['/returns', `/returns/${QUARTER}/DAT-1`]) {
    const { html } = await as.owner.get(path);
    for (const link of [`${WORKBOOK}.ods`, `${WORKBOOK}.xlsx`, '/import']) expect(html).toContain(`href="${link}"`);
    expect((await as.reader.get(path)).html).not.toContain(`${WORKBOOK}.ods`);
  }
});

test('once all is submitted there is nothing to fill in', async () => {
  await withDatabase(server, (db) => commandsOf(db, cycle).submit('DAT-1'));
  const page = await as.contributor.get(`${WORKBOOK}.ods`);
  expect([page.status, page.text.includes('there is nothing to fill in')]).toEqual([409, true]);
  expect((await as.contributor.get('/returns')).html).not.toContain(`${WORKBOOK}.ods`);
});
