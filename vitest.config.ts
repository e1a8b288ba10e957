import { defineConfig } from 'vitest/config'

/** Unit, property, architecture and fault tests. End-to-end tests have their own: tests/e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/e2e/**'],
    // The read page carries its style sheet inside; everywhere else style is nothing to a test.
    css: { include: [/reading\/src\/page\.css/] },
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})
