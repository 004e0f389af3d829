import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGES } from '../helpers/pages.ts';
import { openSite, type Site } from '../helpers/site-browser.ts';

const MOST_BYTES = 100_000;
const READING = PAGES.filter(({ path, status }) => status === undefined && !path.includes('?'));

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Bytes of JavaScript, packed, of the first view of a page by a browser that has fetched nothing before. */
async function scriptBytes(path: string): Promise<number> {
  const context = await site.context();
  const page = await context.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const inline = await page.locator('script:not([src])').allTextContents();
  const bodies = [...(await Promise.all(scripts)), ...inline.map((text) => Buffer.from(text))];
  await context.close();
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

test('the first view of every reading page ships little JavaScript', { timeout: 120_000 }, async () => {
  const queue = READING.map(({ path }) => path);
  const heavy: string[] = [];
  const measure = async () => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const bytes = await scriptBytes(path);
      if (bytes === 0 || bytes > MOST_BYTES) heavy.push(`${path}: ${bytes} bytes`);
    }
  };
  await Promise.all([measure(), measure(), measure(), measure()]);
  expect(heavy).toEqual([]);
});

test.each(['/', '/themes/HARP', '/milestones'])('with JavaScript off %s has its whole figures', async (path) => {
  const page = await (await site.context('off')).newPage();
  await page.goto(path);
  const drawing = page.locator('.figure__chart--wide svg').first();
  expect(await drawing.isVisible()).toBe(true);
  expect(await drawing.locator('path, rect').count()).toBeGreaterThan(20);
  const details = page.locator('.figure__details summary').first();
  await details.click();
  expect(await page.locator('.figure__table tbody tr').first().isVisible()).toBe(true);
  await page.context().close();
});
