import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')

/** The real server on a port and a data folder of its own; can be killed and started again on both. */
export interface Server {
  readonly url: string
  /** What it has said so far. */
  log(): string
  /** kill -9, as a crash would end it. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

export async function openServer(): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'kintsugi-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | null = null
  let said = ''

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [join(root, 'apps/server/dist/main.js')], {
      cwd: root,
      env: { ...process.env, KINTSUGI_PORT: String(port), KINTSUGI_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        said += text
      })
    }
    for (let tries = 0; tries < 150; tries++) {
      if (started.exitCode !== null) throw new Error(`The server ended at once:\n${said}`)
      if (await answers(url)) return
      await sleep(100)
    }
    throw new Error(`The server does not answer:\n${said}`)
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill(signal)
    await gone
  }

  await start()
  return {
    url,
    log: () => said,
    kill: () => end('SIGKILL'),
    start,
    async close() {
      await end('SIGTERM')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok
  } catch {
    // Not listening yet.
    return false
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
