import { type ComponentType, lazy } from 'react'

type Part<P> = { default: ComponentType<P> }

const retryMs = 2000

/**
 * A part of the page that the first sight does not need. Its code is fetched as soon as the page is at rest, so that it
 * is there when the network is not; asked for without either, it waits for the network instead of failing the page.
 */
export function later<P>(load: () => Promise<Part<P>>) {
  const fetched = keepTrying(load)
  whenAtRest(() => void fetched())
  return lazy(fetched)
}

/** Resolves once the load has succeeded; never rejects, never loads twice. */
export function keepTrying<T>(load: () => Promise<T>, again = whenReachable): () => Promise<T> {
  let coming: Promise<T> | null = null
  const attempt = (): Promise<T> => load().catch(() => again().then(attempt))
  return () => {
    coming ??= attempt()
    return coming
  }
}

/** The browser says that the network is back, or some time has passed: the server too may have been away. */
function whenReachable(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, retryMs)
    window.addEventListener('online', go)
  })
}

function whenAtRest(act: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 2000 })
  else setTimeout(act, 500)
}
