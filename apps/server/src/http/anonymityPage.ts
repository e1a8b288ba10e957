import { smallGroup } from '@kintsugi/model'
import { anonymityText, createWords, type Language } from '@kintsugi/words'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { languageOfRequest } from './language.ts'
import { otherLanguageLink, plainPage } from './plainPage.ts'

const words = { ja: createWords('ja').t, en: createWords('en').t }

/** Exactly what stands between `<style>` and `</style>`: the policy allows it by its hash. */
export const anonymityStyle = `
:root { color-scheme: light dark; --paper: #fbf8f1; --ink: #1f1c17; --soft: #4c453b; --gold: #8a5f10; --rule: #e0d6c3; --line: #a8711a, #dfb75a 50%, #a8711a }
@media (prefers-color-scheme: dark) { :root { --paper: #14110e; --ink: #ece5d8; --soft: #cfc5b3; --gold: #d8ab4e; --rule: #383126 } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.8 system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans JP", "Noto Sans CJK JP", sans-serif; line-break: strict; overflow-wrap: anywhere }
body::before { content: ""; display: block; height: 5px; background: linear-gradient(90deg, var(--line)) }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; box-sizing: border-box }
h1, h2 { font-family: "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif JP", "Noto Serif CJK JP", Georgia, serif; font-weight: 600; line-height: 1.4; text-wrap: balance }
h1 { font-size: 2rem; margin: 0 0 1.25rem }
h2 { font-size: 1.35rem; margin: 2.75rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--rule) }
p, dd, li { text-wrap: pretty }
dl { margin: 0 }
dt { font-weight: 700; margin-top: 1.4rem }
dd { margin: .2rem 0 0; color: var(--soft) }
ul { margin: 0; padding-inline-start: 1.3rem; color: var(--soft) }
li + li { margin-top: .5rem }
a { color: var(--gold); text-underline-offset: 3px }
nav { display: flex; gap: 1.5rem; margin-top: 3rem }
@media print { nav { display: none } }
`

function anonymityPage(language: Language) {
  const t = words[language]
  const { lead, limits, holds } = anonymityText(t, smallGroup)
  return plainPage({
    language,
    title: `${t('anonymity.title')} · Kintsugi`,
    style: anonymityStyle,
    main: html`<h1>${t('anonymity.title')}</h1>
<p>${lead}</p>
<h2>${t('anonymity.limitsTitle')}</h2>
<dl>${limits.map(({ title, text }) => html`<dt>${title}</dt><dd>${text}</dd>`)}</dl>
<h2>${t('anonymity.holdsTitle')}</h2>
<ul>${holds.map((text) => html`<li>${text}</li>`)}</ul>
<nav><a href="/">${t('anonymity.home')}</a>${otherLanguageLink(language)}</nav>`,
  })
}

/** What anonymous rounds do not hide, at an address of its own: without script, for whoever wants to know before they come. */
export function anonymityRoutes(): Hono {
  const routes = new Hono()
  routes.get('/about-anonymity', (c) => {
    c.header('Vary', 'Accept-Language')
    c.header('Cache-Control', 'no-cache')
    return c.html(anonymityPage(languageOfRequest(c)))
  })
  return routes
}
