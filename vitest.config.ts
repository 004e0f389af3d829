import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globals: false,
    setupFiles: ['tests/helpers/no-console-errors.ts'],
    globalSetup: ['tests/helpers/global-setup.ts'],
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: more workers than that only make browsers wait for servers.
    maxWorkers: 2,
  },
});
