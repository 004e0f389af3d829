import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieFor, makePerson, withDatabase } from '../helpers/people.ts';
import { openSite, press, type Scripts, type Site } from '../helpers/site-browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** A window in which somebody new of the strategy office is signed in. */
async function officeWindow(scripts: Scripts, name: string): Promise<Page> {
  const person = await withDatabase(site.server, (db) => makePerson(db, 'reviewer', { name }));
  const [cookie = '', value = ''] = (await cookieFor(site.server, person)).split(/=(.*)/s);
  const context = await site.context(scripts);
  await context.addCookies([{ name: cookie, value, url: site.server.url }]);
  return context.newPage();
}

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const box = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const revision = (page: Page, number: number) => page.locator(`section[aria-labelledby="revision-${number}"]`);

describe.each(['off', 'on'] as const)('with JavaScript %s', (scripts) => {
  const code = `RDDA${scripts.toUpperCase()}`;
  let first: Page;
  let second: Page;
  beforeAll(async () => {
    first = await officeWindow(scripts, `Rosalind ${scripts}`);
    second = await officeWindow(scripts, `Mary ${scripts}`);
  });

  test('a form with faults keeps what was typed, more rows too, and leads to each fault', async () => {
    await first.goto('/partnerships');
    await press(first, first.getByRole('link', { name: 'Add a partnership' }));
    await box(first, 'code').fill(code);
    await box(first, 'name').fill('Rare Disease Alliance');
    await box(first, 'members.0.organisation').selectOption({ label: 'Genomics England' });
    await press(first, button(first, 'Add more members'));
    expect(await box(first, 'members.5.organisation').count()).toBe(1);
    expect(await box(first, 'members.6.organisation').count()).toBe(0);
    expect(new URL(first.url()).hash).toBe('#members-3-organisation');
    await box(first, 'members.4.role').fill('funder');
    await Promise.all([first.waitForEvent('load'), box(first, 'name').press('Enter')]);
    const summary = first.locator('.govuk-error-summary');
    expect(await summary.innerText()).toMatch(
      /what it is for[\s\S]*Enter the role of member 1[\s\S]*Choose the organisation of member 5/,
    );
    expect(await box(first, 'members.0.organisation').inputValue()).toBe('GEL');
    expect(await box(first, 'members.4.role').inputValue()).toBe('funder');
    await summary.getByRole('link', { name: 'Choose the organisation of member 5' }).click();
    if (scripts === 'on')
      expect(await box(first, 'members.4.organisation').evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('it is added, and its page says so', async () => {
    await box(first, 'purpose').fill('Data on rare diseases, joined up.');
    await box(first, 'startedOn.year').fill('2026');
    await box(first, 'members.0.role').fill('host');
    await box(first, 'members.4.out').check();
    await first.getByLabel('Skills').check();
    await box(first, 'strands.0.name').fill('One register');
    await box(first, 'reason').fill('Told by its host.');
    await press(first, button(first, 'Add the partnership'));
    expect(await first.locator('.govuk-notification-banner').innerText()).toMatch(/The partnership is added/);
    expect(await first.locator('section[aria-labelledby="members"] tbody').innerText()).toMatch(/^Genomics England/);
    await first.goto('/partnerships?theme=SKI');
    expect(await first.getByRole('link', { name: 'Rare Disease Alliance' }).count()).toBeGreaterThan(0);
  });

  test('two people edit it at once: the slower one sees both texts, keeps their own and loses nothing of the other', async () => {
    for (const page of [first, second]) {
      await page.goto(`/partnerships/${code}`);
      await press(page, page.getByRole('link', { name: 'Edit the partnership' }));
    }
    await box(first, 'members.1.organisation').selectOption('GSK');
    await box(first, 'members.1.role').fill('funder');
    await box(first, 'funding').fill('£1m');
    await box(first, 'reason').fill('GSK joined.');
    await press(first, button(first, 'Save the partnership'));
    expect(await first.locator('.govuk-notification-banner').innerText()).toMatch(/The partnership is saved/);

    await box(second, 'funding').fill('£2m');
    await box(second, 'reason').fill('New award.');
    await press(second, button(second, 'Save the partnership'));
    expect(await second.getByRole('main').innerText()).toMatch(/Rosalind \w+ saved this while you were writing/);
    const both = second.getByRole('row', { name: /^Funding/ });
    expect(await both.innerText()).toMatch(/£1m[\s\S]*£2m/);
    expect(await box(second, 'funding').inputValue()).toBe('£2m');
    expect(await box(second, 'members.1.organisation').inputValue()).toBe('GSK');
    await press(second, button(second, 'Save the partnership'));
    expect(await second.locator('.govuk-notification-banner').innerText()).toMatch(/The partnership is saved/);
  });

  test('its history has each revision with old and new, who and why, for everybody', async () => {
    const reader = await (await site.context(scripts)).newPage();
    await reader.goto(`/partnerships/${code}`);
    expect(await reader.getByRole('link', { name: 'Edit the partnership' }).count()).toBe(0);
    await press(reader, reader.getByRole('link', { name: 'History of what was recorded here' }));
    expect(await revision(reader, 3).innerText()).toMatch(/Edited by Mary[\s\S]*New award\.[\s\S]*£1m[\s\S]*£2m/);
    expect(await revision(reader, 2).innerText()).toMatch(/Edited by Rosalind[\s\S]*GSK joined\.[\s\S]*GSK \(funder\)/);
    expect(await revision(reader, 1).innerText()).toMatch(/Added by Rosalind[\s\S]*Rare Disease Alliance/);
    await press(reader, revision(reader, 3).getByRole('link', { name: 'New award.' }));
    const { hash } = new URL(reader.url());
    expect(await reader.locator('tr', { has: reader.locator(hash) }).innerText()).toMatch(/New award\./);
    await reader.context().close();
  });

  test('its health is noted, and read by whoever is signed in', async () => {
    await second.goto(`/partnerships/${code}`);
    await press(second, second.getByRole('link', { name: 'How this partnership does' }));
    for (const [part, value] of [
      ['day', '20'],
      ['month', '11'],
      ['year', '2026'],
    ] as const)
      await box(second, `notedOn.${part}`).fill(value);
    await second.getByRole('group', { name: 'Adapting' }).getByLabel('In words').fill('It took in a firm.');
    await press(second, button(second, 'Note the health check'));
    expect(await second.locator('.govuk-error-summary').innerText()).toMatch(/Say what this rests on/);
    await second.getByRole('group', { name: 'Adapting' }).getByLabel('What this rests on').fill('Its board');
    await press(second, button(second, 'Note the health check'));
    expect(await second.locator('.govuk-notification-banner').innerText()).toMatch(/The health check is noted/);
    expect(await second.locator('section[aria-labelledby="adapting"]').innerText()).toMatch(
      /20 November 2026[\s\S]*It took in a firm\.[\s\S]*Its board[\s\S]*Noted by Mary/,
    );
  });
});
