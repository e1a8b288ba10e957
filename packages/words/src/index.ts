import i18next, { type i18n } from 'i18next'
import * as en from './en/index.ts'
import * as ja from './ja/index.ts'

export * from './format.ts'
export * from './problemSentence.ts'
export * from './sayFinding.ts'

export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

/** An own instance (never the global one): the server renders two languages at once. */
export function createWords(language: Language): i18n {
  const words = i18next.createInstance()
  void words.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { ja: { translation: ja }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
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
