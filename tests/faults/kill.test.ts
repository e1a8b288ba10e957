import { expect, it } from 'vitest'
import { runFaults } from '../bench/faults.ts'
import { builtForTests, freePort } from '../bench/serverProcess.ts'

it('[FT7] kill -9 while eight people write: of what was acknowledged nothing is lost', async () => {
  builtForTests()
  const runs = Number(process.env.RUNS ?? 20)
  // Three servers at once: writing, dying and beginning anew are mostly waiting.
  const shares = [0, 1, 2].map((nth) => Math.floor((runs + nth) / 3)).filter((share) => share > 0)
  const reports = await Promise.all(
    shares.map(async (share) => runFaults({ runs: share, port: await freePort(), say: console.error })),
  )
  const sum = (of: (report: (typeof reports)[number]) => number) =>
    reports.reduce((all, report) => all + of(report), 0)
  expect(sum((report) => report.runs)).toBe(runs)
  expect(reports.flatMap(({ lost }) => lost)).toEqual([])
  expect(sum(({ unequal }) => unequal)).toBe(0)
  // With nothing acknowledged, nothing can be lost.
  expect(sum(({ acked }) => acked)).toBeGreaterThan(runs * 40)
}, 7_200_000)
