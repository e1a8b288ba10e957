import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Failure, failure } from './failure.ts'

/** Benches lie beside the tests and are no part of what is shipped: they need a checkout around us. */
function checkoutRoot(folder: string): string {
  if (existsSync(join(folder, 'pnpm-workspace.yaml')) || dirname(folder) === folder) return folder
  return checkoutRoot(dirname(folder))
}

/** The full form of a test. Resolves to its exit code. */
async function bench(name: string, option: string, count: string): Promise<number | Failure> {
  if (!/^[1-9]\d*$/.test(count)) return failure('numberInvalid', { value: count })
  const script = join(checkoutRoot(dirname(fileURLToPath(import.meta.url))), 'tests/bench', `${name}.ts`)
  if (!existsSync(script)) return failure('checkoutNeeded', { file: script })
  const child = spawn(process.execPath, [script, option, count], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** kill -9 while people write. */
export const benchFaults = (runs: string): Promise<number | Failure> => bench('faults', '--runs', runs)
/** Guessing who wrote an anonymous note. */
export const benchAnonymity = (rounds: string): Promise<number | Failure> =>
  bench('anonymity', '--rounds', rounds)
