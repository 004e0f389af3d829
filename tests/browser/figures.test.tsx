import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FigureCard } from '#app/components/figures/figure-card.tsx';
import { StatusByQuarterChart } from '#app/components/figures/status-by-quarter.tsx';
import { quarterLabel, quartersBetween } from '#app/domain/quarter.ts';
import { axeViolations } from '../helpers/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { draw } from '../helpers/drawing.ts';

const rows = quartersBetween('2017-18-Q2', '2026-27-Q2').map((quarter, i) => ({
  quarter,
  label: quarterLabel(quarter),
  soFar: false,
  counts: { 'done by first date': i, 'done late': i, 'date passed': 2, open: 20 },
  endedOtherwise: 1,
}));

const figure = (
  <FigureCard
    number={1}
    id="figure-1"
    title="More is done every quarter"
    subtitle="Milestones by quarter"
    leftOut={null}
    source="the record."
    asAt="2026-11-23"
    csvHref="/figures/status-by-quarter.csv"
    table={{
      caption: 'Milestones by quarter',
      columns: [{ key: 'label', label: 'Quarter' }],
      rows: rows.map(({ label }) => ({ label })),
    }}
    wide={<StatusByQuarterChart id="figure-1" rows={rows} width={720} />}
    narrow={<StatusByQuarterChart id="figure-1" rows={rows} width={328} />}
  />
);

// As a program: inside the test runner the library warns of each old name that it still has.
const sass = ['node_modules/sass/sass.js', '--load-path=node_modules', '--quiet-deps', 'app/styles/app.scss'];

/** A page with one figure, our style and our script, as it stands on the overview. */
function pageText(script: string): string {
  return `<!doctype html><html lang="en-GB" class="govuk-template"><title>Figure</title><style>${css}</style>
    <meta name="viewport" content="width=device-width"><body class="govuk-template__body">
    <main class="govuk-width-container">${draw(figure)}</main><script>${script}</script></body></html>`;
}

let browser: Browser;
let css: string;
let html: string;
beforeAll(async () => {
  browser = await launchBrowser();
  css = execFileSync(process.execPath, sass, { encoding: 'utf8' });
  html = pageText(readFileSync('public/enhance.js', 'utf8'));
});
afterAll(() => browser?.close());

async function opened(width: number, content = html): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(content);
  return page;
}

const tip = (page: Page) => page.locator('.figure__tip');

describe('a figure in a browser', () => {
  test('shows one drawing at each width, with no text under 12 px and no sideways scroll at 320 px', async () => {
    for (const [width, shown, hidden] of [
      [1280, 'wide', 'narrow'],
      [360, 'narrow', 'wide'],
      [320, 'narrow', 'wide'],
    ] as const) {
      const page = await opened(width);
      expect(await page.locator(`.figure__chart--${shown}`).isVisible()).toBe(true);
      expect(await page.locator(`.figure__chart--${hidden}`).isVisible()).toBe(false);
      const smallest = await page
        .locator(`.figure__chart--${shown} svg text`)
        .evaluateAll((texts) =>
          Math.min(
            ...texts.map(
              (text) =>
                parseFloat(getComputedStyle(text).fontSize) * ((text as SVGGraphicsElement).getScreenCTM()?.a ?? 0),
            ),
          ),
        );
      expect(smallest).toBeGreaterThanOrEqual(12);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    }
  });

  test('is one tab stop, read bar by bar with the arrow keys, closed with Escape', async () => {
    const page = await opened(1280);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await tip(page).innerText()).toContain('July to September 2017');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[aria-live]').innerText()).toMatch(/^October to December 2017\. Open: 20\./);
    await page.keyboard.press('Escape');
    expect(await tip(page).isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Figure 1 as a table');
    await page.close();
  });

  test('its tooltip stays on screen and stays open under the pointer', async () => {
    const page = await opened(360);
    await page.locator('.figure__chart--narrow .figure__hit').last().hover();
    const box = await tip(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20, { steps: 12 });
    await page.waitForTimeout(400);
    expect(await tip(page).isVisible()).toBe(true);
    await page.close();
  });

  test('prints its table without being opened, and without a script', async () => {
    const page = await opened(700, pageText(''));
    expect(await page.locator('.figure__table').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('.figure__table').boundingBox();
    expect(box?.height).toBeGreaterThan(500);
    expect(await page.locator('.figure__chart--wide').isVisible()).toBe(true);
    await page.close();
  });

  test('meets WCAG 2.2 AA, with its table open', async () => {
    const page = await opened(1280);
    await page.locator('summary').click();
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
