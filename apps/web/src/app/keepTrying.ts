import { newVersion, pageMovedOn } from './newVersion.ts'

const retryMs = 2000
/** What Chromium and Firefox, and what Safari say of a module that did not come. */
const unfetched = /dynamically imported module|module script failed/i

/**
 * Resolves once the load has succeeded; never rejects, never loads twice. Of a page that the server has replaced the
 * part will not come any more: that is said, and nothing is asked for again.
 */
export function keepTrying<T>(
  load: () => Promise<T>,
  again = whenReachable,
  isGone = pageMovedOn,
): () => Promise<T> {
  let coming: Promise<T> | null = null
  let isSaid = false
  const attempt = (): Promise<T> =>
    load().catch(async (error: unknown) => {
      // Not the network but a fault of ours: nothing else would ever say so.
      if (!isSaid && !unfetched.test(String(error))) console.error(error)
      isSaid = true
      if (await isGone()) {
        newVersion.set('needed')
        return new Promise<never>(() => {})
      }
      await again()
      return attempt()
    })
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
