import { expect, it } from 'vitest'
import { runFaults } from '../bench/faults.ts'
import { builtForTests, freePort } from '../bench/serverProcess.ts'

it('[FT7] kill -9 while eight people write: of what was acknowledged nothing is lost', async () => {
  builtForTests()
  const runs = Number(process.env.RUNS ?? 20)
  const report = await runFaults({ runs, port: await freePort(), say: console.error })
  expect(report.runs).toBe(runs)
  expect(report.lost).toEqual([])
  expect(report.unequal).toBe(0)
  // With nothing acknowledged, nothing can be lost.
  expect(report.acked).toBeGreaterThan(runs * 40)
}, 7_200_000)
