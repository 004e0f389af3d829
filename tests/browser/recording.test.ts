import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA, openSite, press, type Site, signIn, signUp } from '../helpers/site-browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Promises whose date has passed with no outcome found: what happens to one shows everywhere. */
const STORIES = [
  { scripts: 'off', code: 'HARP-3.4', title: 'Five million genomes sequenced in the UK' },
  { scripts: 'on', code: 'HARP-6.2', title: 'Five million volunteers in the early-detection cohort' },
] as const;

/** How many milestones the overview's figure counts as done, from its title and from the last row of its table. */
async function doneOnOverview(page: Page): Promise<{ inTitle: number; inTable: number }> {
  await page.goto('/');
  const figure = page.locator('figure', { has: page.getByText('Figure 1', { exact: true }) });
  const title = await figure.locator('.figure__title').innerText();
  const cells = await figure.locator('tbody tr').last().locator('td').allTextContents();
  const headers = await figure.locator('thead th').allTextContents();
  const count = (word: string) => Number.parseInt(cells[headers.indexOf(word) - 1]?.replace(/^\D+/, '') ?? '', 10);
  return {
    inTitle: Number(/(\d+) of \d+ milestones done/.exec(title)?.[1]),
    inTable: count('Done by first date') + count('Done late'),
  };
}

async function fillDate(page: Page, name: string, [month, year]: [string, string]): Promise<void> {
  await page.locator(`[name="${name}.month"]`).fill(month);
  await page.locator(`[name="${name}.year"]`).fill(year);
}

const record = (page: Page) => press(page, page.getByRole('button', { name: 'Record', exact: true }));

describe.each(STORIES)('with JavaScript $scripts', ({ scripts, code, title }) => {
  let page: Page;
  let before: { inTitle: number; inTable: number };
  beforeAll(async () => {
    page = await (await site.context(scripts)).newPage();
    before = await doneOnOverview(page);
  });

  test('somebody comes in, by the printed link or by signing in', async () => {
    if (scripts === 'off') await signUp(page, site.server);
    else await signIn(page);
    expect(await page.getByRole('link', { name: `Sign out ${ADA.name}` }).count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('a form with a fault keeps what was typed and says what is wrong', async () => {
    await page.goto(`/milestones/${code}`);
    await page.getByRole('link', { name: 'Record an outcome' }).click();
    await page.getByLabel('Reason').fill('The last one was counted in October');
    await fillDate(page, 'value', ['14', '2026']);
    await record(page);
    await page.locator('.govuk-error-summary').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('Reason').inputValue()).toBe('The last one was counted in October');
    expect(await page.locator('[name="value.month"]').inputValue()).toBe('14');
    const summary = page.locator('.govuk-error-summary');
    expect(await summary.locator('a').count()).toBeGreaterThan(1);
    if (scripts === 'on') expect(await summary.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('an outcome is recorded, and the banner and the history say so', async () => {
    await page.locator('[name="kind"][value="met"]').check();
    await fillDate(page, 'value', ['10', '2026']);
    await fillDate(page, 'saidOn', ['10', '2026']);
    await record(page);
    expect(await page.locator('.govuk-notification-banner').innerText()).toMatch(/Fact \d+ is recorded/);
    const recorded = page.locator('section[aria-labelledby="history"] tbody tr', { hasText: ADA.name });
    expect(await recorded.innerText()).toMatch(/Met[\s\S]*October 2026/);
    expect(await page.locator('main .govuk-tag').first().innerText()).toBe('Done late');
  });

  test('the overview, its figure and the table of the figure count it', async () => {
    expect(await doneOnOverview(page)).toEqual({ inTitle: before.inTitle + 1, inTable: before.inTable + 1 });
    expect(await page.getByRole('main').innerText()).not.toContain(`${title}\nIt was due`);
  });

  test('a correction moves it to the quarter in which it happened', async () => {
    await page.goto('/quarters/2026-27-Q2');
    const earlier = await page.getByRole('row', { name: title }).allInnerTexts();
    expect(earlier.join()).not.toContain('Done late');

    await page.goto(`/milestones/${code}`);
    await page
      .getByRole('link', { name: /^Correct/ })
      .last()
      .click();
    await fillDate(page, 'value', ['9', '2026']);
    await fillDate(page, 'saidOn', ['9', '2026']);
    await page.getByLabel('Why is it corrected?').fill('It was counted in September');
    await record(page);
    expect(await page.locator('.govuk-notification-banner').innerText()).toMatch(/is recorded/);
    await page.getByRole('main').getByText('It was counted in September').waitFor();

    await page.goto('/quarters/2026-27-Q2');
    const now = await page.getByRole('row', { name: title }).allInnerTexts();
    expect(now.join()).toContain('Done late');
  });

  test('who signs out can record no more', async () => {
    await page.getByRole('link', { name: /^Sign out/ }).click();
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await page.goto(`/milestones/${code}`);
    expect(await page.getByRole('link', { name: 'Record an outcome' }).count()).toBe(0);
    await page.context().close();
  });
});
