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

/** Runs beside others where its words are kept until it has ended. */
async function run(command, args, say) {
  const child = spawn(command, args, {
    stdio: ['ignore', say ? 'pipe' : 'inherit', say ? 'pipe' : 'inherit'],
  })
  for (const stream of say ? [child.stdout, child.stderr] : []) stream.setEncoding('utf8').on('data', say)
  const [status] = await once(child, 'close')
  return status === 0
}
/** A step that is right or wrong as a whole counts as one. */
const check =
  (command, ...args) =>
  async (say) => {
    const fine = await run(command, args, say)
    counts[fine ? 'passed' : 'failed'] += 1
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
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += numPassedTests
    counts.skipped += numPendingTests
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
    console.error(error)
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
      let said = ''
      const verdict = await perform(name, step, alone ? undefined : (text) => (said += text))
      if (!alone) console.log(`\n── ${name}`)
      if (said !== '') process.stdout.write(said)
      console.log(verdict)
    }),
  )
}
rmSync(scratch, { recursive: true })
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
)
process.exitCode = counts.failed === 0 ? 0 : 1
