import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { emptySnapshot } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { languages } from '@kintsugi/words'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPostmortem } from './renderPostmortem.tsx'

const places = [process.env.KINTSUGI_CHROMIUM ?? '/usr/bin/chromium', chromium.executablePath()]
const installed = places.find((path) => existsSync(path))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const revision = {
  number: 1,
  hash: '9f2c41d07be8a3561c0d94ef27b85a60f31ce2974d8b06a5f7c3d1928b4ee41a',
  previousHash: null,
  finalizedAt: '2026-04-23T05:12:00Z',
  finalizedBy: 'Suzuki',
}

describe.skipIf(installed === undefined)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(installed ? { executablePath: installed } : {}),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-sync',
      ],
    })
  })
  afterAll(() => browser.close())

  const cases = languages.flatMap((language) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [1440, 360].map((width) => ({ language, colorScheme, width })),
    ),
  )
  it.each(cases)(
    '[RD13] axe finds nothing: $language $colorScheme $width',
    async ({ language, colorScheme, width }) => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
      const links = { json: '/p.json', language: '?language=ja' }
      await page.setContent(
        renderPostmortem({ snapshot: paymentTimeout[language], revision, links, language }),
      )
      // Closed details hide what is in them from axe.
      await page.locator('details').evaluate((details) => details.setAttribute('open', ''))
      await page.evaluate(axe)
      const found = (await page.evaluate('axe.run()')) as AxeResults
      expect(
        found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      await page.close()
    },
  )

  it('[RD13] axe finds nothing on an empty draft', async () => {
    const page = await browser.newPage()
    await page.setContent(renderPostmortem({ snapshot: emptySnapshot(), revision: null, language: 'en' }))
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run()')) as AxeResults
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await page.close()
  })
})
