import type { AxeResults, RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  // Off unless asked for, though it is part of WCAG 2.2 AA.
  rules: { 'target-size': { enabled: true } },
};

/**
 * What the page in view does against WCAG 2.0, 2.1 and 2.2, levels A and AA, one line for each thing found:
 * "color-contrast (serious): Elements must meet … at .govuk-tag". An empty list is good.
 *
 * axe is itself a script, so the page's context must allow scripts. It is run past the page's own security policy.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run: (o: unknown) => Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${help}, at ${node.target.join(' ')}`),
  );
}

/**
 * Shows the pages of this context as they are without JavaScript, and still lets axe look at them: in a context with
 * scripts switched off axe could not run at all, so instead our own scripts, the only ones there are, never arrive.
 */
export async function keepOutOurScripts(context: BrowserContext): Promise<void> {
  await context.route(/\.js(\?|$)/, (route) => route.abort());
}
