import type { IncomingHttpHeaders } from 'node:http'

/** Who may speak to us from a browser: pages of our own host, and those the operator has named. */
export interface Origins {
  allow(headers: Pick<IncomingHttpHeaders, 'origin' | 'host'>): boolean
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']
const portOff = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/**
 * `named`: origins such as https://board.example. On loopback the Host header must say loopback too: else a page
 * somewhere could have its own name point to 127.0.0.1 and read every board.
 */
export function originsOf(named: readonly string[], onLoopback: boolean): Origins {
  const origins = new Set(named.map((origin) => new URL(origin).origin))
  const hosts = new Set([...origins].map((origin) => new URL(origin).host))
  const hostAllowed = (host: string): boolean => {
    if (hosts.has(host.toLowerCase())) return true
    return onLoopback ? loopbackNames.includes(portOff(host)) : origins.size === 0
  }
  return {
    allow({ origin, host = '' }) {
      if (!hostAllowed(host)) return false
      // No browser: command line, tests, other servers. They have no cookies of anybody's to misuse.
      if (origin === undefined) return true
      return origins.has(origin) || URL.parse(origin)?.host === host.toLowerCase()
    },
  }
}
