import { defineConfig } from 'vitest/config'

const all = {
  exclude: ['**/node_modules/**', '**/dist/**', 'tests/e2e/**'],
  // Style sheets are read as text (`?raw`); without this they are empty here.
  css: true,
  testTimeout: 120_000,
  // A slow machine is no fault: what is waited for may take its time, and what has a limit says so itself.
  expect: { poll: { timeout: 10_000 } },
  // `npm test` names at its end what passed only then.
  retry: 1,
  maxWorkers: 2,
}

/** Unit, property, architecture and fault tests. End-to-end tests have their own: tests/e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...all,
          name: 'house',
          include: ['apps/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // After the others, which take longer. Nothing here keeps anything outside of its test: the files of a worker share what they import.
        test: {
          ...all,
          name: 'packages',
          include: ['packages/**/*.test.{ts,tsx}'],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
})
