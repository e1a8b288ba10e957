import { type Language, languageOf, languages } from '@kintsugi/words'

type Env = Readonly<Record<string, string | undefined>>

/** `--lang`, else what the terminal speaks, in the order in which POSIX reads its variables. */
export function languageOfTerminal(asked: string | undefined, env: Env): Language {
  const explicit = languages.find((language) => language === asked)
  if (explicit) return explicit
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '')
  return languageOf(locale === undefined ? [] : [locale])
}
