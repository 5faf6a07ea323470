import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine is slow and not wrong.
    expect: { poll: { timeout: 15_000 } },
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/helpers/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Two cores: each embedded engine takes one of them and up to a gigabyte.
    maxWorkers: 2,
    pool: 'forks',
    // "N passed" stands last, where a reader and a machine look for it.
    reporters: ['default'],
  },
});
