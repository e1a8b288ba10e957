import { defineConfig } from 'vitest/config'

/** Scenes that hold a time against its limit: they run alone, since two at once would measure each other. */
const measuring = ['together', 'widen', 'importLarge'].map((name) => `tests/e2e/${name}.test.ts`)
/** A slow machine is no fault: what is waited for may take its time, and what has a limit says so itself. */
const all = {
  testTimeout: 180_000,
  hookTimeout: 120_000,
  isolate: false,
  expect: { poll: { timeout: 30_000 } },
  // `npm test` names at its end what passed only then.
  retry: 1,
}

/** A real server for each file, a real Chromium for each worker; first two files at a time, then one by one. */
export default defineConfig({
  test: {
    globalSetup: ['tests/e2e/prepare.ts'],
    projects: [
      {
        test: {
          ...all,
          name: 'scenes',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: measuring,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { ...all, name: 'measured', include: measuring, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
})
