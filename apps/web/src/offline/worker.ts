import { answerTo, outdated, storePrefix } from './answers.ts'

/** Written in front of this file by the build (`serviceWorker.ts` beside vite.config.ts). */
interface Build {
  readonly id: string
  /** Hex SHA-256 of the page that belongs to these files. */
  readonly page: string
  /** Paths of everything but the page. */
  readonly files: readonly string[]
}

// The types of service workers and of pages exclude each other; these are the few that are used here.
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  readonly kintsugiBuild: Build
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}

/**
 * Keeps one build on this device, whole or not at all. Own rather than workbox: that one throws away the build before as
 * soon as the next takes over, and pages of it that are still open would lose the parts they have not fetched yet.
 * Parts are named by their content, so pages of two builds may be served side by side and never mix.
 */
const worker = self as unknown as Worker
const { id, page, files } = worker.kintsugiBuild
const own = storePrefix + id
const known = new Set(files)
const pagePath = '/'

worker.addEventListener('install', (event) => {
  // Takes over at once: open pages keep their parts, and the next navigation gets the new page.
  event.waitUntil(keepBuild().then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOutdated().then(() => worker.clients.claim()))
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const answer = answerTo(request, worker.location.origin, known)
  if (answer === 'page') event.respondWith(found(pagePath, request))
  else if (answer === 'part') event.respondWith(found(new URL(request.url).pathname, request))
})

async function keepBuild(): Promise<void> {
  const store = await caches.open(own)
  try {
    await Promise.all([keepPage(store), ...files.map((path) => keep(store, path))])
  } catch (error) {
    await caches.delete(own)
    throw error
  }
}

/** The page of another build would ask for parts of another build: then there is a newer worker too, and it is its turn. */
async function keepPage(store: Cache): Promise<void> {
  const response = await fetched(pagePath, 'no-store')
  const bytes = await response.clone().arrayBuffer()
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
  if (hash.map((byte) => byte.toString(16).padStart(2, '0')).join('') !== page)
    throw new Error('The page belongs to another build.')
  await store.put(pagePath, response)
}

async function keep(store: Cache, path: string): Promise<void> {
  const named = path.startsWith('/assets/')
  // Unchanged since the build before: need not come over the network again.
  const held = named ? await caches.match(path, { ignoreVary: true }) : undefined
  await store.put(path, held ?? (await fetched(path, named ? 'default' : 'no-cache')))
}

async function fetched(path: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(path, { cache })
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`)
  return response
}

async function found(path: string, request: Request): Promise<Response> {
  const store = await caches.open(own)
  const held = (await store.match(path, { ignoreVary: true })) ?? (await fromEarlier(path))
  // The browser may have dropped it for want of room.
  return held ?? fetch(request)
}

/** A page of the build before asks for its own parts. Its document is another matter: there is one page at a time. */
async function fromEarlier(path: string): Promise<Response | undefined> {
  return path.startsWith('/assets/') ? caches.match(path, { ignoreVary: true }) : undefined
}

async function dropOutdated(): Promise<void> {
  for (const name of outdated(await caches.keys(), own)) await caches.delete(name)
}
