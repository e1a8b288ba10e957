import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
export const builtServer = join(root, 'apps/server/dist/main.js')

/** The real server as a process, on a data folder that outlives it. */
export class ServerProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'kintsugi-server-'))
  readonly url: string
  readonly #entry: string
  readonly #env: Record<string, string>
  #child: ChildProcess | undefined
  said = ''

  constructor(port: number, options: { entry?: string; env?: Record<string, string> } = {}) {
    this.url = `http://127.0.0.1:${port}`
    this.#entry = options.entry ?? builtServer
    this.#env = { ...options.env, KINTSUGI_PORT: String(port), KINTSUGI_DATA: this.folder }
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#entry], {
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    const hear = (data: Buffer): void => {
      this.said = (this.said + data.toString()).slice(-100_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended at once:\n${this.said}`)
      const answer = await fetch(`${this.url}/healthz`).catch(() => undefined)
      if (answer !== undefined) return
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }

  get running(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (child === undefined || !this.running) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  async close(): Promise<void> {
    await this.stop('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** `npm test` builds before; whoever runs a single test on a fresh checkout gets the server built here. */
export function builtForTests(): void {
  if (existsSync(builtServer)) return
  const vite = join(root, 'node_modules/.bin/vite')
  const built = spawnSync(vite, ['build', 'apps/server', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (built.status !== 0) throw new Error('the server could not be built')
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
