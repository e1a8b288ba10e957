/** What the service worker answers from this device; everything else goes to the network as if there were none. */
export type Answer = 'page' | 'part' | null

export interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
}

const boardPath = /^\/b\/[^/]+\/?$/

/**
 * `page`: the one document that home and the boards are. `part`: a file of a build. Data (`/api`, the live channels) and
 * what is rendered by the server (`/p`, `/r`) is never answered from here: it would be old without saying so.
 */
export function answerTo({ method, mode, url }: Asked, origin: string, files: ReadonlySet<string>): Answer {
  const asked = new URL(url)
  if (method !== 'GET' || asked.origin !== origin) return null
  const { pathname } = asked
  if (mode === 'navigate') return pathname === '/' || boardPath.test(pathname) ? 'page' : null
  return pathname.startsWith('/assets/') || files.has(pathname) ? 'part' : null
}

/** Which stores of earlier builds go: all but this one and the one before it, whose pages may still be open. */
export function outdated(stores: readonly string[], own: string): string[] {
  const others = stores.filter((name) => name.startsWith(storePrefix) && name !== own)
  return others.slice(0, -1)
}

export const storePrefix = 'kintsugi-app/'
