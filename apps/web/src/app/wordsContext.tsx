import { createWords, type Language, languageOf, languages, type Words } from '@kintsugi/words'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { createCell } from '../live/readable.ts'

const key = 'kintsugi.language'
const chosen = languages.find((language) => language === localStorage.getItem(key))
export const language = createCell<Language>(chosen ?? languageOf(navigator.languages))

export function chooseLanguage(next: Language): void {
  localStorage.setItem(key, next)
  language.set(next)
}

interface WordsValue {
  t: Words
  language: Language
}
const WordsContext = createContext<WordsValue | null>(null)

/** All sentences come from `words`; a switch of language redraws what is open and changes nothing else. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const current = useSyncExternalStore(language.subscribe, language.get)
  const value = useMemo(() => ({ t: createWords(current).t, language: current }), [current])
  useEffect(() => {
    document.documentElement.lang = current
  }, [current])
  return <WordsContext value={value}>{children}</WordsContext>
}

export function useWords(): WordsValue {
  const value = useContext(WordsContext)
  if (!value) throw new Error('useWords outside WordsProvider')
  return value
}
