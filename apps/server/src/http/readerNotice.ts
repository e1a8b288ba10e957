import { createWords, type Language, type Words } from '@kintsugi/words'
import { html, raw } from 'hono/html'
import { notFoundStyle } from './notFoundPage.ts'
import { otherLanguageLink, plainPage } from './plainPage.ts'

const words = { ja: createWords('ja').t, en: createWords('en').t }

export type NoticeKind =
  | 'unknown'
  | 'expired'
  | 'revoked'
  | 'gone'
  | 'notYet'
  | 'password'
  | 'wrong'
  | 'locked'
  | 'busy'
  | 'refused'

export const noticeStatus = {
  unknown: 404,
  notYet: 404,
  expired: 410,
  revoked: 410,
  gone: 410,
  password: 401,
  wrong: 401,
  locked: 429,
  busy: 503,
  refused: 405,
} as const satisfies Record<NoticeKind, number>

/** Exactly what stands between `<style>` and `</style>`: the policy allows it by its hash. */
export const noticeStyle = `${notFoundStyle}
form { display: grid; gap: .4rem; max-width: 22rem; margin-top: 1.25rem }
label { font-size: .875rem; font-weight: 600 }
input, button { box-sizing: border-box; width: 100%; min-height: 44px; padding: .4rem .8rem; border: 1px solid currentColor;
  border-radius: 8px; background: transparent; color: inherit; font: inherit }
button { margin-top: .4rem; background: var(--ink); color: var(--paper); border-color: var(--ink); font-weight: 600; cursor: pointer }
:focus-visible { outline: 2px solid var(--gold); outline-offset: 2px }
`

export const asksForPassword = (kind: NoticeKind): boolean => kind === 'password' || kind === 'wrong'

/** What a reader is told instead of the page: why, and what to do. Nothing on it leads to a board. */
export function readerNotice(
  kind: NoticeKind,
  language: Language,
  args: { time?: string; count?: number } = {},
) {
  const t = words[language]
  const title = t(`share.reader.${kind}.title`)
  return plainPage({
    language,
    title: `${title} · Kintsugi`,
    style: noticeStyle,
    indexed: false,
    referrer: false,
    main: html`<h1>${title}</h1>
<p${kind === 'wrong' ? raw(' role="alert"') : ''}>${t(`share.reader.${kind}.text`, args)}</p>
${asksForPassword(kind) ? passwordForm(t, language, kind === 'wrong') : ''}
<nav>${otherLanguageLink(language)}</nav>`,
  })
}

function passwordForm(t: Words, language: Language, wrong: boolean) {
  return html`<form method="post" action="?lang=${language}">
<label for="password">${t('share.reader.password.label')}</label>
<input id="password" name="password" type="password" required autofocus autocomplete="current-password" maxlength="200"${wrong ? raw(' aria-invalid="true"') : ''}>
<button>${t('share.reader.password.open')}</button>
</form>`
}
