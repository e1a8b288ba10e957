import { expect, it } from 'vitest'
import { runAnonymity, sayAnonymity } from '../bench/anonymity.ts'
import { builtForTests } from '../bench/serverProcess.ts'
import { notesEach } from './play.ts'

it('[SEC11] over many rounds no way of guessing who wrote a note is better than chance', async () => {
  builtForTests()
  const rounds = Number(process.env.ROUNDS ?? 20)
  const report = await runAnonymity({ rounds, say: console.error })
  sayAnonymity(report, console.error)
  expect(report.leaks).toEqual([])
  expect([report.rounds, report.guesses]).toEqual([rounds, rounds * 8 * notesEach])
  // An attacker who looks nowhere finds nothing.
  expect(report.strategies.length).toBeGreaterThan(500)
}, 7_200_000)
