import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'
import { type Spoken, spoken } from './words.ts'

const WordsContext = createContext<Spoken | null>(null)

/** All sentences come from `words`; a switch of language redraws what is open and changes nothing else. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const value = useSyncExternalStore(spoken.subscribe, spoken.get)
  useEffect(() => {
    if (value) document.documentElement.lang = value.language
  }, [value])
  return <WordsContext value={value}>{children}</WordsContext>
}

export function useWords(): Spoken {
  const value = useContext(WordsContext)
  if (!value) throw new Error('useWords outside WordsProvider')
  return value
}
