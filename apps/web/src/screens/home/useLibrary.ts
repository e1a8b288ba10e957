import type { Language } from '@kintsugi/words'
import { useCallback, useEffect, useState } from 'react'
import { ensureGuest } from '../../identity/guest.ts'
import { type LibraryContents, readLibrary } from '../../library/readLibrary.ts'
import { api } from '../../live/api.ts'
import { deviceShelf, type ShelfBoard } from '../../live/deviceShelf.ts'
import { ProblemError } from '../../live/problemError.ts'

/** `kept`: the server does not answer, and this is what the device has. */
export type Loaded =
  | { contents: LibraryContents }
  | { kept: readonly ShelfBoard[] }
  | { trouble: unknown }
  | null

const againMs = 5_000

/** What home shows; without the server it asks again by itself until there is one. */
export function useLibrary(language: Language): { loaded: Loaded; load: () => void } {
  const [loaded, setLoaded] = useState<Loaded>(null)
  const load = useCallback(() => {
    readLibrary(api).then(
      (contents) => setLoaded({ contents }),
      (trouble: unknown) => {
        if (!(trouble instanceof ProblemError && trouble.problem.code === 'serverUnreachable'))
          return setLoaded({ trouble })
        deviceShelf(ensureGuest(language))
          .boards()
          .then((kept) => setLoaded({ kept }))
      },
    )
  }, [language])
  useEffect(load, [load])
  const away = loaded !== null && 'kept' in loaded
  useEffect(() => {
    if (!away) return
    const timer = setInterval(load, againMs)
    window.addEventListener('online', load)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', load)
    }
  }, [away, load])
  return { loaded, load }
}
