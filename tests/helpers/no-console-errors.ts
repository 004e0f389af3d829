import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

/**
 * Fails the test in which the program wrote a warning or an error that nobody expected.
 * A test that provokes one puts its own spy in the way: `vi.spyOn(console, 'error').mockImplementation(() => {})`.
 */
let spies: MockInstance[] = [];

beforeEach(() => {
  spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(() => {}));
});

afterEach(() => {
  const written = spies.flatMap((spy) => spy.mock.calls.map((call) => call.join(' ')));
  for (const spy of spies) spy.mockRestore();
  expect(written, 'console.error or console.warn was called').toEqual([]);
});
