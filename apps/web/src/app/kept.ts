/** What a browser keeps for this site under a name. Where it keeps nothing (blocked storage), what is kept lasts until the page is loaded again. */
export interface Kept {
  get(key: string): string | null
  /** Null takes it away. */
  set(key: string, value: string | null): void
}

function keptIn(storage: () => Storage): Kept {
  const unkept = new Map<string, string | null>()
  return {
    get(key) {
      const here = unkept.get(key)
      if (here !== undefined) return here
      try {
        return storage().getItem(key)
      } catch {
        // Blocked: the page works all the same, and nothing was kept before.
        return null
      }
    },
    set(key, value) {
      try {
        if (value === null) storage().removeItem(key)
        else storage().setItem(key, value)
        unkept.delete(key)
      } catch {
        // Blocked or full: it holds for this page.
        unkept.set(key, value)
      }
    },
  }
}

/** On this device, for all its windows. */
export const keptOnDevice = keptIn(() => localStorage)
/** In this window alone. */
export const keptInWindow = keptIn(() => sessionStorage)
