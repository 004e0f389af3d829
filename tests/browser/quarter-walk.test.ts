import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { ENDED as QUARTER } from '../helpers/commissioned.ts';
import { copyTemplate, temporaryFolder } from '../helpers/database.ts';
import { PASSWORD, signedInAs, withDatabase } from '../helpers/people.ts';
import { giveTo, makePost } from '../helpers/posts.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { press, type Scripts } from '../helpers/site-browser.ts';

/** In this order: comes back and passes to another person, is accepted as it is, never comes. */
const [HANDED_OVER, ACCEPTED, MISSING] = ['DAT-6', 'SCI-2', 'DAT-4'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(['on', 'off'] as const)('a whole quarter, with JavaScript %s', (scripts) => {
  let server: RunningServer;
  let office: SignedIn;
  let first: SignedIn;
  let second: SignedIn;
  let successor: SignedIn;
  let reader: SignedIn;
  let post: number;
  let inOffice: Page;
  let database: string;

  beforeAll(async () => {
    database = join(temporaryFolder(), 'strategy.db');
    copyFileSync(copyTemplate(), database);
    server = await startServer({ database });
    office = (await signedInAs(server, 'reviewer', 'Rosalind Franklin')).person;
    first = (await signedInAs(server, 'internal reader', 'Grace Hopper')).person;
    second = (await signedInAs(server, 'internal reader', 'Dorothy Vaughan')).person;
    successor = (await signedInAs(server, 'internal reader', 'Katherine Johnson')).person;
    reader = (await signedInAs(server, 'internal reader', 'Annie Easley')).person;
    await withDatabase(server, async (db) => {
      post = await makePost(db, office, { title: 'Director of Data', person: first.id });
      await giveTo(db, office, { post, recommendations: [HANDED_OVER, MISSING] });
      const other = await makePost(db, office, { title: 'Director of Science', person: second.id });
      await giveTo(db, office, { post: other, recommendations: [ACCEPTED] });
    });
    inOffice = await windowOf(office);
  });
  afterAll(() => server?.stop());

  async function windowOf(person: SignedIn, how: Scripts = scripts): Promise<Page> {
    const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: how !== 'off' });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(person.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await press(page, page.getByRole('main').getByRole('button', { name: 'Sign in' }));
    return page;
  }

  const pressNamed = (page: Page, name: string) => press(page, page.getByRole('button', { name, exact: true }));
  const words = (page: Page) => page.getByRole('main').innerText();

  /** What overview, grid and quarter say to somebody who only reads. */
  async function told(): Promise<{ overview: string; grid: string; quarter: string }> {
    const page = await windowOf(reader);
    const told = { overview: '', grid: '', quarter: '' };
    await page.goto('/');
    told.overview = await words(page);
    await page.goto('/themes/DAT');
    told.grid = (await page.locator('#figure-3').count()) > 0 ? await page.locator('#figure-3').innerText() : '';
    await page.goto(`/quarters/${QUARTER}`);
    const rows = await page.locator('main tr').allInnerTexts();
    told.quarter = [await words(page), ...rows.map((row) => row.replace(/\s+/g, ' '))].join('\n');
    await page.context().close();
    return told;
  }

  async function fillIn(page: Page, code: string, rating: string, achieved: string): Promise<void> {
    await page.goto(`/returns/${QUARTER}/${code}`);
    await page.getByLabel(rating, { exact: true }).check();
    await page.getByLabel('What is the reason for this rating?').fill('The contract is late.');
    await page.getByLabel('What was achieved this quarter?').fill(achieved);
    await page.getByLabel('What comes next?').fill('The contract is signed.');
    await page.getByLabel('What are the risks and issues?').fill('A bid may be late.');
    await page.getByLabel('What is the path to green?').fill('Sign by March.');
    await page.getByLabel('None: no decision and no help is wanted').check();
    for (const same of await page.locator('[name^="milestone."][value="same"]').all()) await same.check();
    await page.getByLabel('Who cleared this return in your organisation?').fill('Deputy director');
    for (const [part, value] of Object.entries({ day: '20', month: '11', year: '2026' }))
      await page.locator(`[name="clearedOn.${part}"]`).fill(value);
  }

  async function submit(page: Page): Promise<void> {
    await pressNamed(page, 'Check your answers');
    await pressNamed(page, 'Submit the return');
    expect(await words(page)).toContain('The return is submitted.');
  }

  test('is commissioned: nothing is rated, and the quarter says what is asked for', async () => {
    await inOffice.goto(`/commission?quarter=${QUARTER}`);
    for (const [part, value] of Object.entries({ day: '30', month: '11', year: '2026' }))
      await inOffice.locator(`[name="deadline.${part}"]`).fill(value);
    await pressNamed(inOffice, 'Commission July to September 2026');
    const { overview, grid, quarter } = await told();
    expect(overview).not.toContain('Delivery confidence');
    expect(grid).toBe('');
    expect(quarter).toMatch(/4\d returns were asked for/);
    expect(quarter).toMatch(/DAT-6[^\n]*\s+Not in yet/);
  });

  test('two owners draft and submit: both are told as not accepted yet', async () => {
    const atFirst = await windowOf(first);
    await fillIn(atFirst, HANDED_OVER, 'Amber', 'The tender went out.');
    await press(atFirst, atFirst.locator('#save-end').getByRole('button'));
    expect((await told()).grid).toBe('');
    await submit(atFirst);
    const atSecond = await windowOf(second);
    await fillIn(atSecond, ACCEPTED, 'Red', 'Two posts were filled.');
    await submit(atSecond);
    const { overview, grid, quarter } = await told();
    expect(overview).toMatch(/2 submitted and not yet accepted/);
    expect(overview).toMatch(/SCI-2[^\n]*\s+July to September 2026: Red/);
    expect(grid).toMatch(/DAT-6[\s\S]*Amber, not accepted yet/);
    expect(quarter).toMatch(/DAT-6[^\n]*\s+Amber, not accepted yet/);
    await atFirst.context().close();
    await atSecond.context().close();
  });

  test('one is sent back: what it said is no report any more', async () => {
    await inOffice.goto(`/returns/${QUARTER}/${HANDED_OVER}/review`);
    await inOffice.getByLabel('Comment on achieved, if you send it back').fill('Which tender?');
    await pressNamed(inOffice, 'Send back');
    const { grid, quarter } = await told();
    expect(grid).toBe('');
    expect(quarter).toMatch(/DAT-6[^\n]*\s+Not in yet/);
  });

  test('its post is handed over in the middle: draft and comments move, the predecessor may not write', async () => {
    const atFirst = await windowOf(first);
    await atFirst.goto(`/returns/${QUARTER}/${HANDED_OVER}`);
    await atFirst.getByLabel('What was achieved this quarter?').fill('Half a correction.');
    await press(atFirst, atFirst.locator('#save-end').getByRole('button'));
    await inOffice.goto(`/posts/${post}?do=hand-over`);
    await inOffice.getByLabel('Who holds the post next?').selectOption(String(successor.id));
    for (const [part, value] of Object.entries({ day: '23', month: '11', year: '2026' }))
      await inOffice.locator(`[name="fromOn.${part}"]`).fill(value);
    await pressNamed(inOffice, 'Hand over');
    const answer = await atFirst.goto(`/returns/${QUARTER}/${HANDED_OVER}`);
    expect([answer?.status(), await words(atFirst)]).toEqual([200, expect.not.stringContaining('Half a correction.')]);
    await atFirst.context().close();
    const atSuccessor = await windowOf(successor);
    await atSuccessor.goto('/returns');
    await atSuccessor.getByRole('link', { name: /^DAT-6: / }).click();
    await atSuccessor.getByRole('heading', { level: 1, name: /DAT-6/ }).waitFor();
    expect(await words(atSuccessor)).toMatch(/The strategy office says\s+Which tender\?/);
    expect(await atSuccessor.getByLabel('What was achieved this quarter?').inputValue()).toBe('Half a correction.');
    await atSuccessor.getByLabel('What was achieved this quarter?').fill('The tender for the registry went out.');
    await submit(atSuccessor);
    await atSuccessor.context().close();
  });

  test('both are accepted: overview, grid and quarter say so, and the history who did what', async () => {
    for (const code of [HANDED_OVER, ACCEPTED]) {
      await inOffice.goto(`/returns/${QUARTER}/${code}/review`);
      await pressNamed(inOffice, 'Accept');
    }
    const { overview, grid, quarter } = await told();
    expect(overview).toMatch(/2 accepted/);
    expect(grid).toMatch(/DAT-6[\s\S]*Amber/);
    expect(grid).not.toMatch(/not accepted yet/);
    expect(quarter).toMatch(/SCI-2[^\n]*\s+Red/);
    await inOffice.goto(`/returns/${QUARTER}/${HANDED_OVER}`);
    const history = await words(inOffice);
    for (const act of [
      /Submitted by Grace Hopper/,
      /Sent back by Rosalind Franklin/,
      /Submitted by Katherine Johnson/,
      /Accepted by Rosalind Franklin/,
    ])
      expect(history).toMatch(act);
  });

  test('one never comes: after the deadline it is recorded as missing, and said everywhere', async () => {
    await inOffice.context().close();
    await server.stop();
    server = await startServer({ database, today: '2026-12-02' });
    inOffice = await windowOf(office);
    await inOffice.goto('/chase');
    expect(await words(inOffice)).toMatch(/DAT-4/);
    await inOffice.goto(`/returns/${QUARTER}/${MISSING}/review`);
    await inOffice.getByLabel('Why no return came').fill('Two reminders had no answer.');
    await pressNamed(inOffice, 'Record as missing');
    const { overview, grid, quarter } = await told();
    expect(overview).toMatch(/1 recorded as missing/);
    expect(overview).toMatch(/DAT-4[^\n]*\s+July to September 2026: no return came/);
    expect(grid).toMatch(/DAT-4[\s\S]*Missing/);
    expect(quarter).toMatch(/DAT-4[^\n]*\s+Missing/);
  });
});
