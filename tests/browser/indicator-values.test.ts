import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../helpers/axe.ts';
import { overflowAt } from '../helpers/inspect.ts';
import { openSite, press, type Site, signIn, signUp } from '../helpers/site-browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** An indicator of its own for each way of reading; the number of its newest value, and a period that has none. */
const STORIES = [
  { scripts: 'off', code: 'OFH', period: '2024', unit: 'people', last: 2 },
  { scripts: 'on', code: 'UKBWGS', period: '2024', unit: 'genomes', last: 2 },
] as const;

const record = (page: Page, button: string) => press(page, page.getByRole('button', { name: button }));
const summary = (page: Page) => page.locator('.govuk-error-summary');
const banner = (page: Page) => page.locator('.govuk-notification-banner').innerText();

/** Fits a narrow screen, and axe finds nothing; without scripts axe cannot run. */
async function expectSound(page: Page, scripts: 'on' | 'off'): Promise<void> {
  if (scripts === 'off') return;
  expect(await overflowAt(page, 320)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe.each(STORIES)('with JavaScript $scripts', ({ scripts, code, period, unit, last }) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await site.context(scripts)).newPage();
    await page.goto('/');
    if (scripts === 'off') await signUp(page, site.server);
    else await signIn(page);
  });
  afterAll(() => page?.context().close());

  test('a form with faults keeps what was typed and says what is wrong', async () => {
    await page.goto(`/indicators/${code}`);
    await press(page, page.getByRole('link', { name: 'Record a value' }));
    await page.getByLabel('What is the value?').fill('about five');
    await page.getByLabel('Why it is recorded').fill('The new count');
    await record(page, 'Record the value');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await summary(page).locator('a').count()).toBe(2);
    expect(await page.getByLabel('What is the value?').inputValue()).toBe('about five');
    await expectSound(page, scripts);
    expect(await page.getByLabel('Why it is recorded').inputValue()).toBe('The new count');
    if (scripts === 'on') expect(await summary(page).evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('a value is recorded, and stands marked in the table', async () => {
    await page.getByLabel('Which period is it of?').fill(period);
    await page.getByLabel('What is the value?').fill('1,500,000');
    await page.getByLabel('Provisional').check();
    await record(page, 'Record the value');
    expect(await banner(page)).toContain(`1,500,000 ${unit}, ${period} (from memory, provisional), is recorded.`);
    await page.getByRole('link', { name: 'See it among all values' }).click();
    expect(new URL(page.url()).hash).toBe(`#value-${last + 1}`);
    expect(await page.getByRole('row', { name: '1,500,000' }).first().innerText()).toContain('Just recorded');
  });

  test('a second value for the period is refused, and leads to restating', async () => {
    await page.goto(`/indicators/${code}/record`);
    await page.getByLabel('Which period is it of?').fill(period);
    await page.getByLabel('What is the value?').fill('1600000');
    await page.getByLabel('Why it is recorded').fill('Counted again');
    await record(page, 'Record the value');
    expect(await summary(page).innerText()).toMatch(/has a value for 2024 already, 1,500,000 .*restate that one/);
  });

  test('a value is restated; the earlier one is kept', async () => {
    await page.goto(`/indicators/${code}`);
    await press(page, page.getByRole('link', { name: `Restate the value of ${period}` }));
    expect(await page.getByLabel('Revised').isChecked()).toBe(true);
    await page.getByLabel('What is the value?').fill('1600000');
    await page.getByLabel('Why it is restated').fill('Counted again');
    await record(page, 'Restate the value');
    expect(await banner(page)).toContain('1,600,000');
    const earlier = page.locator('section[aria-labelledby="earlier-values"]');
    expect(await earlier.getByRole('row', { name: '1,500,000' }).innerText()).toMatch(/Restated[\s\S]*1,600,000/);
  });

  test('whoever was slower sees both, and can restate what came first', async () => {
    const form = async (window: Page, value: string) => {
      await window.goto(`/indicators/${code}/record`);
      await window.getByLabel('Which period is it of?').fill('2023-06');
      await window.getByLabel('What is the value?').fill(value);
      await window.getByLabel('Why it is recorded').fill('Counted in June');
    };
    const other = await page.context().newPage();
    await form(page, '700000');
    await form(other, '710000');
    await record(other, 'Record the value');
    await other.close();
    await record(page, 'Record the value');
    expect(await page.getByRole('row', { name: 'Value' }).innerText()).toMatch(/710,000[\s\S]*700,000/);
    expect(await page.getByLabel('What is the value?').inputValue()).toBe('700000');
    await expectSound(page, scripts);
    await record(page, 'Restate the value');
    expect(await banner(page)).toContain('700,000');
  });

  test('a file is checked, mended, previewed and recorded; a second time it does nothing', async () => {
    const header = 'indicator;period;series;value;status;confirmation;source;note';
    const rows = (value: string) => `${header}\n${code};2025;counted anew;${value};final;memory;;\n`;
    const send = async (text: string | Buffer) => {
      const buffer = Buffer.from(text);
      await page.locator('input[type=file]').setInputFiles({ name: 'values.csv', mimeType: 'text/csv', buffer });
      await record(page, 'Check the rows');
    };
    await page.goto('/indicators');
    await press(page, page.getByRole('link', { name: 'Record values from a file' }));
    await send(rows('two million'));
    expect(await summary(page).innerText()).toContain('1 fault in the rows. Nothing was recorded');
    expect(await page.getByRole('row', { name: 'two million' }).innerText()).toMatch(/value[\s\S]*plain number/);
    expect(await page.getByLabel('Or paste its rows').inputValue()).toBe(rows('two million'));
    await expectSound(page, scripts);

    await page.getByLabel('Or paste its rows').fill(rows('2000000'));
    await record(page, 'Check the rows');
    expect(await page.getByRole('main').innerText()).toContain('read with semicolons');
    expect(await page.getByRole('row', { name: '2,000,000' }).innerText()).toMatch(/New series[\s\S]*Adds a value/);
    await expectSound(page, scripts);
    await page.getByLabel('Why they are recorded').fill('The new count');
    await record(page, 'Record 1 value');
    expect(await banner(page)).toContain('1 value is recorded as one change');
    await expectSound(page, scripts);

    await page.goto('/indicators/values');
    await send(rows('2000000'));
    expect(await page.getByRole('main').innerText()).toContain('There is nothing to record');
    await page.goto('/indicators/values');
    await send(Buffer.alloc(2_000_000, 'x'));
    expect(await page.locator('body').innerText()).toContain('Send 1 megabyte or less at a time');
  });
});
