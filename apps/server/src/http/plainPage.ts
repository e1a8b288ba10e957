import type { Language } from '@kintsugi/words'
import { html, raw } from 'hono/html'

/** Pages of the server's own, beside those that `reading` renders: without script, in the reader's language. */
export interface PlainPage {
  language: Language
  title: string
  /** Exactly what stands between `<style>` and `</style>`: the policy allows it by its hash. */
  style: string
  main: ReturnType<typeof html>
  /** False keeps search engines away. */
  indexed?: boolean
  /** False where the address itself is a secret. */
  referrer?: boolean
}

export function plainPage({ language, title, style, main, indexed = true, referrer = true }: PlainPage) {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${referrer ? '' : raw('<meta name="referrer" content="no-referrer">\n')}${indexed ? '' : raw('<meta name="robots" content="noindex">\n')}<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body><main>
${main}
</main></body>
</html>`
}

/** The same page in the other language. */
export function otherLanguageLink(language: Language) {
  const other = language === 'ja' ? 'en' : 'ja'
  return html`<a href="?lang=${other}" lang="${other}" hreflang="${other}">${other === 'ja' ? '日本語' : 'English'}</a>`
}
