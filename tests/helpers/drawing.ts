import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';

/** The markup of an element, as a reading page sends it. */
export const draw = (element: ReactElement): string => renderToStaticMarkup(element);

/** The attributes of every element that carries the class. */
export function elements(html: string, className: string): Record<string, string>[] {
  const tags = html.match(new RegExp(`<[^>]*class="${className}( [^"]*)?"[^>]*>`, 'g')) ?? [];
  return tags.map((tag) => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])));
}

/** Fails unless the drawing has only real numbers, unique ids that resolve, and no text under 12 px. */
export function expectSound(html: string): void {
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const [, used] of html.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(used);
  const sizes = [...html.matchAll(/font-size="([^"]*)"/g)].map(([, size]) => Number(size));
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
}
