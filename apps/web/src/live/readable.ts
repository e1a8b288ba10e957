/** A value that changes and says so; made for React's `useSyncExternalStore`, knows nothing of React. */
export interface Readable<T> {
  /** The same reference until the value changes. */
  get(): T
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void
}

/** A `Readable` with the pen: its owner sets, everybody else reads. */
export interface Cell<T> extends Readable<T> {
  set(value: T): void
}

export function createCell<T>(initial: T, same: (a: T, b: T) => boolean = Object.is): Cell<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (same(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
