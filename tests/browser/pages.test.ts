import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../helpers/axe.ts';
import { seedClosedQuarter } from '../helpers/closing.ts';
import { seedImports } from '../helpers/imports.ts';
import { inspect, overflowAt } from '../helpers/inspect.ts';
import { seedOfficeWords } from '../helpers/office.ts';
import { PAGES, SIGNED_IN_PAGES } from '../helpers/pages.ts';
import { seedPartnershipHealth } from '../helpers/partnership.ts';
import { withDatabase } from '../helpers/people.ts';
import { seedPosts } from '../helpers/posts.ts';
import { openSite, press, type Site, signIn, signUp } from '../helpers/site-browser.ts';

const MODES = ['on', 'kept out'] as const;
type Mode = (typeof MODES)[number];

let site: Site;
/** One window for each mode and for readers and a signed-in person; its page is used again and again. */
const windows = new Map<string, Page>();
const titles = new Map<string, string>();
const links = new Set<string>();

beforeAll(async () => {
  site = await openSite();
  for (const mode of MODES) {
    windows.set(`${mode} reader`, await (await site.context(mode)).newPage());
    windows.set(`${mode} recorder`, await recorderPage(await site.context(mode), mode === 'on'));
  }
  await withDatabase(site.server, seedPosts);
  await withDatabase(site.server, seedOfficeWords);
  await withDatabase(site.server, seedClosedQuarter);
  await withDatabase(site.server, seedPartnershipHealth);
  await withDatabase(site.server, seedImports);
});
afterAll(() => site?.close());

async function recorderPage(context: BrowserContext, isFirst: boolean): Promise<Page> {
  const page = await context.newPage();
  if (isFirst) await signUp(page, site.server);
  else {
    await page.goto('/');
    await signIn(page);
  }
  return page;
}

function windowOf(mode: Mode, who: 'reader' | 'recorder'): Page {
  const page = windows.get(`${mode} ${who}`);
  if (!page) throw new Error('The window was not opened');
  return page;
}

/** Faults that the browser tells of while `visit` runs; an answer that is meant to be no 200 is none. */
async function troublesDuring(page: Page, visit: () => Promise<unknown>): Promise<string[]> {
  const troubles: string[] = [];
  const onConsole = (message: { type: () => string; text: () => string }) => {
    const isAnswer = /status of (400|404|409)|ERR_FAILED/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isAnswer) troubles.push(message.text());
  };
  const onError = (error: Error) => troubles.push(error.message);
  const onFailed = (request: { url: () => string }) => {
    if (!request.url().endsWith('/enhance.js')) troubles.push(`not fetched: ${request.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('requestfailed', onFailed);
  await visit();
  page.off('console', onConsole).off('pageerror', onError).off('requestfailed', onFailed);
  return troubles;
}

/** What every page must be, whatever it says. The page is in view, and stays so at both widths. */
async function expectSound(page: Page): Promise<void> {
  expect(await overflowAt(page, 320), 'wider than 320 px').toEqual([]);
  expect((await inspect(page)).smallText, 'text at 320 px').toEqual([]);
  expect(await overflowAt(page, 1280), 'wider than 1280 px').toEqual([]);
  const { title, ownLinks, ...found } = await inspect(page);
  expect(found).toEqual({
    lang: 'en-GB',
    h1: 1,
    skippedHeadings: [],
    brokenAnchors: [],
    repeatedIds: [],
    smallText: [],
  });
  expect(title).toMatch(/ – (.+ – )?strategy tracker$/i);
  const { pathname, search } = new URL(page.url());
  for (const link of ownLinks) if (link !== pathname + search) links.add(link);
}

describe.each(MODES)('with scripts %s', (mode) => {
  // axe looks at the wide page where scripts run, and at the narrow one where they do not: both forms of each figure.
  const width = mode === 'on' ? 1280 : 320;

  async function expectAccessible(page: Page): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeViolations(page)).toEqual([]);
  }

  test.each(PAGES)('$path ($what)', async ({ path, status = 200 }) => {
    const page = windowOf(mode, 'reader');
    const troubles = await troublesDuring(page, async () => {
      expect((await page.goto(path))?.status()).toBe(status);
      await expectSound(page);
    });
    expect(troubles).toEqual([]);
    await expectAccessible(page);
    if (mode === 'on') titles.set(path, await page.title());
  });

  test.each(SIGNED_IN_PAGES)('signed in, $path ($what)', async ({ path }) => {
    const page = windowOf(mode, 'recorder');
    const troubles = await troublesDuring(page, async () => {
      expect((await page.goto(path))?.status()).toBe(200);
      await expectSound(page);
    });
    expect(troubles).toEqual([]);
    await expectAccessible(page);
  });

  test.each(['later-date', 'outcome', 'taken-back'])('the form %s with its errors', async (act) => {
    const page = windowOf(mode, 'recorder');
    await page.goto(`/milestones/DAT-1.3?record=${act}`);
    await press(page, page.getByRole('button', { name: 'Record', exact: true }));
    await page.locator('.govuk-error-summary a').first().waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    await expectSound(page);
    await expectAccessible(page);
  });

  test('the form when somebody else was faster', async () => {
    const page = windowOf(mode, 'recorder');
    const other = await page.context().newPage();
    for (const window of [page, other]) {
      await window.goto('/milestones/REG-2.1?record=later-date');
      await window.locator('[name="value.year"]').fill('2027');
      await window.locator('[name="saidOn.year"]').fill('2026');
      await window.getByLabel('Reason').fill('The date was moved');
    }
    await other.getByRole('button', { name: 'Record', exact: true }).click();
    await other.locator('.govuk-notification-banner').waitFor();
    await other.close();
    await press(page, page.getByRole('button', { name: 'Record', exact: true }));
    await page.getByRole('heading', { name: 'Somebody else was faster' }).waitFor();
    await expectSound(page);
    await expectAccessible(page);
  });

  test('the sign-in form with its errors', async () => {
    const page = windowOf(mode, 'reader');
    await page.goto('/sign-in');
    await press(page, page.getByRole('main').getByRole('button'));
    await page.locator('.govuk-error-summary').waitFor();
    await expectSound(page);
    await expectAccessible(page);
  });
});

describe('all pages together', () => {
  test('have each a title of their own', () => {
    const shown = [...titles].filter(([path]) => !path.includes('?')).map(([, title]) => title);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((title, i) => shown.indexOf(title) !== i)).toEqual([]);
  });

  test('link to nothing that is missing', { timeout: 120_000 }, async () => {
    const queue = [...links];
    const missing: string[] = [];
    const cookies = await windowOf('on', 'recorder').context().cookies();
    const signedIn = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const statusOf = async (path: string, headers = {}) => {
      const response = await fetch(site.server.url + path, { redirect: 'manual', headers });
      await response.arrayBuffer();
      return response.status;
    };
    const follow = async () => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        const status = await statusOf(path);
        // What is for signed-in people alone leads everybody else to the sign-in page; of an unpublished version there is nothing.
        const isInside = status === 302 || path.includes('version=');
        const seen = isInside ? await statusOf(path, signedIn) : status;
        if (seen !== 200) missing.push(`${seen} ${path}`);
      }
    };
    await Promise.all([follow(), follow(), follow()]);
    expect(missing).toEqual([]);
    expect(links.size).toBeGreaterThan(300);
  });
});
