import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../helpers/axe.ts';
import { type Cycle, commandsOf, makeCycle, QUARTER } from '../helpers/cycle.ts';
import { inspect, overflowAt } from '../helpers/inspect.ts';
import { cookieFor, withDatabase } from '../helpers/people.ts';
import { openSite, press, type Scripts, type Site } from '../helpers/site-browser.ts';

let site: Site;
let cycle: Cycle;
beforeAll(async () => {
  site = await openSite();
  cycle = await withDatabase(site.server, async (db) => {
    const made = await makeCycle(db);
    const { submit } = commandsOf(db, made);
    await submit('DAT-1', {
      achieved: 'The board met and changed the plan.',
      evidence: 'Minutes.',
      proposedMilestone: 'A second service',
      proposedDate: '2028',
      statements: [{ milestone: 'DAT-1.4', kind: 'forecast', value: '2027-06', reason: 'Procurement.' }],
    });
    await submit('DAT-8', {
      unchanged: true,
      confirmations: [{ milestone: 'DAT-8.2', fact: 3, answer: 'wrong', words: 'It was in April.' }],
    });
    return made;
  });
});
afterAll(() => site?.close());

async function officeWindow(scripts: Scripts): Promise<Page> {
  const context = await site.context(scripts);
  const [name = '', value = ''] = (await cookieFor(site.server, cycle.office)).split(/=(.*)/s);
  await context.addCookies([{ name, value, url: site.server.url }]);
  return context.newPage();
}

const REVIEW = `/returns/${QUARTER}/DAT-1/review`;
const PAGES = [
  { what: 'a commission under way', path: '/commission' },
  { what: 'a commission in clearance', path: '/commission?quarter=2026-27-Q2' },
  { what: 'who owes what', path: '/chase' },
  { what: 'who owes what, late', path: '/chase?quarter=2026-27-Q2' },
  { what: 'the review of a return that waits', path: REVIEW },
  { what: 'the review of unchanged answers', path: `/returns/${QUARTER}/DAT-8/review` },
  { what: 'a return that nobody submitted', path: `/returns/${QUARTER}/SCI-1/review` },
  { what: 'a return that was accepted', path: '/returns/2026-27-Q2/DAT-1/review' },
];

async function expectSound(page: Page, width: number): Promise<void> {
  expect(await overflowAt(page, 320), 'wider than 320 px').toEqual([]);
  const { h1, skippedHeadings, brokenAnchors, repeatedIds, smallText } = await inspect(page);
  expect({ h1, skippedHeadings, brokenAnchors, repeatedIds, smallText }).toEqual({
    ...{ h1: 1, skippedHeadings: [], brokenAnchors: [], repeatedIds: [], smallText: [] },
  });
  await page.setViewportSize({ width, height: 900 });
  expect(await axeViolations(page)).toEqual([]);
}

describe.each([
  ['on', 1280],
  ['kept out', 320],
] as const)('with scripts %s', (scripts, width) => {
  let page: Page;
  beforeAll(async () => {
    page = await officeWindow(scripts);
  });

  test.each(PAGES)('$path ($what)', async ({ path }) => {
    expect((await page.goto(path))?.status()).toBe(200);
    await expectSound(page, width);
  });

  test('the forms of a commission, unfolded', async () => {
    await page.goto('/commission');
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectSound(page, width);
  });

  test('a review with its errors', async () => {
    await page.goto(REVIEW);
    await page.getByLabel('Red', { exact: true }).check();
    await page.getByLabel('Comment on risks and issues, if you send it back').fill('Which risks?');
    await press(page, page.getByRole('button', { name: 'Accept', exact: true }));
    await page.locator('.govuk-error-summary a').first().waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('Red', { exact: true }).isChecked()).toBe(true);
    await expectSound(page, width);
  });
});

test('what changed is marked word by word, and said in words', async () => {
  const page = await officeWindow('off');
  await page.goto(REVIEW);
  const achieved = page.getByRole('region', { name: 'Achieved' });
  expect(await achieved.locator('ins').innerText()).toContain('changed');
  expect(await achieved.locator('del').innerText()).toContain('agreed');
  expect(await achieved.innerText()).toContain('Changed since the last return.');
  expect(await page.getByRole('region', { name: 'Delivery confidence' }).innerText()).toContain(
    'Improved: it was Amber.',
  );
});
