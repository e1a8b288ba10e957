import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..', '..')

/** Client and server as `npm start` would run them, and a browser to look at them with. */
export default function prepare(): void {
  if (process.env.KINTSUGI_E2E_BUILT !== '1') {
    const built = spawnSync(process.execPath, ['scripts/house.mjs', 'build'], { cwd: root, stdio: 'inherit' })
    if (built.error) throw built.error
    if (built.status !== 0) throw new Error('The build failed; the end-to-end tests need it.')
  }
  findChromium()
}
