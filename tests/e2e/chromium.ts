import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser's own windows have an address bar with two pages of its own behind it, drawn anew for each participant: a
 * second of a processor each, which nobody looks at. The list takes the place of Playwright's, so its names stand here too.
 */
const withoutFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]
export const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${withoutFeatures.join()}`,
]

/** Path of a Chromium; installs the system's where that is permitted. KINTSUGI_CHROMIUM names another. */
export function findChromium(): string {
  const named = process.env.KINTSUGI_CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`KINTSUGI_CHROMIUM names ${named}, which does not exist.`)
    return named
  }
  const found = places.find((path) => existsSync(path))
  if (found) return found
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.error('Installing Chromium for the end-to-end tests …')
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
    const installed = places.find((path) => existsSync(path))
    if (installed) return installed
  }
  throw new Error(
    'The end-to-end tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or name one: KINTSUGI_CHROMIUM=/path/to/chromium',
  )
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.error) throw done.error
}
