import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.js';

/** Starts one Chromium; whoever starts it closes it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args, env: withoutMissing(env) });
}

function withoutMissing(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
