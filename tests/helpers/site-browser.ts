import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { keepOutOurScripts } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

export const ADA = { name: 'Ada Lovelace', email: 'ada@example.gov.uk', password: 'three random words' };

/** `on`; `off`: JavaScript switched off; `kept out`: our scripts never arrive, so that axe alone may still run. */
export type Scripts = 'on' | 'off' | 'kept out';

/** The real server and one Chromium, shared by the tests of a file. */
export interface Site {
  server: RunningServer;
  browser: Browser;
  /** A window that knows nobody; addresses in it may be paths. */
  context: (scripts?: Scripts) => Promise<BrowserContext>;
  close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  return {
    server,
    browser,
    context: async (scripts = 'on') => {
      const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: scripts !== 'off' });
      if (scripts === 'kept out') await keepOutOurScripts(context);
      return context;
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** Follows the link that the server printed at its start, and makes the first administrator, who is then signed in. */
export async function signUp(page: Page, server: RunningServer): Promise<void> {
  await page.goto(/\/welcome\/\S+/.exec(server.output())?.[0] ?? '');
  await page.getByLabel('Full name').fill(ADA.name);
  await page.getByLabel('Email address').fill(ADA.email);
  await page.getByLabel('Password').fill(ADA.password);
  await page.getByRole('button', { name: 'Create the account and sign in' }).click();
  await page.getByRole('link', { name: 'Sign out' }).waitFor();
}

/** Signs in by the form, from whatever page is in view. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email address').fill(ADA.email);
  await page.getByLabel('Password').fill(ADA.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Sign out' }).waitFor();
}

/** Sends a form and waits until the answer is there whole, styles too. */
export async function press(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()]);
}
