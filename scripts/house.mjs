// The house's door: plain JavaScript that runs on any Node >= 20 before anything is installed.
// It installs when the lockfile has changed, builds when a source has changed, and goes on with the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const bin = (name) => join(modules, '.bin', name)
/** The machine's PATH with our pinned tools first. */
const env = {
  ...process.env,
  PATH: `${join(modules, '.bin')}:${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: '1',
}

function run(command, args, { quiet = false, variables = {} } = {}) {
  // Everything we say on the way goes to stderr: stdout belongs to the command (`kintsugi analyze --json | jq`).
  const done = spawnSync(command, args, {
    cwd: root,
    env: { ...env, ...variables },
    stdio: ['ignore', quiet ? 'pipe' : 2, 2],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (done.error) throw done.error
  // Quiet only while it goes well.
  if (done.status !== 0 && quiet) process.stderr.write(done.stdout)
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.turbo'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesIn(path)
    return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [path]
  })
}
function digest(files) {
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
function unlessDone(stampFile, files, work) {
  const stamp = digest(files)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  work()
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

export function install() {
  const manifests = ['packages', 'apps'].flatMap((floor) =>
    readdirSync(join(root, floor)).map((name) => join(root, floor, name, 'package.json')),
  )
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'tests/package.json'].map((f) =>
    join(root, f),
  )
  unlessDone(
    join(modules, '.kintsugi-installed'),
    [...files, ...manifests].filter((f) => existsSync(f)),
    () => {
      const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
      console.error('Installing …')
      run('npx', ['-y', packageManager, 'install', '--frozen-lockfile', '--reporter', 'append-only'], {
        quiet: true,
      })
    },
  )
}
export function build(app) {
  const files = [
    ...sourcesIn(join(root, 'packages')),
    ...sourcesIn(join(root, 'apps', app)),
    join(root, 'pnpm-lock.yaml'),
  ]
  unlessDone(join(root, 'apps', app, 'dist', '.kintsugi-built'), files, () => {
    console.error(`Building ${app} …`)
    // Whatever the caller runs as (a test, a developer's shell): another value builds React's development form, whose
    // server half then fails.
    const variables = { NODE_ENV: 'production' }
    run(bin('vite'), ['build', join('apps', app), '--logLevel', 'warn'], { variables })
  })
}
function become(script, args) {
  const child = spawn(bin('node'), [join(root, script), ...args], {
    cwd: process.env.INIT_CWD ?? root,
    env,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

const [command, ...args] = process.argv.slice(2)
install()
switch (command) {
  case 'start':
    build('web')
    build('server')
    become('apps/server/dist/main.js', args)
    break
  case 'kintsugi':
    build('server')
    become('apps/server/dist/cli.js', args)
    break
  case 'build':
    build('web')
    build('server')
    break
  case 'test':
    become('scripts/test.mjs', args)
    break
  default:
    console.error(`house: unknown command ${command}`)
    process.exit(2)
}
