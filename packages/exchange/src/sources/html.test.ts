import { plainTextOf } from '@kintsugi/model'
import { paymentTimeoutCsv } from '@kintsugi/model/examples'
import { cpuTime } from '@kintsugi/model/testing'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { testContext } from '../testing/context.ts'
import { sourceContract } from './contract.ts'
import { readCsv } from './csv.ts'
import { htmlSource, readHtml } from './html.ts'

const read = (text: string) => readHtml(text, testContext({ zone: 'Asia/Tokyo' }))

const page = `<!doctype html><html><head><title>Payments were slow</title><style>p{color:red}</style>
<script>steal("10:00 secret")</script></head><body onload="steal()">
<h2>タイムライン</h2>
<table><thead><tr><th>時刻</th><th>内容</th></tr></thead>
<tr><td rowspan="2">2026-04-18 21:47</td><td><b>設定</b>を反映 <a href="https://example.com/1">#1842</a></td></tr>
<tr><td>監視が<br>反応<img src=x onerror="steal()"></td></tr></table>
<h2>根本原因</h2><p>設定の差分が<i>見えない</i></p>
<h2>うまくいったこと</h2><ul><li>共有が早かった<script>steal()</script></li><li><a href="javascript:steal()">押す</a></li></ul>
</body></html>`
const pasted = `<meta charset='utf-8'><google-sheets-html-origin><style>td{}</style><table><tbody>
<tr><td>日時</td><td>内容</td><td>リンク</td></tr>
<tr><td>2026/04/18 21:47</td><td>反映</td><td><a href="https://example.com/1">デプロイ</a></td></tr>
<tr><td>2026/04/18 21:50</td><td>確認</td><td><a href="javascript:alert(1)">x</a></td></tr></tbody></table>`

describe('[EX21] html', () => {
  const context = { zone: 'Asia/Tokyo' }
  const deploy = { at: '2026-04-18T12:47:00Z' }
  sourceContract(htmlSource, [
    {
      fileName: 'page.html',
      text: page,
      context,
      expected: {
        entries: [
          { ...deploy, line: 3, starts: '設定を反映 #1842' },
          { ...deploy, line: 4, starts: '監視が 反応' },
        ],
        problems: [[9, 'linkRefused']],
      },
    },
    {
      fileName: '',
      text: pasted,
      context,
      expected: {
        entries: [
          { ...deploy, line: 2, starts: '反映' },
          { line: 3, at: '2026-04-18T12:50:00Z', starts: '確認' },
        ],
        problems: [
          [3, 'linkRefused'],
          [3, 'linkRefused'],
        ],
      },
    },
  ])
})

it('[EX55] a page gives what its words say, and nothing of its programs', () => {
  const { snapshot } = read(page)
  expect(snapshot.incident.title).toBe('Payments were slow')
  expect(snapshot.causes.map(({ text }) => plainTextOf(text))).toEqual(['設定の差分が見えない'])
  expect(snapshot.kptNotes.map(({ text }) => plainTextOf(text))).toEqual(['共有が早かった', '押す'])
  expect(snapshot.timeline[0]?.evidence.map(({ url }) => url)).toEqual(['https://example.com/1'])
  expect(JSON.stringify(snapshot)).not.toMatch(/steal|javascript:|<\w|onerror|color:red/)
})

it('[EX55] a sheet pasted as HTML reads as the same sheet in CSV', () => {
  const { data } = Papa.parse<string[]>(paymentTimeoutCsv.ja.trim())
  const escaped = (cell: string) =>
    cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
  const html = `<table>${data.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`
  const told = (timeline: ReturnType<typeof read>['snapshot']['timeline']) =>
    timeline.map(({ at, until, kind, text, actor, evidence }) => [
      at,
      until,
      kind,
      plainTextOf(text),
      actor,
      evidence.map(({ url }) => url),
    ])
  const sheet = readCsv(paymentTimeoutCsv.ja, testContext({ zone: 'Asia/Tokyo' }))
  expect(told(read(html).snapshot.timeline)).toEqual(told(sheet.snapshot.timeline))
  expect(read(html).columns?.mapping).toEqual(sheet.columns?.mapping)
})

it('[EX55] a page without words is empty', () => {
  expect(read('<html><script>1</script></html>').problems.map(({ code }) => code)).toEqual(['empty'])
})

const size = 1_000_000
const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length))
describe('pages made to be slow', () => {
  it.each([
    ['open tags', `<html>${fill('<b>x')}`],
    ['open tags and other ends', `<html>${fill('<x>')}${fill('</y>')}`],
    ['nested lists', `<html>${fill('<ul><li>10:00 x')}`],
    ['nested tables', `<html>${fill('<table><tr><td>')}`],
    ['nested quotes', `<html>${fill('<blockquote>')}x`],
    ['links', `<html>${fill('<a href="https://a">x</a>')}`],
    ['refused links', `<html>${fill('<a href="javascript:1">x</a>')}`],
    ['attributes', `<html><p ${fill('a=1 ')}>x`],
    ['spans', `<html><table>${fill('<tr><td colspan=9999 rowspan=9999>x')}</table>`],
    ['entities', `<html><p>${fill('&amp;&notanentity')}`],
    ['open comments', `<html>${fill('<!--')}`],
    ['one word', `<html><p>${fill('x')}`],
    ['paragraphs', `<html>${fill('<p>10:00 x')}`],
    ['open scripts', `<html>${fill('<script>')}10:00`],
  ])('[EX56] %s take a bounded time', (_, text) => {
    const began = cpuTime()
    const { problems, snapshot } = read(text)
    expect(cpuTime() - began).toBeLessThan(10_000)
    expect(problems.length + snapshot.timeline.length).toBeGreaterThan(0)
  })
})
