import { type BoardSnapshot, emptySnapshot, reportStages, reportTexts } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { createWords, type Language, languages } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'
import type { WriteContext } from '../format.ts'
import { formatNamed } from '../index.ts'
import { deriveReport } from './derive.ts'
import { reportPageOf } from './page.ts'

const context = (language: Language, stage: WriteContext['stage'] = 'final'): WriteContext => ({
  language,
  words: createWords(language).t,
  now: '2026-04-20T00:00:00Z',
  stage,
})
/** The headline is the report's subject, the others its body. */
const shown = reportTexts.filter((name) => name !== 'headline')

/** The example without texts of its own: everything follows the board. */
function board(language: Language, incident: Partial<BoardSnapshot['incident']> = {}): BoardSnapshot {
  const { reportFirst, reportInterim, reportFinal } = emptySnapshot().incident
  const example = paymentTimeout[language]
  return {
    ...example,
    incident: { ...example.incident, reportFirst, reportInterim, reportFinal, ...incident },
  }
}
const textOf = (
  snapshot: BoardSnapshot,
  language: Language,
  stage: WriteContext['stage'] = 'final',
): string => formatNamed('reportText')?.write(snapshot, context(language, stage)) ?? ''

describe('stages', () => {
  it.each(languages)(
    '[EX90] a first report has no cause, a final one causes and measures (%s)',
    (language) => {
      const snapshot = board(language)
      const t = context(language).words
      const first = deriveReport(snapshot, context(language, 'first'))
      expect(first.cause).toBe(t('report.derived.causeInvestigating'))
      const final = deriveReport(snapshot, context(language))
      const root = snapshot.causes.find(({ kind, certainty }) => kind === 'root' && certainty === 'confirmed')
      const words = JSON.stringify(root?.text).match(/"text":"([^"]+)"/)?.[1] ?? 'none'
      expect(final.cause).toContain(words)
      expect(first.cause + first.situation).not.toContain(words)
      const refuted = snapshot.causes.filter(({ certainty }) => certainty === 'refuted')
      expect(refuted.length).toBeGreaterThan(0)
      for (const { text } of refuted)
        expect(final.cause).not.toContain(JSON.stringify(text).match(/"text":"([^"]+)"/)?.[1])
      expect(final.measures.split('\n').length).toBeLessThanOrEqual(8)
    },
  )
  it('[EX90] a report as of an earlier time does not know what came later', () => {
    const empty = emptySnapshot().incident.reportFirst
    const early = board('ja', { reportFirst: { ...empty, asOf: '2026-04-18T12:55:00Z' } })
    const page = reportPageOf(early, context('ja', 'first'))
    expect(page.asOf).toBe('2026年4月18日 21:55 JST 現在')
    expect(page.facts.find(({ label }) => label === '復旧日時')?.value).toBe('未復旧')
    expect(page.facts.find(({ label }) => label === '現在の状況')?.value).toBe('対応中')
    const situation = page.texts.find(({ name }) => name === 'situation')?.text ?? ''
    expect(situation).toContain('検知')
    expect(situation).not.toContain('解決')
  })
})

describe('people', () => {
  it.each(languages)('[EX91] names nobody of the board (%s)', (language) => {
    const snapshot = board(language)
    const named = structuredClone(snapshot)
    const who = named.people.map(({ name }) => name)
    expect(who.length).toBeGreaterThan(2)
    for (const item of [...named.timeline, ...named.causes, ...named.actions])
      item.text = {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `${who.join(' / ')}: ok` }] }],
      }
    for (const stage of reportStages)
      for (const name of [...who, named.incident.owner])
        expect(textOf(named, language, stage)).not.toContain(name)
  })
  it.each([
    ['青空銀行 鈴木', '青空銀行 鈴木 様'],
    ['株式会社青空', '株式会社青空 御中'],
    ['決済事業部', '決済事業部 御中'],
    ['鈴木様', '鈴木様'],
    ['関係者各位', '関係者各位'],
    ['', ''],
  ])('[EX91] %j is addressed as %j', (reportTo, to) => {
    const page = reportPageOf(board('ja', { reportTo, reportFrom: '基盤部' }), context('ja'))
    expect([page.to, page.from]).toEqual([to, '基盤部'])
    expect(reportPageOf(board('en', { reportTo }), context('en')).to).toBe(reportTo)
  })
})

it('[EX92] what a person wrote stands in its stage, and in no other', () => {
  const empty = emptySnapshot().incident.reportFinal
  const own = board('ja', { reportFinal: { ...empty, cause: '設定の管理に不備がありました。', outlook: '' } })
  const derived = board('ja')
  const causeIn = (snapshot: BoardSnapshot, stage: WriteContext['stage']) =>
    reportPageOf(snapshot, context('ja', stage)).texts.find(({ name }) => name === 'cause')?.text
  expect(causeIn(own, 'final')).toBe('設定の管理に不備がありました。')
  expect(causeIn(own, 'interim')).toBe(causeIn(derived, 'interim'))
  // A text emptied on purpose leaves its heading out.
  expect(reportPageOf(own, context('ja')).texts.map(({ name }) => name)).not.toContain('outlook')
  expect(reportPageOf(derived, context('ja')).texts.map(({ name }) => name)).toEqual(shown)
})

it.each(languages)('[EX93] of an empty board says what is being confirmed (%s)', (language) => {
  for (const stage of reportStages) {
    const page = reportPageOf(emptySnapshot(), context(language, stage))
    expect(page.texts.map(({ name }) => name)).toEqual(shown)
    expect(JSON.stringify(page)).not.toMatch(/undefined|null|NaN|Invalid|\breport\.[a-z]/)
    expect(page.facts[0]?.value).toBe(context(language).words('report.unknown'))
  }
})
it('[EX93] tells times on the incident’s clock', () => {
  const page = reportPageOf(board('ja'), context('ja'))
  expect(page.facts.find(({ label }) => label === '検知日時')?.value).toMatch(
    /^2026年4月18日 21:5\d \(JST\)$/,
  )
  const elsewhere = board('en', { timeZone: 'Europe/London' })
  const fact = reportPageOf(elsewhere, context('en')).facts.find(({ label }) => label === 'Detected')
  expect(fact?.value).toMatch(/13:5\d|12:5\d/)
})
