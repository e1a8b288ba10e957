import { createWords, type Language } from '@kintsugi/words'
import { html, raw } from 'hono/html'

const words = { ja: createWords('ja').t, en: createWords('en').t }

/** Exactly what stands between `<style>` and `</style>`: the policy allows it by its hash. */
export const notFoundStyle = `
:root { color-scheme: light dark; --paper: #fbf8f1; --ink: #1f1c17; --gold: #8a5f10; --line: #a8711a, #dfb75a 50%, #a8711a }
@media (prefers-color-scheme: dark) { :root { --paper: #14110e; --ink: #ece5d8; --gold: #d8ab4e } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
  font: 16px/1.8 system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans JP", sans-serif }
body::before { content: ""; position: fixed; inset: 0 0 auto; height: 5px; background: linear-gradient(90deg, var(--line)) }
main { max-width: 32rem; padding: 2rem; box-sizing: border-box }
h1 { font: 600 1.75rem/1.4 "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif JP", Georgia, serif; margin: 0 0 .75rem }
a { color: var(--gold); text-underline-offset: 3px }
nav { display: flex; gap: 1.5rem; margin-top: 1.5rem }
`

/** For people who followed a link: in their language, the other one a step away. */
export function notFoundPage(language: Language) {
  const t = words[language]
  const other = language === 'ja' ? 'en' : 'ja'
  const otherName = other === 'ja' ? '日本語' : 'English'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t('page.notFound.title')} · Kintsugi</title>
<style>${raw(notFoundStyle)}</style>
</head>
<body><main>
<h1>${t('page.notFound.title')}</h1>
<p>${t('page.notFound.text')}</p>
<nav><a href="/">${t('page.notFound.home')}</a><a href="?lang=${other}" lang="${other}" hreflang="${other}">${otherName}</a></nav>
</main></body>
</html>`
}
