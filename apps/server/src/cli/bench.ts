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

/** The full form of the kill -9 test. Resolves to its exit code. */
export async function benchFaults(runs: string): Promise<number | Failure> {
  if (!/^[1-9]\d*$/.test(runs)) return failure('numberInvalid', { value: runs })
  const script = join(checkoutRoot(dirname(fileURLToPath(import.meta.url))), 'tests/bench/faults.ts')
  if (!existsSync(script)) return failure('checkoutNeeded', { file: script })
  const child = spawn(process.execPath, [script, '--runs', runs], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
