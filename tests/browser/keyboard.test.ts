import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from '../helpers/site-browser.ts';

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
});
beforeEach(async () => {
  await page?.context().close();
  page = await (await site.context()).newPage();
});
afterAll(() => site?.close());

const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** What has the focus: its place among all that can have it, and whether the reader sees that. */
const focusNow = () =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return null;
    const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const stops = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(active);
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const isMarked = isOutlined || boxShadow !== 'none' || backgroundColor === 'rgb(255, 221, 0)';
    const box = active.getBoundingClientRect();
    const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    return {
      place: stops.indexOf(active),
      stops: stops.length,
      isSeen: isMarked && isOnScreen,
      name: active.textContent?.trim().slice(0, 40) || (active.getAttribute('name') ?? active.tagName),
    };
  });

test('the first stop is the skip link, which leads to the page itself', async () => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test.each(['/', '/recommendations?theme=DAT', '/milestones/DAT-1.3', '/sign-in'])(
  'Tab goes through all of %s in the order of reading, and shows where it is',
  async (path) => {
    await page.goto(path);
    const visited: number[] = [];
    const unseen: string[] = [];
    for (let step = 0; step < 400; step++) {
      await page.keyboard.press('Tab');
      const now = await focusNow();
      if (now === null || now.place === visited[0]) break;
      if (!now.isSeen) unseen.push(now.name);
      // A date field is one control with a stop for each of its parts.
      if (now.place !== visited.at(-1)) visited.push(now.place);
    }
    expect(unseen).toEqual([]);
    expect(visited).toEqual([...visited].sort((a, b) => a - b));
    expect(visited.length).toBeGreaterThan(5);
    expect(visited).toEqual(visited.map((_, i) => i));
  },
);

test('details open with Enter', async () => {
  await page.goto('/');
  const summary = page.locator('summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details').first().getAttribute('open')).toBe('');
});

test('a chart is one stop; arrow keys read it part by part and Escape closes', async () => {
  await page.goto('/');
  const chart = page.locator('.figure__chart--wide').first();
  expect(await chart.locator('[tabindex="0"]').count()).toBe(0);
  await chart.focus();
  const tip = page.locator('.figure__tip');
  const read = async (key: string) => {
    await page.keyboard.press(key);
    return tip.innerText();
  };
  const first = await read('ArrowRight');
  expect(first).not.toBe('');
  expect(await read('ArrowRight')).not.toBe(first);
  expect(await read('ArrowLeft')).toBe(first);
  await page.keyboard.press('Escape');
  expect(await tip.isVisible()).toBe(false);
});
