import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../helpers/site-browser.ts';

/** What is left of an A4 page between margins of 10 mm, at 96 dots an inch. */
const A4_WIDTH = 718;
const PRINTED = ['/', '/themes/DAT', '/milestones/DAT-1.3', '/quarters/2019-20-Q3'];

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await (await site.context()).newPage();
  await page.setViewportSize({ width: A4_WIDTH, height: 1000 });
});
afterAll(() => site?.close());

describe.each(PRINTED)('%s on paper', (path) => {
  beforeAll(async () => {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  });

  test('leaves out what only a screen needs', async () => {
    for (const selector of ['nav', 'form', '.govuk-skip-link', '.govuk-breadcrumbs'])
      for (const element of await page.locator(selector).all()) expect(await element.isVisible(), selector).toBe(false);
  });

  test('shows every table that there is room for, also those folded away on screen', async () => {
    const tables = await page.locator('table:not(.app-no-print table)').all();
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(await table.isVisible()).toBe(true);
  });

  test('fits the page, with nothing behind a scroll bar', async () => {
    const cut = await page.evaluate((width) => {
      const shown = [...document.querySelectorAll('main *')].filter((element) => element.checkVisibility());
      const isHidden = (element: Element) => element.closest('.govuk-visually-hidden, svg') !== null;
      return shown
        .filter((element) => !isHidden(element) && element.getBoundingClientRect().right > width + 1)
        .map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`);
    }, A4_WIDTH);
    expect(cut).toEqual([]);
  });

  test('prints headings and running text in black or nearly black', async () => {
    const pale = await page.evaluate(() => {
      const darkness = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
      return [...document.querySelectorAll('main h1, main h2, main h3, main p.govuk-body, main td, header a')]
        .filter((element) => element.checkVisibility() && darkness(getComputedStyle(element).color) > 0x50)
        .map((element) => `${element.tagName}: ${element.textContent?.slice(0, 30)}`);
    });
    expect(pale).toEqual([]);
  });
});
