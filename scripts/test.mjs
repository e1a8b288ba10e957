// `npm test`: everything that guards the house, one after the other, with one closing line that counts.
// Runs on the pinned Node 24 (scripts/house.mjs sees to that). Arguments choose steps by name: `npm test -- types unit`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'kintsugi-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

function run(command, args) {
  const done = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (done.error) throw done.error
  return done.status === 0
}
/** A step that is right or wrong as a whole counts as one. */
const check =
  (command, ...args) =>
  () => {
    counts[run(command, args) ? 'passed' : 'failed'] += 1
  }
/** A step that counts its own tests. */
const vitest =
  (name, ...args) =>
  () => {
    const report = join(scratch, `${name}.json`)
    const fine = run('vitest', [
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += numPassedTests
    counts.skipped += numPendingTests
    // A suite that fails before its first test has no failed test to count.
    counts.failed += fine ? numFailedTests : Math.max(1, numFailedTests)
  }

const steps = {
  format: check('biome', 'ci', '.'),
  types: check('tsc'),
  floors: check('turbo', 'boundaries'),
  unused: check('knip'),
  build: check(process.execPath, 'scripts/house.mjs', 'build'),
  budget: check('size-limit'),
  unit: vitest('unit'),
  e2e: vitest('e2e', '--config', 'tests/e2e/vitest.config.ts'),
}

const chosen = process.argv.slice(2)
for (const [name, step] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`\n── ${name}`)
  const started = performance.now()
  const failedBefore = counts.failed
  try {
    step()
  } catch (error) {
    console.error(error)
    counts.failed += 1
  }
  const verdict = counts.failed === failedBefore ? 'ok' : 'FAILED'
  console.log(`── ${name}: ${verdict} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
rmSync(scratch, { recursive: true })
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
)
process.exitCode = counts.failed === 0 ? 0 : 1
