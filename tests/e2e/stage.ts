import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
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
  readonly javaScript?: boolean
  readonly dark?: boolean
  readonly width?: number
  readonly height?: number
}

/** One server and one browser for the scenes of a file. */
export interface Stage {
  readonly server: Server
  person(name: string, options?: PersonOptions): Promise<Person>
  /** Console errors and page errors of everybody so far, in words; a scene ends with none. */
  faults(): string[]
  /** Into KINTSUGI_SHOTS, when that names a folder. */
  picture(person: Person, name: string): Promise<void>
  close(): Promise<void>
}

const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const networkLoss = /net::ERR_|WebSocket connection to .* failed|Failed to fetch/

export async function openStage(): Promise<Stage> {
  const server = await openServer()
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: launchArgs })
  const faults: string[] = []

  return {
    server,
    async person(
      name,
      { language = 'en', javaScript = true, dark = false, width = 1280, height = 800 } = {},
    ) {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: language === 'ja' ? 'ja-JP' : 'en-US',
        timezoneId: 'Asia/Tokyo',
        javaScriptEnabled: javaScript,
        colorScheme: dark ? 'dark' : 'light',
        viewport: { width, height },
      })
      context.setDefaultTimeout(10_000)
      if (javaScript) {
        const guest = { name, deviceKey: deviceKey() }
        await context.addInitScript((stored) => {
          // Between two visits (about:blank) there is no storage.
          if (origin === 'null') return
          if (localStorage.getItem('kintsugi.guest') === null) localStorage.setItem('kintsugi.guest', stored)
        }, JSON.stringify(guest))
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
      await browser.close()
      await server.close()
    },
  }
}

function deviceKey(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}
