import { parseArgs } from 'node:util'
import { interval, isBetterThanChance, type Score } from '../security/chance.ts'
import { addDrift, driftOf, guess, mostDrift, type Tally } from '../security/guesses.ts'
import { playRound } from '../security/play.ts'
import { builtForTests, freePort, ServerProcess } from './serverProcess.ts'

/**
 * Anonymous rounds of eight people, and an attacker who sees everything but their network addresses and guesses who wrote
 * which note, in every way we can think of. A guess is no better than chance, or something leaks.
 */
export interface AnonymityReport {
  rounds: number
  guesses: number
  strategies: { name: string; score: Score }[]
  /** How far each order that can be seen has to do with the order of posting, in standard deviations. */
  drifts: { name: string; drift: number }[]
  /** What is better than chance. */
  leaks: string[]
}

/** After so many rounds the server gets a new folder, so that the attacker's copies stay small. */
const roundsPerServer = 20

export async function runAnonymity(options: {
  rounds: number
  seed?: number
  atOnce?: number
  say?: (line: string) => void
  /** Every hundred rounds: how it stands. */
  meanwhile?: (report: AnonymityReport) => void
}): Promise<AnonymityReport> {
  const { rounds, seed = 1, atOnce = 4, say, meanwhile } = options
  const tally: Tally = new Map()
  const drift = new Map<string, number[]>()
  let done = 0
  for (let first = 0; first < rounds; first += roundsPerServer) {
    const server = new ServerProcess(await freePort(), { env: { KINTSUGI_LOG: 'debug' } })
    await server.start()
    try {
      const left = Array.from({ length: Math.min(roundsPerServer, rounds - first) }, (_, n) => first + n)
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let n = left.shift(); n !== undefined; n = left.shift()) {
            const { round, sight } = await playRound(server, seed + n)
            round.meeting.leave()
            guess(sight, tally)
            addDrift(sight, drift)
            done += 1
            if (done % 20 === 0) say?.(`${done} rounds`)
            if (done % 100 === 0 && done < rounds) meanwhile?.(reportOf(done, tally, drift))
          }
        }),
      )
    } finally {
      await server.close()
    }
  }
  return reportOf(done, tally, drift)
}

function reportOf(rounds: number, tally: Tally, drift: ReadonlyMap<string, number[]>): AnonymityReport {
  const strategies = [...tally]
    .map(([name, score]) => ({ name, score }))
    .toSorted((a, b) => b.score.hits / b.score.of - a.score.hits / a.score.of)
  const drifts = [...drift]
    .map(([name, scores]) => ({ name, drift: driftOf(scores) }))
    .toSorted((a, b) => Math.abs(b.drift) - Math.abs(a.drift))
  const leaks = [
    ...strategies.filter(({ score }) => isBetterThanChance(score)).map(({ name }) => name),
    ...drifts
      .filter((one) => Math.abs(one.drift) > mostDrift)
      .map(({ name }) => `order of posting by ${name}`),
  ]
  return { rounds, guesses: strategies[0]?.score.of ?? 0, strategies, drifts, leaks }
}

export function sayAnonymity(report: AnonymityReport, say: (line: string) => void): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  const { rounds, guesses, strategies, drifts, leaks } = report
  say(`${rounds} anonymous rounds of eight, ${strategies.length} ways to guess, ${guesses} guesses each`)
  say(`right by chance: ${percent(1 / 8)}; the best of them (95 % intervals, for all ways together):`)
  for (const { name, score } of strategies.slice(0, 5)) {
    const [low, high] = interval(score, strategies.length)
    say(`  ${percent(score.hits / score.of)} (${percent(low)} to ${percent(high)})  ${name}`)
  }
  say('what an order has to do with the order of posting, in standard deviations; the largest:')
  for (const { name, drift } of drifts.slice(0, 5)) say(`  ${drift.toFixed(2)}  ${name}`)
  say(leaks.length === 0 ? 'nothing links better than chance' : `better than chance: ${leaks.join('; ')}`)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: process.env.ROUNDS ?? '1000' },
      seed: { type: 'string', default: '1' },
    },
  })
  builtForTests()
  const report = await runAnonymity({
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    say: console.error,
    meanwhile: (report) => sayAnonymity(report, console.error),
  })
  sayAnonymity(report, console.log)
  process.exitCode = report.leaks.length === 0 ? 0 : 1
}
