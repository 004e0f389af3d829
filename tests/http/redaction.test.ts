import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawlSignedOut } from '../helpers/crawl.ts';
import { reword } from '../helpers/imports.ts';
import { type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { visitor } from '../helpers/visitor.ts';

const PLANTED = 'Mr Imaginary Person, 07700 900123';

let server: RunningServer;
let administrator: SignedInVisitor;
let reviewer: SignedInVisitor;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'info' } });
  administrator = await signedInAs(server, 'administrator', 'Katherine Johnson');
  reviewer = await signedInAs(server, 'reviewer');
  await withDatabase(server, async (db) => {
    await reword(db, reviewer.person, 'DAT-2', { summary: `Ask ${PLANTED}.` });
    await reword(db, reviewer.person, 'DAT-2', { title: `Ask ${PLANTED}`, summary: `Ask ${PLANTED} again.` });
  });
});
afterAll(() => server?.stop());

const PAGES = ['/recommendations/DAT-2', '/recommendations/DAT-2/history', '/changes', '/search?q=imaginary'];
const find = (text: string, who = administrator) => who.post('/redact', { act: 'find', text });
const seenIn = (html: string): string => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';

test('only an administrator finds the page', async () => {
  expect((await visitor(server).get('/redact')).status).toBe(302);
  expect((await reviewer.get('/redact')).status).toBe(403);
  const refused = await find(PLANTED, reviewer);
  expect([refused.status, refused.html.includes('may not remove a text')]).toEqual([403, true]);
  expect((await reviewer.get('/changes')).html).not.toContain('href="/redact"');
  expect((await administrator.get('/changes')).html).toContain('href="/redact"');
});

test('what is too short, of several lines or without a reason is refused, with what was typed', async () => {
  expect((await find('Mr')).text).toContain('Enter 4 characters or more');
  expect((await find('one line\nand another')).text).toContain('Enter one line');
  const { html } = await find(PLANTED);
  const without = await administrator.post('/redact', { act: 'remove', text: PLANTED, seen: seenIn(html), reason: '' });
  expect([without.status, without.text.includes('it stands where the text was')]).toEqual([400, true]);
  expect(without.html).toContain(PLANTED);
  expect((await find('Nobody wrote this')).text).toContain('Nothing in the record holds this text');
});

test('a text goes from every page, the history, the search and the log', async () => {
  for (const path of PAGES)
    expect([path, (await administrator.get(path)).html.includes('Imaginary')]).toEqual([path, true]);
  const found = await find(PLANTED);
  expect(found.text).toContain('recommendation revision: summary');
  const fields = { act: 'remove', text: PLANTED, reason: 'personal data', seen: seenIn(found.html) };
  const stale = await administrator.post('/redact', { ...fields, seen: '1' });
  expect([stale.status, stale.text.includes('Look again')]).toEqual([409, true]);
  const done = await administrator.post('/redact', fields);
  expect([done.status, done.location]).toEqual([302, expect.stringMatching(/^\/redact\?done=\d+$/)]);
  expect((await administrator.get(done.location ?? '')).text).toContain('The text is removed');
  const read = await administrator.get('/recommendations/DAT-2');
  expect(read.text).toContain('Ask [removed on 23 November 2026: personal data] again.');
  for (const path of PAGES)
    expect([path, (await administrator.get(path)).html.includes('Imaginary')]).toEqual([path, false]);
  for (const [path, { html }] of await crawlSignedOut(server, ['/', '/changes']))
    expect([path, html.includes('Imaginary')]).toEqual([path, false]);
  expect(server.output()).not.toContain('Imaginary');
});
