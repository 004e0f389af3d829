import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { UNDER_WAY } from '../helpers/commissioned.ts';
import { cookieFor, signedInAs, withDatabase } from '../helpers/people.ts';
import { giveTo, makePost } from '../helpers/posts.ts';
import { openSite, press, type Scripts, type Site } from '../helpers/site-browser.ts';

let site: Site;
let office: SignedIn;
let owner: SignedIn;
beforeAll(async () => {
  site = await openSite();
  office = (await signedInAs(site.server, 'reviewer', 'Rosalind Franklin')).person;
  owner = (await signedInAs(site.server, 'internal reader', 'Grace Hopper')).person;
  await withDatabase(site.server, async (db) => {
    const post = await makePost(db, office, { title: 'Director of Data', person: owner.id });
    await giveTo(db, office, { post, recommendations: ['DAT-1', 'HARP-6'] });
  });
});
afterAll(() => site?.close());

async function windowOf(person: SignedIn, scripts: Scripts): Promise<Page> {
  const context = await site.context(scripts);
  const [name = '', value = ''] = (await cookieFor(site.server, person)).split(/=(.*)/s);
  await context.addCookies([{ name, value, url: site.server.url }]);
  return context.newPage();
}

const pressNamed = (page: Page, name: string) => press(page, page.getByRole('button', { name, exact: true }));
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

/** Two owners' returns, each with one open milestone whose date moves. */
const STORIES = [
  { scripts: 'off', code: 'DAT-1', milestone: 'DAT-1.4' },
  { scripts: 'on', code: 'HARP-6', milestone: 'HARP-6.2' },
] as const;

describe.each(STORIES)('a return with JavaScript $scripts', ({ scripts, code, milestone }) => {
  const form = `/returns/${UNDER_WAY}/${code}`;
  const about = `milestone.${milestone.replace('.', '_')}`;
  let inOffice: Page;
  let atOwner: Page;
  beforeAll(async () => {
    inOffice = await windowOf(office, scripts);
    atOwner = await windowOf(owner, scripts);
  });

  test('is asked for by the office', async () => {
    await inOffice.goto('/commission');
    if (scripts === 'off') {
      await field(inOffice, 'recommendations.DAT-1').check();
      await pressNamed(inOffice, 'Commission October to December 2026');
      expect(await inOffice.locator('.govuk-notification-banner').innerText()).toContain('The quarter is commissioned');
    }
    const row = inOffice.getByRole('row', { name: new RegExp(`^${code}:`) });
    expect(await row.innerText()).toMatch(/Grace Hopper[\s\S]*Not started[\s\S]*15 January 2027/);
    await inOffice.goto('/chase');
    const text = await inOffice.getByLabel('Text to copy').first().inputValue();
    expect(text).toContain(`${site.server.url}${form}`);
  });

  test('is filled in and submitted by its owner', async () => {
    await atOwner.goto(form);
    await field(atOwner, 'confidence').and(atOwner.locator('[value="Amber"]')).check();
    const words = { confidenceReason: 'The tender is late.', achieved: 'The tender went out.', next: 'Bids come in.' };
    for (const [name, text] of Object.entries({ ...words, risks: 'Few bids.', pathToGreen: 'Sign by March.' }))
      await field(atOwner, name).fill(text);
    await field(atOwner, 'helpNone').check();
    for (const same of await atOwner.locator('[name^="milestone."][value="same"]').all()) await same.check();
    await field(atOwner, `${about}.answer`).and(atOwner.locator('[value="forecast"]')).check();
    await field(atOwner, `${about}.date.month`).fill('5');
    await field(atOwner, `${about}.date.year`).fill('2028');
    await field(atOwner, `${about}.reason`).fill('The tender is late.');
    await field(atOwner, 'clearedBy').fill('Deputy director');
    for (const [box, text] of [
      ['day', '20'],
      ['month', '11'],
      ['year', '2026'],
    ] as const)
      await field(atOwner, `clearedOn.${box}`).fill(text);
    await pressNamed(atOwner, 'Check your answers');
    await pressNamed(atOwner, 'Submit the return');
    expect(await atOwner.locator('main').innerText()).toContain('Submitted');
  });

  test('is sent back with a comment', async () => {
    await inOffice.goto('/commission');
    await inOffice.getByRole('link', { name: `Review ${code}` }).click();
    await inOffice.getByLabel('Comment on risks and issues, if you send it back').fill('How many bids?');
    await pressNamed(inOffice, 'Send back');
    expect(await inOffice.locator('.govuk-notification-banner').innerText()).toContain('The return is sent back');
  });

  test('is corrected beside the comment and submitted again', async () => {
    await atOwner.goto(form);
    expect(await atOwner.locator('main').innerText()).toContain('How many bids?');
    expect(await field(atOwner, 'achieved').inputValue()).toBe('The tender went out.');
    await field(atOwner, 'risks').fill('Two bids.');
    await pressNamed(atOwner, 'Check your answers');
    await pressNamed(atOwner, 'Submit the return');
  });

  test('is accepted, and the record shows the new date beside the first', async () => {
    await inOffice.goto(`${form}/review`);
    expect(await inOffice.locator('main').innerText()).toContain('Two bids.');
    await pressNamed(inOffice, 'Accept');
    expect(await inOffice.locator('.govuk-notification-banner').innerText()).toContain('The return is accepted');
    await inOffice.goto(`/milestones/${milestone}`);
    expect(await inOffice.locator('main').innerText()).toContain('May 2028');
    await inOffice.goto('/commission');
    const row = inOffice.getByRole('row', { name: new RegExp(`^${code}:`) });
    expect(await row.innerText()).toContain('Accepted');
  });
});
