import { defineConfig } from 'vitest/config'

/** A real server, a real Chromium, one scene after the other: two at once would measure each other. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/prepare.ts'],
    fileParallelism: false,
    testTimeout: 40_000,
    hookTimeout: 60_000,
  },
})
