import {
  type Catalogue,
  createWordsFrom,
  type Language,
  languageOf,
  languages,
  type Words,
} from '@kintsugi/words'
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'
import { createCell } from '../live/readable.ts'
import { keepTrying } from './later.ts'

const key = 'kintsugi.language'

interface WordsValue {
  t: Words
  language: Language
}
const catalogues: Record<Language, () => Promise<unknown>> = {
  // Without a network a switch of language waits for it.
  ja: keepTrying(() => import('@kintsugi/words/ja')),
  en: keepTrying(() => import('@kintsugi/words/en')),
}
const spoken = createCell<WordsValue | null>(null)

let wanted: Language | null = null

async function speak(language: Language): Promise<void> {
  wanted = language
  // The module is the catalogue: each of its exports is one area's sentences.
  const catalogue = (await catalogues[language]()) as Catalogue
  if (wanted === language) spoken.set({ t: createWordsFrom(language, catalogue).t, language })
}

/** Loads the person's language: chosen here before, or else the browser's. */
export function loadWords(): Promise<void> {
  const chosen = languages.find((language) => language === localStorage.getItem(key))
  return speak(chosen ?? languageOf(navigator.languages))
}
export function chooseLanguage(next: Language): Promise<void> {
  localStorage.setItem(key, next)
  return speak(next)
}

const WordsContext = createContext<WordsValue | null>(null)

/** All sentences come from `words`; a switch of language redraws what is open and changes nothing else. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const value = useSyncExternalStore(spoken.subscribe, spoken.get)
  useEffect(() => {
    if (value) document.documentElement.lang = value.language
  }, [value])
  return <WordsContext value={value}>{children}</WordsContext>
}

export function useWords(): WordsValue {
  const value = useContext(WordsContext)
  if (!value) throw new Error('useWords outside WordsProvider')
  return value
}
