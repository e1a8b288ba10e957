import { createWords, type Language } from '@kintsugi/words'
import { html } from 'hono/html'
import { otherLanguageLink, plainPage } from './plainPage.ts'

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
  return plainPage({
    language,
    title: `${t('page.notFound.title')} · Kintsugi`,
    style: notFoundStyle,
    indexed: false,
    main: html`<h1>${t('page.notFound.title')}</h1>
<p>${t('page.notFound.text')}</p>
<nav><a href="/">${t('page.notFound.home')}</a>${otherLanguageLink(language)}</nav>`,
  })
}
