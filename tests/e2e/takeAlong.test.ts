import { readFile } from 'node:fs/promises'
import { formats } from '@kintsugi/exchange/formats'
import { paymentTimeout } from '@kintsugi/model/examples'
import { createWords } from '@kintsugi/words'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Act, chooseAct, downloaded } from './bringing.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardIdOf, closeDialog, onBoard } from './steps.ts'

const said = {
  ja: {
    timeline: 'タイムライン',
    rules: '今回のふり返りの約束',
    export: '書き出す',
    report: '障害報告書',
    csv: '時刻 (Asia/Tokyo)',
  },
  en: {
    timeline: 'Timeline',
    rules: 'What we agree on for this review',
    export: 'Export',
    report: 'Incident report',
    csv: 'Time (Asia/Tokyo)',
  },
}

/** Everything that can be taken along from the sample, by every way there is to it. */
describe.each(['ja', 'en'] as const)('what one takes along (%s)', (language) => {
  const words = said[language]
  const { title } = paymentTimeout[language].incident
  let stage: Stage
  let reader: Person
  /** Paths of the pages whose printing dialog was opened. */
  const printed: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    reader = await stage.person('Suzuki', { language, width: 1440, height: 900 })
    await reader.context.exposeFunction('notePrinting', (path: string) => void printed.push(path))
    await reader.context.addInitScript(
      `window.print = () => window.notePrinting(location.pathname + location.search)`,
    )
    await reader.page.goto('/')
    await reader.page.getByTestId('open-sample').click()
    await onBoard(reader)
  })
  afterAll(() => stage?.close())
  afterEach(async () => {
    // Where a scene broke off: the next one begins on the board.
    if ((await reader.page.getByRole('dialog').count()) > 0) await reader.page.keyboard.press('Escape')
  })

  const titled = (name: string) => reader.page.getByRole('dialog').getByRole('heading', { name, exact: true })
  async function closed(): Promise<void> {
    await closeDialog(reader.page)
  }

  test.each([
    ['menu', 'exportDocument'],
    ['palette', 'exportDocument'],
    ['menu', 'incidentReport'],
    ['palette', 'incidentReport'],
  ] as const)('[WB71] by the %s %s opens, has the focus, and Esc closes it', async (by, act: Act) => {
    await chooseAct(reader, by, act)
    await titled(act === 'exportDocument' ? words.export : words.report).waitFor()
    await expect
      .poll(() => reader.page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null))
      .toBe(true)
    await closed()
  })

  test('[WB71] every format is downloaded under a name of its own, in this language', async () => {
    const { page } = reader
    await chooseAct(reader, 'palette', 'exportDocument')
    const choice = page.getByTestId('document-format').getByRole('button')
    const { t } = createWords(language)
    const documents: { name: string; text: string }[] = []
    for (const { name } of formats) {
      await choice.click()
      await page.getByRole('option', { name: t(`documents.format.${name}.name`), exact: true }).click()
      documents.push(await downloaded(reader))
    }
    const [own = ''] = documents.map(({ name }) => name.replace(/\.md$/, ''))
    expect(own).toMatch(/^2026-04-18-.*1-250/)
    expect(documents.map(({ name }) => name.replace(own, ''))).toEqual([
      '.md',
      expect.stringMatching(/^\.html?$/),
      '.json',
      '-timeline.csv',
      '-actions.csv',
      '-report.txt',
      '-report.md',
    ])
    const [markdown = '', rich = '', json = '', timeline = '', actions = '', report = '', wiki = ''] =
      documents.map(({ text }) => text)
    for (const text of [markdown, rich]) expect(text).toContain(words.timeline)
    for (const text of [markdown, rich, json]) expect(text).toContain(title)
    for (const text of [timeline, actions]) expect(text.startsWith('\ufeff')).toBe(true)
    expect(timeline).toContain(words.csv)
    expect(actions.trim().split('\r\n').length).toBeGreaterThan(10)
    for (const text of [report, wiki])
      for (const fact of [words.report, '1,250']) expect(text).toContain(fact)
    expect(JSON.parse(json).timeline).toHaveLength(26)
    await closed()
  })

  test('[WB72] the report is printed once: the server’s page, its printing dialog over it', async () => {
    await chooseAct(reader, 'menu', 'incidentReport')
    await reader.page.getByTestId('report-cause').waitFor()
    const opening = reader.context.waitForEvent('page')
    await reader.page.getByTestId('document-print').click()
    const sheet = await opening
    await sheet.getByText(words.report).first().waitFor()
    const path = `/api/boards/${boardIdOf(reader)}/export/reportHtml?lang=${language}&stage=final`
    await expect.poll(() => printed).toEqual([path])
    await sheet.close()
    await stage.picture(reader, `report-${language}`)
    const { name, text } = await downloaded(reader)
    expect(name).toMatch(/-report\.txt$/)
    expect(text).toContain(words.report)
    expect(printed).toHaveLength(1)
    await closed()
  })

  test('the invitation is a whole calendar file', async () => {
    const { page } = reader
    const downloading = page.waitForEvent('download')
    await page.getByTestId('meeting-ics').click()
    const raw = await readFile(await (await downloading).path(), 'utf8')
    const lines = raw.split('\r\n')
    // RFC 5545: lines end in CRLF and have 75 octets at most, however many of them a Japanese character takes.
    expect(raw.replaceAll('\r\n', '')).not.toContain('\n')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    const unfolded = raw.replace(/\r\n[ \t]/g, '').split('\r\n')
    expect(unfolded[0]).toBe('BEGIN:VCALENDAR')
    expect(unfolded.filter((line) => line !== '').at(-1)).toBe('END:VCALENDAR')
    const value = (field: string): string =>
      unfolded
        .find((line) => new RegExp(`^${field}[;:]`).test(line))
        ?.replace(/^[^:]*:/, '')
        .replace(/\\([,;\\])/g, '$1') ?? ''
    expect(value('DTSTART')).toBe('20260420T040000Z')
    expect(value('SUMMARY')).toContain(title)
    expect(value('DESCRIPTION')).toContain(words.rules)
    expect(value('UID')).not.toBe('')
    expect(raw.replace(/\r\n[ \t]/g, '')).toContain(`/b/${boardIdOf(reader)}`)
    expect(stage.faults()).toEqual([])
  })
})
