import { expect, test } from 'vitest';
import { FileName } from '#app/components/imports/file-name.tsx';
import { ReadingProgress } from '#app/components/imports/reading-progress.tsx';
import { draw } from '../helpers/drawing.ts';

const drawn = (rows: number, of: number | null) => draw(<ReadingProgress again="/import/7" progress={{ rows, of }} />);

test('the reading of a file says how far it has come, in words and as a bar, and leads on without a script', () => {
  const html = drawn(4_000, 10_000);
  expect(html).toContain('<label for="progress">4,000 of 10,000 rows read</label>');
  expect(html).toMatch(/<progress[^>]*id="progress"[^>]*value="4000"[^>]*max="10000"/);
  expect(html).toContain('href="/import/7"');
  expect(html).toContain('data-reload-after="2"');
});

test('before it is known how many rows there are, the bar promises nothing', () => {
  expect(drawn(0, null)).toContain('The reading has begun');
  expect(drawn(1_200, null)).toContain('1,200 rows read');
  expect(drawn(1_200, null)).toMatch(/<progress class="app-progress" id="progress"><\/progress>/);
});

test('the name of a file may break at its parts, and is the same text', () => {
  const html = draw(<FileName name="strategy_of-2026.ods" />);
  expect(html).toBe('strategy_<wbr/>of-<wbr/>2026<wbr/>.ods');
});
