import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { axeViolations } from '../helpers/axe.ts';
import { type Cycle, commandsOf, makeCycle, QUARTER } from '../helpers/cycle.ts';
import { inspect, overflowAt } from '../helpers/inspect.ts';
import { cookieFor, withDatabase } from '../helpers/people.ts';
import { openSite, press, type Scripts, type Site } from '../helpers/site-browser.ts';

const FORM = `/returns/${QUARTER}/DAT-1`;

let site: Site;
let cycle: Cycle;

async function open(): Promise<void> {
  site = await openSite();
  cycle = await withDatabase(site.server, makeCycle);
}

async function signInAs(context: BrowserContext, person: SignedIn): Promise<void> {
  const [name = '', value = ''] = (await cookieFor(site.server, person)).split(/=(.*)/s);
  await context.addCookies([{ name, value, url: site.server.url }]);
}

async function pageOf(person: SignedIn, scripts: Scripts = 'on'): Promise<Page> {
  const context = await site.context(scripts);
  await signInAs(context, person);
  return context.newPage();
}

const stored = () => withDatabase(site.server, (db) => readReturn(db, QUARTER, 'DAT-1'));
const beside = (work: (commands: ReturnType<typeof commandsOf>) => Promise<unknown>) =>
  withDatabase(site.server, (db) => work(commandsOf(db, cycle)));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Everything a return of DAT-1 needs, typed and chosen as a person does. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Something has changed, or needs to be said').check();
  await page.getByLabel('Amber', { exact: true }).check();
  await page.getByLabel('What is the reason for this rating?').fill('The contract is still late.');
  await page.getByLabel('What was achieved this quarter?').fill('The tender went out.');
  await page.getByLabel('What comes next?').fill('The contract is signed.');
  await page.getByLabel('What are the risks and issues?').fill('A bid may be late.');
  await page.getByLabel('What is the path to green?').fill('Sign by March.');
  await page.getByLabel('None: no decision and no help is wanted').check();
  await page.getByRole('group', { name: 'What is new about DAT-1.4?' }).getByLabel('Nothing new').check();
  await page.getByLabel('Who cleared this return in your organisation?').fill('Deputy director');
  for (const [part, value] of Object.entries({ day: '20', month: '11', year: '2026' }))
    await page.locator(`[name="clearedOn.${part}"]`).fill(value);
}

describe.each(['on', 'off'] as const)('a return, with JavaScript %s', (scripts) => {
  let page: Page;
  beforeAll(async () => {
    await open();
    page = await pageOf(cycle.owner, scripts);
  });
  afterAll(() => site?.close());

  test('is found under what is due, beside what was said last quarter', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Returns' }).click();
    await page.getByRole('link', { name: /^DAT-1: .*October to December 2026/ }).click();
    await page.getByRole('heading', { level: 1, name: /DAT-1/ }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('The board met and agreed the plan.');
  });

  test('is kept as a draft, which comes back to where the button was', async () => {
    await page.getByLabel('What was achieved this quarter?').fill('The tender went out.');
    await press(page, page.locator('#save-wanted').getByRole('button'));
    expect(new URL(page.url()).hash).toBe('#save-wanted');
    expect(await page.locator('#save-wanted').innerText()).toContain('Draft last saved by Grace Hopper');
    expect(await page.locator('#save-wanted').evaluate((it) => it.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
    expect(await page.getByText('Your draft is saved.').count()).toBe(1);
    expect(await page.getByLabel('What was achieved this quarter?').inputValue()).toBe('The tender went out.');
  });

  test('says everything that is missing at once, and keeps what is there', async () => {
    await press(page, button(page, 'Check your answers'));
    expect(await page.title()).toMatch(/^Error: /);
    const summary = page.locator('.govuk-error-summary');
    expect(await summary.getByRole('link').count()).toBeGreaterThan(5);
    if (scripts === 'on') expect(await summary.evaluate((it) => it === document.activeElement)).toBe(true);
    await summary.getByRole('link', { name: 'Choose a delivery confidence' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('confidence');
    expect(await page.getByLabel('What was achieved this quarter?').inputValue()).toBe('The tender went out.');
  });

  test('shows both texts when somebody else saved meanwhile, and loses none', async () => {
    await page.goto(FORM);
    const { draft } = (await stored()) ?? {};
    const from = { fields: draft?.fields, seen: `0-${draft?.version}` };
    await beside(({ save }) => save('DAT-1', { ...draft?.fields, achieved: 'By the deputy.' }, from, cycle.deputy));
    await fillIn(page);
    await page.getByLabel('What was achieved this quarter?').fill('By the owner.');
    await press(page, page.locator('#save-end').getByRole('button'));
    await page.getByRole('heading', { name: 'Somebody else saved this return while you were writing' }).waitFor();
    const box = page.getByLabel('One text out of both');
    expect(await box.inputValue()).toBe('By the owner.\n\nBy the deputy.');
    await box.fill('By both.');
    await press(page, button(page, 'Save'));
    expect(await page.getByLabel('What was achieved this quarter?').inputValue()).toBe('By both.');
    expect(await page.getByLabel('What comes next?').inputValue()).toBe('The contract is signed.');
  });

  test('is checked in words, changed from there, and submitted', async () => {
    await press(page, button(page, 'Check your answers'));
    await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
    await page.getByRole('link', { name: 'Change Risks and issues' }).click();
    await page.getByLabel('What are the risks and issues?').fill('None any more.');
    await press(page, button(page, 'Check your answers'));
    expect(await page.getByRole('main').innerText()).toContain('None any more.');
    await press(page, button(page, 'Submit the return'));
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('The return is submitted.');
    expect(main).toMatch(/Submitted by Grace Hopper, 23 November 2026/);
    expect((await stored())?.standing).toMatchObject({ achieved: 'By both.', risks: 'None any more.' });
    await page.getByRole('link', { name: 'Returns' }).first().click();
    await page.getByRole('heading', { name: /^Submitted, waiting/ }).waitFor();
  });

  test('that came back is corrected and submitted again', async () => {
    await beside(({ sendBack }) => sendBack('DAT-1', 1, 'Which tender?'));
    await page.goto(FORM);
    expect(await page.getByRole('main').innerText()).toMatch(/The strategy office says\s+Which tender\?/);
    await page.getByLabel('What was achieved this quarter?').fill('The tender for the hub went out.');
    await press(page, button(page, 'Check your answers'));
    await press(page, button(page, 'Submit the return'));
    expect((await stored())?.revisions.map(({ act }) => act)).toEqual(['submitted', 'sent back', 'submitted']);
    await page.context().close();
  });
});

describe('the form by itself', () => {
  beforeAll(open);
  afterAll(() => site?.close());

  const achieved = (page: Page) => page.getByLabel('What was achieved this quarter?');

  test('saves what is typed, and goes on after the session ended and began again', async () => {
    const page = await pageOf(cycle.owner);
    await page.goto(FORM);
    await achieved(page).pressSequentially('Typed');
    await page.locator('#save-top').getByText('Draft saved by itself').waitFor();
    expect((await stored())?.draft?.fields).toEqual({ achieved: 'Typed' });

    await page.context().clearCookies();
    await achieved(page).pressSequentially(' and more');
    await page.locator('#save-top').getByText('Not saved. You are signed out.').waitFor();
    await signInAs(page.context(), cycle.owner);
    await achieved(page).pressSequentially(', and yet more');
    await page.locator('#save-top').getByText('Draft saved by itself').waitFor();
    await press(page, page.locator('#save-top').getByRole('button'));
    expect(await achieved(page).inputValue()).toBe('Typed and more, and yet more');
    expect(await page.getByText('Your draft is saved.').count()).toBe(1);
    await page.context().close();
  });

  test('does not save over what somebody else saved: the button shows both', async () => {
    const page = await pageOf(cycle.owner);
    await page.goto(FORM);
    const { draft } = (await stored()) ?? {};
    const from = { fields: draft?.fields, seen: `0-${draft?.version}` };
    await beside(({ save }) => save('DAT-1', { achieved: 'By the deputy.' }, from, cycle.deputy));
    await achieved(page).fill('By the owner.');
    await page.locator('#save-top').getByText('Somebody else saved this return meanwhile').waitFor();
    expect((await stored())?.draft?.fields).toEqual({ achieved: 'By the deputy.' });
    await press(page, page.locator('#save-top').getByRole('button'));
    expect(await page.getByLabel('One text out of both').inputValue()).toContain('By the owner.');
    await page.context().close();
  });

  test('keeps what is typed when the session ended and the button is pressed', async () => {
    const page = await pageOf(cycle.deputy, 'off');
    await page.goto(FORM);
    await page.getByLabel('What comes next?').fill('An hour of work.');
    await page.context().clearCookies();
    await press(page, page.locator('#save-end').getByRole('button'));
    expect(await page.getByRole('main').innerText()).toContain('An hour of work.');
    await signInAs(page.context(), cycle.deputy);
    await press(page, button(page, 'Save draft'));
    expect(await page.getByLabel('What comes next?').inputValue()).toBe('An hour of work.');
    await page.context().close();
  });

  test('is filled in and saved by keyboard alone', async () => {
    const page = await pageOf(cycle.owner, 'off');
    await page.goto(FORM);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
    const reached: string[] = [];
    for (let step = 0; step < 120 && reached.at(-1) !== 'clearedOn.year'; step++) {
      await page.keyboard.press('Tab');
      const name = await focused();
      if (name === 'clearedBy') await page.keyboard.type('Director');
      if (name === 'confidence') await page.keyboard.press('Space');
      if (name === 'stage') await page.keyboard.press('ArrowDown');
      if (name !== reached.at(-1)) reached.push(name);
    }
    const order = ['unchanged', 'confidence', 'achieved', 'helpNone', 'milestone.DAT-1_4.answer', 'stage', 'clearedBy'];
    expect(reached.filter((name) => order.includes(name))).toEqual(order);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect((await stored())?.draft?.fields).toMatchObject({ confidence: 'Green', clearedBy: 'Director' });
    await page.context().close();
  });
});

describe.each(['on', 'kept out'] as const)('every page of a return is sound, with scripts %s', (scripts) => {
  let page: Page;
  beforeAll(async () => {
    await open();
    page = await pageOf(cycle.owner, scripts);
  });
  afterAll(() => site?.close());

  async function expectSound(): Promise<void> {
    expect(await overflowAt(page, 320), 'wider than 320 px').toEqual([]);
    expect((await inspect(page)).smallText, 'text at 320 px').toEqual([]);
    if (scripts === 'kept out') expect(await axeViolations(page)).toEqual([]);
    expect(await overflowAt(page, 1280), 'wider than 1280 px').toEqual([]);
    const { title: _, ownLinks: __, ...found } = await inspect(page);
    const good = { lang: 'en-GB', h1: 1, skippedHeadings: [], brokenAnchors: [], repeatedIds: [], smallText: [] };
    expect(found).toEqual(good);
    if (scripts === 'on') expect(await axeViolations(page)).toEqual([]);
  }

  test('my returns, the empty form and the form with its faults', async () => {
    await page.goto('/returns');
    await expectSound();
    await page.goto(FORM);
    await expectSound();
    await press(page, button(page, 'Check your answers'));
    await page.locator('.govuk-error-summary').waitFor();
    await expectSound();
  });

  test('both texts side by side', async () => {
    await page.goto(FORM);
    const { draft } = (await stored()) ?? {};
    const from = { fields: draft?.fields, seen: `0-${draft?.version}` };
    await beside(({ save }) => save('DAT-1', { achieved: 'Theirs', confidence: 'Red' }, from, cycle.deputy));
    await fillIn(page);
    await press(page, page.locator('#save-end').getByRole('button'));
    await page.getByRole('heading', { name: 'Somebody else saved this return while you were writing' }).waitFor();
    await expectSound();
    await press(page, button(page, 'Save'));
  });

  test('the answers, what is kept for somebody signed out, and what was submitted', async () => {
    await page.goto(FORM);
    await press(page, button(page, 'Check your answers'));
    await page.getByRole('button', { name: 'Submit the return' }).waitFor();
    await expectSound();
    await page.goto(FORM);
    await page.context().clearCookies();
    await press(page, page.locator('#save-end').getByRole('button'));
    await page.getByText('Nothing was saved, and nothing you typed is lost').waitFor();
    await expectSound();
    await signInAs(page.context(), cycle.owner);
    await beside(({ submit }) => submit('DAT-1'));
    await page.goto(FORM);
    await expectSound();
  });
});
