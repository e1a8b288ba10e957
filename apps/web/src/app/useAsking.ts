import { useCallback, useRef, useState } from 'react'

/** Something asked of the server by a form or a dialog. */
export interface Asking {
  /** An answer is awaited. */
  readonly busy: boolean
  /** In words what went wrong last. */
  readonly trouble: string | null
  /** The same function at every drawing. Undefined where it failed: `trouble` then says why. */
  readonly ask: <T>(work: () => Promise<T>) => Promise<T | undefined>
}

export function useAsking(explain: (error: unknown) => string): Asking {
  const [awaited, setAwaited] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const explains = useRef(explain)
  explains.current = explain
  const ask = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setAwaited((count) => count + 1)
    setTrouble(null)
    try {
      return await work()
    } catch (error) {
      setTrouble(explains.current(error))
      return undefined
    } finally {
      setAwaited((count) => count - 1)
    }
  }, [])
  return { busy: awaited > 0, trouble, ask }
}
