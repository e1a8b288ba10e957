import { newVersion } from '../app/newVersion.ts'

const askEveryMs = 30 * 60_000

/** Registers the service worker and listens for the next one. Returns how to stop listening. */
export function followVersions(): () => void {
  // Missing on plain http beyond this machine: there the app needs its server.
  const { serviceWorker } = navigator
  if (!import.meta.env.PROD || serviceWorker === undefined) return () => {}
  // The first one to take over belongs to this very page.
  let followed = serviceWorker.controller !== null
  const onController = (): void => {
    if (followed && newVersion.get() === 'none') newVersion.set('there')
    followed = true
  }
  let registration: ServiceWorkerRegistration | null = null
  let askedAt = performance.now()
  /** A page may stay open for days; the browser by itself asks on navigation only. */
  const ask = (): void => {
    if (document.visibilityState === 'hidden' || performance.now() - askedAt < askEveryMs) return
    askedAt = performance.now()
    registration?.update().catch(noNetwork)
  }
  serviceWorker.addEventListener('controllerchange', onController)
  document.addEventListener('visibilitychange', ask)
  const timer = setInterval(ask, askEveryMs)
  serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then((done) => {
    registration = done
  }, noNetwork)
  return () => {
    clearInterval(timer)
    serviceWorker.removeEventListener('controllerchange', onController)
    document.removeEventListener('visibilitychange', ask)
  }
}

/** Not kept, or not asked, this time: what is kept goes on serving, and the next visit tries again. */
function noNetwork(): void {}
