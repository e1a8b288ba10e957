import { type ComponentType, lazy } from 'react'
import { keepTrying } from './keepTrying.ts'
import { allWords } from './words.ts'

type Part<P> = { default: ComponentType<P> }

/**
 * A part of the page that the first sight does not need. Its code is fetched as soon as the page is at rest, so that it
 * is there when the network is not; asked for without either, it waits for the network instead of failing the page.
 */
export function later<P>(load: () => Promise<Part<P>>) {
  const fetched = laterCode(load)
  return lazy(async () => {
    const [part] = await Promise.all([fetched(), allWords()])
    return part
  })
}

/** The same for code that draws nothing. */
export function laterCode<T>(load: () => Promise<T>): () => Promise<T> {
  const fetched = keepTrying(load)
  whenAtRest(() => void fetched())
  return fetched
}

/** A part that is itself the first sight: it says only what the first words hold, and does not wait for the rest. */
export function first<P>(load: () => Promise<Part<P>>) {
  return lazy(keepTrying(load))
}

function whenAtRest(act: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 2000 })
  else setTimeout(act, 500)
}
