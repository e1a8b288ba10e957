// `npm test`: everything that guards the house, with one closing line that counts. What only reads the source runs side
// by side; what measures, or takes both processors, runs alone.
// Runs on the pinned Node 24 (scripts/house.mjs sees to that). Arguments choose steps by name: `npm test -- types unit`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../tests/e2e/chromium.ts'

const scratch = mkdtempSync(join(tmpdir(), 'kintsugi-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }
/** What went wrong, said once more at the end: a log is read from there, and often only that is kept of it. */
const failures = []
/** What failed and passed when asked again (`retry` in the configurations): no failure, and no secret. */
const wavering = []
const told = (name, why = '') => `✗ ${name}${why && `\n${why.trim().replace(/^/gm, '  ')}`}`
const fail = (name, why) => failures.push(told(name, why))
const linesOf = (text, from, to) => text.split('\n').slice(from, to).join('\n')

// A pipe has no colours; whoever looks on keeps them.
const env = process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env
async function run(command, args, say) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say)
  const [status] = await once(child, 'close')
  return status === 0
}
/** A step that is right or wrong as a whole counts as one. */
const check =
  (command, ...args) =>
  async (say) => {
    let said = ''
    const fine = await run(command, args, (text) => {
      said += text
      say(text)
    })
    counts[fine ? 'passed' : 'failed'] += 1
    if (!fine) fail([command, ...args].join(' '), linesOf(said, -60))
    return fine
  }
/** A step that counts its own tests. */
const vitest =
  (name, ...args) =>
  async (say) => {
    const report = join(scratch, `${name}.json`)
    const fine = await run(
      'vitest',
      ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      say,
    )
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    counts.passed += numPassedTests
    counts.skipped += numPendingTests
    for (const { name: file, status, message, assertionResults } of testResults) {
      let failed = 0
      for (const { status, fullName, failureMessages } of assertionResults) {
        if (failureMessages.length === 0) continue
        const list = status === 'failed' ? failures : wavering
        list.push(told(`${file}\n  ${fullName}`, linesOf(failureMessages.join('\n'), 0, 30)))
        if (status === 'failed') failed += 1
      }
      if (status === 'failed' && failed === 0) fail(file, linesOf(message ?? '', 0, 30))
    }
    if (!fine && failures.length === 0) fail(name, 'failed outside of its tests: see above')
    // A suite that fails before its first test has no failed test to count.
    counts.failed += fine ? numFailedTests : Math.max(1, numFailedTests)
    return fine && numFailedTests === 0
  }

/** One after the other; the steps of one of these side by side. */
const stages = [
  {
    format: check('biome', 'ci', '.'),
    types: check('tsc'),
    floors: check('turbo', 'boundaries'),
    unused: check('knip'),
    build: check(process.execPath, 'scripts/house.mjs', 'build'),
  },
  { budget: check('size-limit') },
  // Before the first test that looks at a page: some unit tests do too, and would be skipped without it.
  {
    async browser() {
      findChromium()
      counts.passed += 1
      return true
    },
  },
  { unit: vitest('unit') },
  { e2e: vitest('e2e', '--config', 'tests/e2e/vitest.config.ts') },
]

async function perform(name, step, say) {
  const started = performance.now()
  let fine = false
  try {
    fine = await step(say)
  } catch (error) {
    fail(name, error.stack)
    counts.failed += 1
  }
  return `── ${name}: ${fine ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`
}

const chosen = process.argv.slice(2)
for (const stage of stages) {
  const steps = Object.entries(stage).filter(([name]) => chosen.length === 0 || chosen.includes(name))
  const alone = steps.length === 1
  await Promise.all(
    steps.map(async ([name, step]) => {
      if (alone) console.log(`\n── ${name}`)
      // Beside others its words are kept until it has ended.
      let said = ''
      const verdict = await perform(name, step, (text) => {
        if (alone) process.stdout.write(text)
        else said += text
      })
      if (!alone) console.log(`\n── ${name}`)
      process.stdout.write(said)
      console.log(verdict)
    }),
  )
}
rmSync(scratch, { recursive: true })
if (wavering.length > 0) console.log(`\n── passed only when asked again\n${wavering.join('\n\n')}`)
if (failures.length > 0) console.log(`\n── what failed\n${failures.join('\n\n')}`)
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
)
process.exitCode = counts.failed === 0 ? 0 : 1
