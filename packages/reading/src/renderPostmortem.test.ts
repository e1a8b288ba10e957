import { type BoardSnapshot, emptySnapshot, plainTextOf, type RichText, richTextOf } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { cpuTime } from '@kintsugi/model/testing'
import { type Language, languages } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'
import { renderPostmortem } from './renderPostmortem.tsx'
import { pageStyle } from './style/index.ts'

const revision = {
  number: 2,
  hash: '9f2c41d07be8a3561c0d94ef27b85a60f31ce2974d8b06a5f7c3d1928b4ee41a',
  previousHash: '1b7e41d07be8a3561c0d94ef27b85a60f31ce2974d8b06a5f7c3d1928b4e0000',
  finalizedAt: '2026-04-23T05:12:00Z',
  finalizedBy: '鈴木',
}
const render = (snapshot: BoardSnapshot, language: Language = 'ja') =>
  renderPostmortem({ snapshot, revision, links: { json: '/p.json' }, language })
/** What a reader without style sheet and markup would read. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ')

describe('the document', () => {
  it('[RD1] is complete, loads nothing, runs nothing', () => {
    const html = render(paymentTimeout.ja)
    expect(html).toMatch(/^<!doctype html>\n<html lang="ja"><head><meta charSet="utf-8"/i)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|javascript:|@import|url\((?!#)/i)
    expect(html.split('<style>')[1]?.split('</style>')[0]).toBe(pageStyle)
    expect(pageStyle).toContain('.gold-line {')
    expect(render(paymentTimeout.ja)).toBe(html)
  })
  it('[RD2] shows what people wrote as text', () => {
    const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)> \u0000 \ud800 \u202e ]]> </style>`
    const board = structuredClone(paymentTimeout.en)
    board.incident.title = evil
    board.incident.owner = evil
    board.incident.services = [evil]
    board.incident.summary = richTextOf(evil)
    for (const item of [...board.timeline, ...board.causes, ...board.kptNotes, ...board.actions]) {
      item.text = richTextOf(evil)
    }
    for (const entry of board.timeline) {
      entry.actor = evil
      for (const proof of entry.evidence) proof.label = evil
    }
    for (const action of board.actions)
      Object.assign(action, { assignee: evil, ticket: evil, doneWhen: evil })
    board.unreadable = [{ part: evil, id: evil, reason: evil, item: { [evil]: evil } }]
    const html = render(board, 'en')
    expect(html).not.toMatch(/<script|<img/)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
  it('[RD3] links only to addresses that may be followed, and tells them nothing', () => {
    const board = structuredClone(paymentTimeout.en)
    const urls = [
      'javascript:alert(1)',
      'data:text/html,x',
      ' https://example.com/x',
      'vbscript:x',
      '//example.com',
    ]
    const [entry] = board.timeline
    if (entry) entry.evidence = urls.map((url, i) => ({ id: `${i}`, url, label: `proof ${i}` }))
    board.incident.summary = {
      type: 'doc',
      content: urls.map((href) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
      })),
    }
    for (const action of board.actions) action.ticket = 'javascript:alert(2)'
    const html = render(board, 'en')
    const hrefs = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)]
    for (const [tag, href = ''] of hrefs) {
      expect(href).toMatch(/^(#|https?:\/\/|mailto:|\/p\.json$)/)
      if (/^https?:/.test(href)) expect(tag).toContain('rel="noreferrer noopener nofollow"')
    }
    expect(hrefs.filter(([, href]) => href?.startsWith('https://')).length).toBeGreaterThan(5)
    expect(wordsOf(html)).toContain('proof 4')
  })
})

describe('what it says', () => {
  it.each(languages)('[RD4] has every item of the snapshot (%s)', (language) => {
    const board = structuredClone(paymentTimeout[language])
    board.unreadable = [{ part: 'timeline', id: 'x', reason: 'at: wrong', item: { at: 'yesterday' } }]
    const words = wordsOf(render(board, language))
    const texts: RichText[] = [
      ...board.timeline.flatMap(({ text, saw, believed, options }) => [text, saw, believed, options]),
      ...[...board.causes, ...board.kptNotes, ...board.actions, ...board.freeNotes].map(({ text }) => text),
      board.incident.summary,
      board.incident.lessons,
    ]
    for (const text of texts) expect(words).toContain(inOneLine(plainTextOf(text)))
    for (const { name, department } of board.people) expect(words).toContain(`${name} ${department}`)
    for (const { acceptedRisk } of board.causes) expect(words).toContain(acceptedRisk)
    for (const group of board.kptGroups) expect(words).toContain(group.name)
    expect(words).toContain('"at": "yesterday"')
  })
  it.each(languages)('[RD5] has a sentence for every key, in its language (%s)', (language) => {
    for (const board of [paymentTimeout[language], emptySnapshot()]) {
      const html = render(board, language)
      expect(html).toContain(`<html lang="${language}">`)
      expect(wordsOf(html)).not.toMatch(/\b(reading|terms|metrics)\.\w+|\{\{|undefined|NaN|\[object/)
    }
  })
  it('[RD6] tells times in the zone of the incident', () => {
    const [ja, en] = [wordsOf(render(paymentTimeout.ja)), wordsOf(render(paymentTimeout.en, 'en'))]
    for (const time of [
      '時刻 (JST)',
      '21:47 頃',
      '21:52:10',
      '21:58–22:10',
      '翌 00:10',
      '2026年4月18日 21:47 – 翌 00:10 JST',
    ]) {
      expect(ja).toContain(time)
    }
    for (const time of [
      'Time (JST)',
      'about 21:47',
      '19 Apr 00:10',
      '18 April 2026, 21:47 – 19 April, 00:10 JST',
    ]) {
      expect(en).toContain(time)
    }
  })
  it('[RD7] shows figures with their formulas', () => {
    const words = wordsOf(render(paymentTimeout.ja))
    expect(words).toContain('検知まで 約5分10秒 検知 21:52:10 − 影響開始 21:47 頃')
    expect(words).toContain('緩和まで 約58分')
    expect(words).toContain('継ぎ 75% (継いだ 7 + ½ × 半分 4) ÷ 原因 12')
    expect(words).toContain('宣言まで 約9分 宣言 21:56 − 影響開始 21:47 頃')
  })
  it('[RD7] knows nothing about an empty board, and says so', () => {
    const words = wordsOf(render(emptySnapshot()))
    expect(words).toContain('検知まで 不明 影響開始と検知の記録なし')
    expect(words).not.toMatch(/0秒|0分/)
  })
  it('[RD7] says where a figure rests on suggestions', () => {
    const board = structuredClone(paymentTimeout.ja)
    for (const { milestone } of board.timeline) if (milestone) milestone.suggested = true
    expect(wordsOf(render(board))).toContain('推定のマイルストーンによる')
  })
  it('[RD11] names the revision, its hash and the one before', () => {
    const html = render(paymentTimeout.ja)
    expect(wordsOf(html)).toContain('第 2 版・4月23日 確定')
    expect(html).toContain(revision.hash)
    expect(html).toContain(revision.previousHash)
    expect(wordsOf(html)).not.toContain('下書き')
  })
  it('[RD11] says that a draft is one', () => {
    const html = renderPostmortem({ snapshot: paymentTimeout.en, revision: null, language: 'en' })
    expect(wordsOf(html)).toContain('Draft: not finalized')
    expect(wordsOf(html)).not.toContain('sha256')
  })
  it('[RD12] keeps the formatting of rich text', () => {
    const board = structuredClone(paymentTimeout.en)
    const bold = {
      type: 'text' as const,
      text: 'loud',
      marks: [{ type: 'bold' as const }, { type: 'code' as const }],
    }
    board.incident.summary = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Mine' }] },
        {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [bold] }] }],
        },
      ],
    }
    const html = render(board, 'en')
    expect(html).toContain('<h3>Mine</h3><ol><li><p><strong><code>loud</code></strong></p></li></ol>')
    expect(html.match(/<h1/g)).toHaveLength(1)
  })
})

describe('figures', () => {
  it('[RD8] are images with a title and a description', () => {
    const html = render(paymentTimeout.ja)
    for (const name of ['timeline', 'causal']) {
      expect(html).toMatch(
        new RegExp(`role="img" aria-labelledby="${name}-figure-title ${name}-figure-description"`),
      )
      expect(html).toContain(`<title id="${name}-figure-title">`)
      expect(html).toContain(`<desc id="${name}-figure-description">`)
    }
    expect(wordsOf(html)).toContain('21:40から翌 00:15までのタイムライン')
  })
  it('[RD9] draws each link in the cover of its cause', () => {
    const html = render(paymentTimeout.ja)
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
    expect(count(/class="crack shining"/g)).toBe(2)
    // Four whole (direct, trigger, staging, runbook), and the golden parts of the four half-mended.
    expect(count(/class="crack mended"/g)).toBe(8)
    expect(count(/class="crack bare"/g)).toBe(4)
    expect(count(/class="crack-line settled"/g)).toBe(1)
    expect(count(/class="crack-line refuted"/g)).toBe(1)
    expect(count(/class="seal"/g)).toBe(1)
  })
  it('[RD10] tells each cause once, also in a ring', () => {
    const board = structuredClone(paymentTimeout.en)
    const [a, b] = [board.causes[3]?.id ?? '', board.causes[1]?.id ?? '']
    board.links.push({ kind: 'because', from: a, to: b }, { kind: 'because', from: b, to: b })
    const html = render(board, 'en')
    for (const { id } of board.causes) expect(html.split(`id="cause-${id}"`)).toHaveLength(2)
    expect(wordsOf(html)).toContain('(told elsewhere in this list)')
  })
  it('[RD10] refers back in one link, whatever links the words hold', () => {
    const board = structuredClone(paymentTimeout.en)
    const href = { type: 'link' as const, attrs: { href: 'https://example.com/in-words' } }
    const linked: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'see this', marks: [href] }] }],
    }
    for (const item of [...board.timeline, ...board.causes, ...board.actions]) item.text = linked
    const [a, b, c] = board.causes.map(({ id }) => id)
    board.links.push(
      { kind: 'because', from: a ?? '', to: c ?? '' },
      { kind: 'because', from: b ?? '', to: c ?? '' },
    )
    const html = render(board, 'en')
    let open = 0
    for (const [tag] of html.matchAll(/<a[ >]|<\/a>/g)) {
      open += tag === '</a>' ? -1 : 1
      expect(open).toBeLessThan(2)
    }
    expect(html).toContain('href="https://example.com/in-words"')
  })
  it('[RD14] take time in step with the entries, not with their square', () => {
    const costOf = (entries: number): number => {
      const board = structuredClone(paymentTimeout.ja)
      board.timeline = Array.from({ length: entries }, (_, i) => ({
        ...structuredClone(paymentTimeout.ja.timeline[i % 10] ?? paymentTimeout.ja.timeline[0]),
        id: `entry-${i}`,
        at: new Date(Date.UTC(2026, 3, 18) + i * 61_000).toISOString().replace('.000Z', 'Z'),
      })) as BoardSnapshot['timeline']
      const before = cpuTime()
      const html = render(board)
      const cost = cpuTime() - before
      expect(html.match(/<tr id="entry-/g)).toHaveLength(entries)
      return cost
    }
    // The first rendering also warms up; of the others the cheapest is the one least disturbed.
    costOf(250)
    const small = Math.min(costOf(250), costOf(250))
    // In step it is 8 times as much, with the square 64 times.
    expect(Math.min(costOf(2000), costOf(2000))).toBeLessThan(24 * small)
  })
  it('[RD14] are ready soon, however many links somebody has drawn', () => {
    const board = structuredClone(paymentTimeout.en)
    const ids = Array.from({ length: 60 }, (_, i) => `cause-${i}`)
    const [cause] = board.causes
    if (!cause) throw new Error('the example has causes')
    board.causes = ids.map((id) => ({ ...cause, id }))
    for (const each of [15, 59]) {
      board.links = ids.flatMap((from, i) =>
        [...ids.slice(i + 1), ...ids.slice(0, i)].slice(0, each).map((to) => ({ kind: 'because', from, to })),
      )
      const started = cpuTime()
      const html = render(board, 'en')
      expect(cpuTime() - started).toBeLessThan(3000)
      expect(html.includes('class="causal-figure')).toBe(each === 15)
    }
  })
  it('[RD14] give way to the list where there are too many causes, however deep the chain', () => {
    const board = structuredClone(paymentTimeout.en)
    const ids = Array.from({ length: 3000 }, (_, i) => `cause-${i}`)
    const [cause] = board.causes
    if (!cause) throw new Error('the example has causes')
    board.causes = ids.map((id) => ({ ...cause, id }))
    board.links = ids.slice(1).map((to, i) => ({ kind: 'because', from: `cause-${i}`, to }))
    const html = render(board, 'en')
    expect(html).not.toContain('class="causal-figure"')
    expect(html).toContain('<details class="causal-list" open="">')
    for (const id of ['cause-0', 'cause-2999']) expect(html).toContain(`id="cause-${id}"`)
  })
})
