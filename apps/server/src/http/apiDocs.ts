import { createWords, type Language } from '@kintsugi/words'
import { html } from 'hono/html'
import { otherLanguageLink, plainPage } from './plainPage.ts'
import { shapeOf, typeOf } from './schemaShape.ts'

const words = { ja: createWords('ja').t, en: createWords('en').t }

/** Exactly what stands between `<style>` and `</style>`: the policy allows it by its hash. */
export const apiDocsStyle = `
:root { color-scheme: light dark; --paper: #fbf8f1; --card: #fffdf8; --ink: #1f1c17; --soft: #6a6155; --rule: #ddd4c3; --gold: #8a5f10 }
@media (prefers-color-scheme: dark) { :root { --paper: #14110e; --card: #1c1814; --ink: #ece5d8; --soft: #a89c89; --rule: #3a332b; --gold: #d8ab4e } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.7 system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans JP", sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 5rem }
h1 { font: 600 2rem/1.3 "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif JP", Georgia, serif; margin: 0 0 .5rem }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); font-size: 1.2rem }
h3 { margin: 1rem 0 .3rem; font-size: .9rem; color: var(--soft) }
a { color: var(--gold); text-underline-offset: 3px }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; padding: 0; list-style: none }
details { margin: .5rem 0; border: 1px solid var(--rule); border-radius: 6px; background: var(--card) }
summary { display: flex; flex-wrap: wrap; gap: .2rem .75rem; align-items: baseline; padding: .55rem .85rem; cursor: pointer }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--gold); outline-offset: 2px }
.inside { padding: 0 .85rem .85rem }
.method { min-width: 4.2rem; font: 600 .78rem/1 ui-monospace, monospace; letter-spacing: .04em; text-transform: uppercase; color: var(--gold) }
code, pre { font: .85rem/1.55 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; overflow-wrap: anywhere }
pre { margin: .25rem 0; padding: .6rem .75rem; border: 1px solid var(--rule); border-radius: 4px; white-space: pre-wrap }
.about { color: var(--soft) }
.guest { font-size: .8rem; color: var(--soft) }
table { width: 100%; border-collapse: collapse; font-size: .88rem }
th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; overflow-wrap: anywhere }
`

interface Operation {
  summary?: string
  security?: unknown
  parameters?: { name: string; in: string; required?: boolean; schema?: object; description?: string }[]
  requestBody?: { content?: Record<string, { schema?: object }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}
const anchor = (method: string, path: string): string =>
  `${method}-${path}`.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '')

function contentOf(content: Record<string, { schema?: object }> | undefined) {
  return Object.entries(content ?? {}).map(
    ([type, { schema }]) => html`<p><code>${type}</code> <code>${schema ? typeOf(schema) : ''}</code></p>`,
  )
}

/** The API for people: one page without script, made from the OpenAPI document it stands beside. */
export function apiDocsPage(document: Record<string, unknown>, language: Language) {
  const t = words[language]
  const { paths, components } = document as unknown as Document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const parameters = (given: NonNullable<Operation['parameters']>) => html`<h3>${t('apiDocs.parameters')}</h3>
<table><thead><tr><th scope="col">${t('apiDocs.name')}</th><th scope="col">${t('apiDocs.place')}</th><th scope="col">${t('apiDocs.type')}</th><th scope="col">${t('apiDocs.required')}</th></tr></thead>
<tbody>${given.map(
    (one) =>
      html`<tr><th scope="row"><code>${one.name}</code></th><td>${t(`apiDocs.places.${one.in}` as 'apiDocs.places.path')}</td><td><code>${one.schema ? typeOf(one.schema) : ''}</code> ${one.description ?? ''}</td><td>${t(one.required ? 'apiDocs.yes' : 'apiDocs.no')}</td></tr>`,
  )}</tbody></table>`
  return plainPage({
    language,
    title: t('apiDocs.title'),
    style: apiDocsStyle,
    indexed: false,
    main: html`<h1>${t('apiDocs.title')}</h1>
<p class="about">${t('apiDocs.about')}</p>
<nav><ul>
<li><a href="/api/openapi.json">${t('apiDocs.machine')}</a></li>
<li><a href="/api/schema/board-1.json">${t('apiDocs.boardSchema')}</a></li>
<li><a href="#schemas">${t('apiDocs.schemas')}</a></li>
<li>${otherLanguageLink(language)}</li>
</ul></nav>
<h2>${t('apiDocs.operations')}</h2>
${operations.map(
  ({ path, method, operation }) => html`<details id="${anchor(method, path)}">
<summary><span class="method">${method}</span><code>/api${path}</code><span>${operation.summary ?? ''}</span>${operation.security ? html`<span class="guest">${t('apiDocs.needsGuest')}</span>` : ''}</summary>
<div class="inside">
${operation.parameters?.length ? parameters(operation.parameters) : ''}
${operation.requestBody ? html`<h3>${t('apiDocs.requestBody')}</h3>${contentOf(operation.requestBody.content)}` : ''}
<h3>${t('apiDocs.responses')}</h3>
${Object.entries(operation.responses ?? {}).map(
  ([status, response]) =>
    html`<p><strong>${status}</strong> ${response.description ?? ''}</p>${contentOf(response.content)}`,
)}
</div></details>
`,
)}
<h2 id="schemas">${t('apiDocs.schemas')}</h2>
${Object.entries(components.schemas).map(
  ([
    name,
    schema,
  ]) => html`<details id="schema-${name}"><summary><code>${name}</code></summary><div class="inside"><pre>${shapeOf(schema)}</pre></div></details>
`,
)}`,
  })
}
