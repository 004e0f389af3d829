import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../helpers/axe.ts';
import { csvOf } from '../helpers/imports.ts';
import { overflowAt } from '../helpers/inspect.ts';
import { openSite, press, type Site, signIn, signUp } from '../helpers/site-browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** A recommendation of its own for each way of reading. */
const STORIES = [
  { scripts: 'off', code: 'DAT-5' },
  { scripts: 'on', code: 'DAT-6' },
] as const;

const main = (page: Page) => page.getByRole('main').innerText();

/** Fits a narrow screen, and axe finds nothing; without scripts axe cannot run. */
async function expectSound(page: Page, scripts: 'on' | 'off'): Promise<void> {
  if (scripts === 'off') return;
  expect(await overflowAt(page, 320)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe.each(STORIES)('with JavaScript $scripts', ({ scripts, code }) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await site.context(scripts)).newPage();
    await page.goto('/');
    if (scripts === 'off') await signUp(page, site.server);
    else await signIn(page);
  });
  afterAll(() => page?.context().close());

  const send = async (rows: string[][]) => {
    const buffer = Buffer.from(csvOf(rows));
    await page
      .getByLabel('Your spreadsheet')
      .setInputFiles({ name: 'recommendations.csv', mimeType: 'text/csv', buffer });
    await press(page, page.getByRole('button', { name: 'Send and see what it would change' }));
  };

  test('sending nothing is told at the field', async () => {
    await page.goto('/returns');
    await press(page, page.getByRole('link', { name: 'send the strategy or returns as a spreadsheet' }));
    await press(page, page.getByRole('button', { name: 'Send and see what it would change' }));
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('link', { name: 'Choose a spreadsheet' }).click();
    expect(new URL(page.url()).hash).toBe('#file');
    await expectSound(page, scripts);
  });

  test('a file with a fault says what to mend', async () => {
    await page.goto('/import');
    await send([
      ['code', 'stage'],
      [code, 'nearly there'],
    ]);
    expect(await main(page)).toContain('Nothing of this file can be accepted yet: 1 thing in it must be mended.');
    expect(await page.getByRole('row', { name: 'nearly there' }).innerText()).toContain('Write one of: not started');
    await expectSound(page, scripts);
    await press(page, page.getByRole('button', { name: 'Discard this file' }));
    expect(await main(page)).toContain('The file is discarded. Nothing in the record changed.');
  });

  test('mended, it is seen, asked for its reason, and accepted as one change', async () => {
    await press(page, page.getByRole('link', { name: 'Send another file' }));
    await send([
      ['Code', 'Title'],
      [code, `Words from a file for ${code}`],
    ]);
    expect(await main(page)).toContain('Accepting this file would change 1 row.');
    expect(await main(page)).toContain(`Words from a file for ${code}`);
    await expectSound(page, scripts);
    await press(page, page.getByRole('button', { name: 'Accept' }));
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Enter why the record changes');
    await page.getByLabel('Why the record changes').fill('Agreed by the board');
    await press(page, page.getByRole('button', { name: 'Accept' }));
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('1 row changed, as change');
    await expectSound(page, scripts);
    await press(page, page.getByRole('link', { name: code, exact: true }));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(`Words from a file for ${code}`);
  });

  test('going back and accepting once more does nothing', async () => {
    await page.goto('/changes?kind=strategy+imported');
    const before = await page.getByRole('row').count();
    await press(page, page.getByRole('link', { name: 'recommendations.csv' }).first());
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await page.goto('/changes?kind=strategy+imported');
    expect(await page.getByRole('row').count()).toBe(before);
  });
});

test('a page that waits for a file looks again by itself, where scripts run', async () => {
  const page = await (await site.context('on')).newPage();
  await page.goto('/about');
  // The page of a file that takes long to read carries this attribute; what becomes of it is the script's work.
  await page.route('**/about', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('<main', '<main data-reload-after="0"');
    await route.fulfill({ response, body: html });
  });
  await page.goto('/about');
  await page.waitForResponse('**/about');
  expect(new URL(page.url()).pathname).toBe('/about');
  await page.context().close();
});
