import i18next, { type i18n } from 'i18next'
import * as en from './en/index.ts'
import { formatDuration } from './format.ts'
import * as ja from './ja/index.ts'
import type { Translation } from './translation.ts'

export * from './format.ts'
export * from './problemSentence.ts'
export * from './sayFinding.ts'

export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

export type Catalogue = typeof en

/** Both languages at hand: for the server, which renders them side by side. */
export function createWords(language: Language): i18n {
  return createWordsFrom(language, language === 'ja' ? ja : en)
}

/** From one catalogue, for the client: it loads the language it speaks (`@kintsugi/words/ja`) and not the other. */
export function createWordsFrom(language: Language, catalogue: Translation<Catalogue>): i18n {
  // An own instance, never the global one: two languages can be spoken at once.
  const words = i18next.createInstance()
  void words.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: catalogue } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  words.services.formatter?.add('duration', (ms: number) => formatDuration(ms, language))
  return words
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
