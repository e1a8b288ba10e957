import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium, launchArgs } from './chromium.ts'
import { openServer, type Server } from './server.ts'

/** Somebody with a browser of their own: own storage, own device key, own presence. */
export interface Person {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  /** From here on a lost network is part of the scene: its errors in the console are no faults. */
  expectNetworkLoss(): void
  /** A refusal that the scene provokes. */
  expectStatus(status: number): void
}

export interface PersonOptions {
  readonly language?: 'ja' | 'en'
  /** The clock of their device. */
  readonly timeZone?: string
  /** Has never been here: the ground rules open by themselves. Others have said that they need not. */
  readonly newcomer?: boolean
  readonly javaScript?: boolean
  readonly dark?: boolean
  readonly width?: number
  readonly height?: number
  /** Another address than the server's own: something that stands in front of it. */
  readonly url?: string
  /** A browser that keeps no app. */
  readonly noServiceWorker?: boolean
}

/** One server for the scenes of a file, and a part of the browser. */
export interface Stage {
  readonly server: Server
  person(name: string, options?: PersonOptions): Promise<Person>
  /** Console errors and page errors of everybody so far, in words; a scene ends with none. */
  faults(): string[]
  /** Into KINTSUGI_SHOTS, when that names a folder. */
  picture(person: Person, name: string): Promise<void>
  close(): Promise<void>
}

/** One browser for all files that run in this process: what is somebody's own lies in a context of theirs. */
let launched: Promise<Browser> | null = null
async function browser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath: findChromium(), args: launchArgs })
  return launched
}
/** The last one is what is said of the app's worker, looked for anew. */
const networkLoss =
  /net::ERR_|WebSocket connection to .* failed|Failed to fetch|unknown error occurred when fetching the script/

/**
 * `keepsApp`: browsers keep the app, as in life. To fetch and keep all of it takes each a second or two of a processor, so
 * that scenes which neither go offline nor reload much do without.
 */
export async function openStage({ keepsApp = false }: { keepsApp?: boolean } = {}): Promise<Stage> {
  const server = await openServer()
  const contexts: BrowserContext[] = []
  const faults: string[] = []

  return {
    server,
    async person(
      name,
      {
        language = 'en',
        timeZone = 'Asia/Tokyo',
        newcomer = false,
        javaScript = true,
        dark = false,
        width = 1280,
        height = 800,
        url = server.url,
        noServiceWorker = false,
      } = {},
    ) {
      const context = await (await browser()).newContext({
        baseURL: url,
        serviceWorkers: keepsApp && !noServiceWorker ? 'allow' : 'block',
        locale: language === 'ja' ? 'ja-JP' : 'en-US',
        timezoneId: timeZone,
        javaScriptEnabled: javaScript,
        colorScheme: dark ? 'dark' : 'light',
        viewport: { width, height },
      })
      contexts.push(context)
      context.setDefaultTimeout(30_000)
      if (javaScript) {
        const guest = { name, deviceKey: deviceKey() }
        await context.addInitScript(
          ([stored, rules]) => {
            // Between two visits (about:blank) there is no storage.
            if (origin === 'null') return
            if (localStorage.getItem('kintsugi.guest') === null)
              localStorage.setItem('kintsugi.guest', stored)
            if (rules !== '') localStorage.setItem('kintsugi.practice.rules', rules)
          },
          [JSON.stringify(guest), newcomer ? '' : '*'] as const,
        )
      }
      let lossExpected = false
      const statuses = new Set<number>()
      const page = await context.newPage()
      page.on('pageerror', (error) => faults.push(`${name}: ${error.stack ?? error.message}`))
      page.on('console', (message) => {
        if (message.type() !== 'error') return
        const text = message.text()
        if (lossExpected && networkLoss.test(text)) return
        const status = /status of (\d{3})/.exec(text)?.[1]
        if (status && statuses.has(Number(status))) return
        faults.push(`${name}: ${text} (${message.location().url})`)
      })
      return {
        name,
        context,
        page,
        expectNetworkLoss() {
          lossExpected = true
        },
        expectStatus: (status) => void statuses.add(status),
      }
    },
    faults: () => [...faults],
    async picture(person, name) {
      const folder = process.env.KINTSUGI_SHOTS
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      await person.page.screenshot({ path: join(folder, `${name}.png`) })
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()))
      await server.close()
    },
  }
}

function deviceKey(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}
