import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { paymentTimeout } from '@kintsugi/model/examples'
import { languages } from '@kintsugi/words'
import type { AxeResults } from 'axe-core'
import { chromium } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ReadLive } from './LiveBar.tsx'
import { renderPostmortem } from './renderPostmortem.tsx'

const installed = [process.env.KINTSUGI_CHROMIUM ?? '/usr/bin/chromium', chromium.executablePath()].find(
  (path) => existsSync(path),
)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

function page(language: 'ja' | 'en', state: ReadLive['state'] = 'live'): string {
  const live = { version: 'v1', changedAt: '2026-04-18T03:04:05.678Z', state, script: '/r.js' }
  const links = { language: '?lang=ja' }
  return renderPostmortem({ snapshot: paymentTimeout[language], revision: null, links, live, language })
}

describe('a live page', () => {
  it('[RD20] has one script, reloads without it, and says how it stands', () => {
    const html = page('en')
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/r.js" defer="">'])
    expect(html).toContain(
      '<noscript><meta http-equiv="refresh" content="20;url=?again=1&amp;lang=en"/></noscript>',
    )
    expect(html).toContain('Live board, as of 12:04:05 JST')
    expect(html).toContain('data-now="Live · updated {time}"')
    expect(html).toContain('data-editing-other="{count} people have the board open"')
    expect(html).toContain('Draft: not finalized')
    expect(page('ja')).toContain('編集中のボード(12:04:05 JST 時点)')
  })
  it('[RD20] says that its board is final, or cannot be saved', () => {
    expect(page('en', 'final')).toContain('The board is closed')
    expect(page('en', 'final')).not.toContain('Draft: not finalized')
    expect(page('ja', 'unavailable')).toContain('現在ボードを保存できません')
  })
  it('[RD20] is the page of a draft otherwise, and that one has no script', () => {
    const draft = renderPostmortem({
      snapshot: paymentTimeout.en,
      revision: null,
      links: { language: '?lang=ja' },
      language: 'en',
    })
    const text = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0]
    expect(text(page('en'))).toBe(text(draft))
    expect(draft).not.toMatch(/<script|http-equiv|live-dot"/)
  })
  it.skipIf(installed === undefined)('[RD21] axe finds nothing', async () => {
    const browser = await chromium.launch({
      ...(installed ? { executablePath: installed } : {}),
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    })
    for (const language of languages)
      for (const width of [1440, 360]) {
        const tab = await browser.newPage({ viewport: { width, height: 900 } })
        await tab.setContent(page(language).replace(/<script.*?<\/script>/, ''))
        await tab.evaluate(axe)
        const { violations } = (await tab.evaluate('axe.run()')) as AxeResults
        expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
          [],
        )
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width)
        await tab.close()
      }
    await browser.close()
  })
})
