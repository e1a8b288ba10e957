import {
  createWordsFrom,
  extendWords,
  type FirstWords,
  type Language,
  languageOf,
  languages,
  type RestOfWords,
  type Words,
} from '@kintsugi/words'
import { createCell } from '../live/readable.ts'
import { keepTrying } from './keepTrying.ts'
import { keptOnDevice } from './kept.ts'

const key = 'kintsugi.language'

export interface Spoken {
  t: Words
  language: Language
}
// A module is a catalogue: each of its exports is one area's sentences. Without a network a switch of language waits for it.
const firstWords: Record<Language, () => Promise<unknown>> = {
  ja: keepTrying(() => import('@kintsugi/words/ja/first')),
  en: keepTrying(() => import('@kintsugi/words/en/first')),
}
const restOfWords: Record<Language, () => Promise<unknown>> = {
  ja: keepTrying(() => import('@kintsugi/words/ja/rest')),
  en: keepTrying(() => import('@kintsugi/words/en/rest')),
}
/** The language in use; null until its first words are there. */
export const spoken = createCell<Spoken | null>(null)

let wanted: Language | null = null
let whole: Promise<void> = Promise.resolve()

async function speak(language: Language): Promise<void> {
  wanted = language
  const words = createWordsFrom(language, (await firstWords[language]()) as FirstWords)
  const all = restOfWords[language]().then((rest) => extendWords(words, language, rest as RestOfWords))
  whole = all
  // What is open already says more than the first words.
  if (spoken.get() !== null) await all
  if (wanted === language) spoken.set({ t: words.t, language })
}

/** Resolves when everything can be said in the language in use. */
export const allWords = (): Promise<void> => whole

/** Loads the person's language: chosen here before, or else the browser's. */
export function loadWords(): Promise<void> {
  const chosen = languages.find((language) => language === keptOnDevice.get(key))
  return speak(chosen ?? languageOf(navigator.languages))
}
export function chooseLanguage(next: Language): Promise<void> {
  keptOnDevice.set(key, next)
  return speak(next)
}

/** All the sentences of a language, which need not be the one in use: a document may be for somebody else. */
export async function wordsIn(language: Language): Promise<Words> {
  const words = createWordsFrom(language, (await firstWords[language]()) as FirstWords)
  extendWords(words, language, (await restOfWords[language]()) as RestOfWords)
  return words.t
}
