import { createHash } from 'node:crypto'
import { createWords, languages } from '@kintsugi/words'
import { expect, it } from 'vitest'
import { openHouse } from './testing/house.ts'

it('[HT31] says what is not hidden, without script or cookie, styled by the sheet its policy names', async () => {
  const house = await openHouse()
  for (const language of languages) {
    const page = await house.request('/about-anonymity', { headers: { 'Accept-Language': language } })
    const html = await page.text()
    const { t } = createWords(language)
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null])
    expect(html).toContain(`<html lang="${language}">`)
    for (const limit of ['network', 'code', 'style', 'content', 'group', 'few', 'time', 'device'] as const)
      expect(html).toContain(t(`anonymity.limits.${limit}.title`))
    expect(html).not.toMatch(/\{\{|<script|\son[a-z]+=|\sstyle="/i)
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`)
  }
})
