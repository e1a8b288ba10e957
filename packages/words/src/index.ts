import i18next, { type i18n } from 'i18next'
import * as en from './en/index.ts'
import type * as enFirst from './en.first.ts'
import type * as enRest from './en.rest.ts'
import { formatDuration } from './format.ts'
import * as ja from './ja/index.ts'
import type { Translation } from './translation.ts'

export * from './anonymityText.ts'
export * from './format.ts'
export * from './invitationText.ts'
export * from './problemSentence.ts'
export * from './sayFinding.ts'
export * from './sayReady.ts'

export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

export type Catalogue = typeof en
export type FirstWords = Translation<typeof enFirst>
export type RestOfWords = Translation<typeof enRest>

/** Both languages at hand: for the server, which renders them side by side. */
export function createWords(language: Language): i18n {
  return createWordsFrom(language, language === 'ja' ? ja : en)
}

/** From one catalogue, for the client: it loads the language it speaks (`@kintsugi/words/ja/first`) and not the other. */
export function createWordsFrom(language: Language, catalogue: FirstWords): i18n {
  // An own instance, never the global one: two languages can be spoken at once.
  const words = i18next.createInstance()
  void words.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    // A copy: a module's own object takes no sentences later.
    resources: { [language]: { translation: { ...catalogue } } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  words.services.formatter?.add('duration', (ms: number) => formatDuration(ms, language))
  return words
}
/** The rest of the sentences (`@kintsugi/words/ja/rest`), once they are there. */
export function extendWords(words: i18n, language: Language, rest: RestOfWords): void {
  // Not merged in depth: that would write into the module that the first catalogue is.
  words.addResourceBundle(language, 'translation', rest)
}
export type Words = i18n['t']

/** The language a list of preferences (`navigator.languages`, Accept-Language) asks for. */
export function languageOf(preferences: readonly string[]): Language {
  for (const tag of preferences) {
    const language = languages.find((l) => tag.toLowerCase().startsWith(l))
    if (language) return language
  }
  return 'en'
}
