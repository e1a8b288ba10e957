import { existsSync } from 'node:fs'
import type { ReportPage } from '@kintsugi/model'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { renderReport } from './renderReport.tsx'
import { reportStyle } from './style/index.ts'

const long =
  '決済の成功率が下がり、注文の一部が失敗しました。設定を差し戻し、平常に戻ったことを確認しております。'
/** As much as the derivation makes of a large board. */
const lines = { situation: 11, impact: 5, cause: 6, measures: 8, outlook: 1 }
const report = (text: string): ReportPage => ({
  title: '障害報告書（最終報）',
  to: '株式会社青空 御中',
  from: '決済サービス 障害対策チーム',
  asOf: '2026年4月23日 10:00 JST 現在',
  subjectLabel: '件名',
  subject: text,
  facts: Array.from({ length: 6 }, (_, i) => ({ label: `項目 ${i}`, value: '2026年4月18日 21:47 頃 (JST)' })),
  texts: (['situation', 'impact', 'cause', 'measures', 'outlook'] as const).map((name) => ({
    name,
    heading: name,
    text: Array.from({ length: lines[name] }, () => text).join('\n'),
  })),
  closing: '以上',
})

it('[RD22] a report is one document without script, and what people wrote is text', () => {
  const evil = `<script>alert(1)</script>"'><img src=x onerror=1></style>`
  const html = renderReport(report(evil), 'ja')
  expect(html).toMatch(/^<!doctype html>\n<html lang="ja"><head>/)
  expect(html).not.toMatch(/<script|<img|<[^>]*\s(?:on\w+|style)=|@import|url\(/i)
  expect(html.split('<style>')[1]?.split('</style>')[0]).toBe(reportStyle)
  expect(html).toContain('&lt;script&gt;')
})

const places = [process.env.KINTSUGI_CHROMIUM ?? '/usr/bin/chromium', chromium.executablePath()]
const installed = places.find((path) => existsSync(path))
it.skipIf(installed === undefined)('[RD22] prints on one A4 page', async () => {
  const browser = await chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
    ],
  })
  const page = await browser.newPage()
  await page.setContent(renderReport(report(long.slice(0, 36)), 'ja'))
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await browser.close()
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59\d(?:\.\d+)? 84\d(?:\.\d+)?\]/)
})
