import { defineConfig } from 'vitest/config'

/** Unit, property, architecture and fault tests. End-to-end tests have their own: tests/e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/e2e/**'],
    // Style sheets are read as text (`?raw`); without this they are empty here.
    css: true,
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})
