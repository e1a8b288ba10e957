import { type Language, languageOf, languages } from '@kintsugi/words'
import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'

/** `?lang=` is a reader's explicit choice and wins; otherwise the browser's order of preference. */
export function languageOfRequest(c: Context): Language {
  const asked = languages.find((language) => language === c.req.query('lang'))
  if (asked) return asked
  const accepted = parseAccept(c.req.header('accept-language') ?? '')
  return languageOf(accepted.toSorted((a, b) => b.q - a.q).map(({ type }) => type))
}
