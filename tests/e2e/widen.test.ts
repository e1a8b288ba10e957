import { addTimelineEntry, changeTimelineEntry } from '@kintsugi/board'
import { richTextOf, type TimelineEntry } from '@kintsugi/model'
import { paymentTimeout, paymentTimeoutCsv, paymentTimeoutSlack } from '@kintsugi/model/examples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  closeDialog,
  dropOnBoard,
  exported,
  option,
  ownJson,
  pasteOnBoard,
  sayZone,
  takeIn,
  told,
  untilRows,
  wordsOf,
} from './bringing.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardIdOf, boardOf, joinBoard, untilSave } from './steps.ts'
import { joinAsStock, type StockClient } from './stockClient.ts'

const slack = paymentTimeoutSlack.ja
const sheet = paymentTimeoutCsv.ja
const sample = paymentTimeout.ja.timeline
const inChat = sample.filter((entry) => slack.includes(wordsOf(entry)))
const inSheet = sample.filter((entry) => sheet.includes(wordsOf(entry)))
const inBoth = inChat.filter((entry) => inSheet.includes(entry))
const chatMessages = 22
const minute = ({ at }: TimelineEntry): string | undefined => at?.slice(0, 16)
/** How long all may take to agree, on a machine that does other things too. */
const patience = { timeout: 30_000, interval: 100 }

/** Chat and sheet in, three browsers and a foreign client at work, a fourth person reading: one timeline. */
describe('the sample’s timeline, by many hands at once', () => {
  let stage: Stage
  let suzuki: Person
  let sato: Person
  let maria: Person
  let script: StockClient
  let plain: Person
  let follower: Person
  let address = ''

  beforeAll(async () => {
    stage = await openStage()
    // The board begins without a zone of its own, and two devices stand in other zones than the incident.
    suzuki = await boardOf(stage, '鈴木', { language: 'ja', timeZone: 'UTC' })
    sato = await joinBoard(stage, suzuki, '佐藤', { language: 'ja', timeZone: 'America/New_York' })
    maria = await joinBoard(stage, suzuki, 'Maria')
    script = await joinAsStock(stage.server, boardIdOf(suzuki), 'Release bot')
  })
  afterAll(async () => {
    script?.leave()
    await stage?.close()
  })
  const squeezed = (text: string): string => text.replace(/\s+/g, '')
  const rowsOf = async ({ page }: Person): Promise<string[]> => {
    const texts = await page.locator('#outline-timeline [data-row] .k-inline-text').allTextContents()
    return texts.map(squeezed).toSorted()
  }
  const browsers = (): Person[] => [suzuki, sato, maria]

  test('chat and sheet cover the sample, and overlap in two entries', () => {
    expect(new Set([...inChat, ...inSheet]).size).toBe(sample.length)
    expect(inBoth.map(({ milestone }) => milestone?.name)).toEqual(['detected', 'mitigated'])
  })

  test('somebody outside reads along by a link before anything is there', async () => {
    const { page } = suzuki
    await page.getByTestId('share').click()
    await page.getByTestId('new-link').click()
    await page.getByTestId('link-name').fill('品質保証部')
    await page.getByTestId('make-link').click()
    address = new URL(await page.getByTestId('link-address').inputValue()).pathname
    await closeDialog(suzuki)

    plain = await stage.person('Reader', { javaScript: false, language: 'ja' })
    follower = await stage.person('Follower', { language: 'ja' })
    for (const { page: reading } of [plain, follower]) {
      await reading.goto(address)
      await reading.getByRole('heading', { level: 1 }).waitFor()
    }
    expect(await follower.page.content()).not.toContain(wordsOf(sample[0] as TimelineEntry))
  })

  test('two have the same chat in front of them, one the sheet, and import at the same time', async () => {
    // Copied without the line of the day: the day is said in the dialog.
    await pasteOnBoard(suzuki, slack.slice(slack.indexOf('\n')))
    await untilRows(suzuki, 'unreadable', chatMessages)
    await suzuki.page.getByTestId('import-date').fill('2026-04-18')
    await untilRows(suzuki, 'new', chatMessages)
    expect(await option(suzuki, 'タイムアウト設定の反映').textContent()).toContain('4月18日')
    await dropOnBoard(sato, { name: 'inc-payment.txt', content: slack })
    await untilRows(sato, 'new', chatMessages)
    for (const person of [suzuki, sato]) {
      await sayZone(person, 'Asia/Tokyo')
      await person.page.getByText('指定したタイムゾーンです').waitFor()
      await untilRows(person, 'new', chatMessages)
    }
    await dropOnBoard(maria, { name: 'timeline.csv', content: sheet })
    await untilRows(maria, 'new', inSheet.length)
    expect(await option(maria, '決済成功率 80% 未満').textContent()).toContain('21:52')
    await stage.picture(suzuki, 'widen-chat-ja')
    await stage.picture(maria, 'widen-sheet-en')

    await Promise.all(browsers().map(takeIn))
    for (const person of browsers()) await untilSave(person, 'saved', 30_000)
    const entries = async (): Promise<number> => (await exported(suzuki)).timeline.length
    await expect.poll(entries, patience).toBe(chatMessages + inSheet.length - inBoth.length)
  })

  test('every entry of the sample is there once, with its instant and its words', async () => {
    const { timeline, incident } = await exported(suzuki)
    expect(incident.timeZone).toBe('Asia/Tokyo')
    const found = sample.map((entry) => timeline.filter((one) => wordsOf(one) === wordsOf(entry)))
    expect(found.map((same) => same.length)).toEqual(sample.map(() => 1))
    // Slack knows minutes only: of what both tell, whichever came first stands.
    const instant = (entry: TimelineEntry | undefined, of: TimelineEntry) =>
      entry && (inBoth.includes(of) ? minute(entry) : entry.at)
    expect(found.map(([one], i) => instant(one, sample[i] as TimelineEntry))).toEqual(
      sample.map((entry) => instant(entry, entry)),
    )
  })

  test('a stock client edits one and adds one, by a verb and by plain Yjs; all four have the same', async () => {
    const idOf = (words: string): string =>
      script.snapshot().timeline.find((entry) => wordsOf(entry).includes(words))?.id ?? ''
    await expect.poll(() => told(script.snapshot()).length, patience).toBe(35)
    changeTimelineEntry(script.board, idOf('差し戻し完了'), { actor: '当番（二人目）' })
    const raw = script.doc.getMap('timeline').get(idOf('加盟店から営業に電話')) as Y.Map<unknown>
    const paragraph = (raw.get('text') as Y.XmlFragment).get(0) as Y.XmlElement
    paragraph.insert(paragraph.length, [new Y.XmlText('（3 社目）')])
    addTimelineEntry(script.board, {
      at: '2026-04-18T13:44:51Z',
      kind: 'change',
      text: richTextOf('deploy #1843 を本番へ配信'),
    })
    await expect
      .poll(async () => told(await exported(suzuki)), patience)
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('deploy #1843'),
          expect.stringContaining('（3 社目）'),
        ]),
      )
    const expected = told(await exported(suzuki))
    expect(expected).toHaveLength(36)
    expect(expected.filter((entry) => entry.includes('当番（二人目）'))).toHaveLength(1)
    expect(told(script.snapshot())).toEqual(expected)
    for (const person of browsers()) {
      await person.page.getByText('deploy #1843').first().waitFor({ timeout: 30_000 })
      const own = await ownJson(person)
      expect(told(own)).toEqual(expected)
      // And as it reads: every entry has its row, once.
      await person.page.getByTestId('switch-view').click()
      const words = own.timeline.map((entry) => squeezed(wordsOf(entry))).toSorted()
      await expect.poll(() => rowsOf(person), patience).toEqual(words)
    }
    expect(script.ended).toEqual([])
  })

  test('the same chat once more is all there already', async () => {
    await pasteOnBoard(maria, slack)
    await untilRows(maria, 'duplicate', chatMessages)
    expect(await maria.page.getByTestId('import-commit').isDisabled()).toBe(true)
    await closeDialog(maria)
  })

  test('the reader with script has every entry by itself; the one without has them on the next look', async () => {
    const words = (await exported(suzuki)).timeline.map(wordsOf)
    const missing = async ({ page }: Person): Promise<string[]> => {
      const page1 = squeezed((await page.locator('.page').textContent()) ?? '')
      return words.filter((one) => !page1.includes(squeezed(one)))
    }
    await expect.poll(() => missing(follower), patience).toEqual([])
    // The page also looks by itself now and then, and one look may cut the other short.
    await expect
      .poll(async () => {
        await plain.page.reload().catch(() => undefined)
        return missing(plain)
      }, patience)
      .toEqual([])
    expect(await plain.page.locator('#timeline tbody tr').count()).toBe(words.length)
    expect(await plain.page.content()).not.toContain(boardIdOf(suzuki))
    expect(await plain.context.cookies()).toEqual([])
    await stage.picture(plain, 'widen-reader-ja')
  })

  test('revoked while somebody writes, the open page says so within a second', async () => {
    for (const person of [follower, plain]) person.expectStatus(410)
    // The page is loaded anew to say it: the moment is noted by whichever page draws the words.
    let seen: (at: number) => void = () => undefined
    const toldAt = new Promise<number>((resolve) => {
      seen = resolve
    })
    await follower.page.exposeFunction('toldOfRevocation', (at: number) => seen(at))
    const watch = `(() => {
      const look = () => document.body?.innerText.includes('このリンクは取り消されました')
        ? window.toldOfRevocation(Date.now()) : requestAnimationFrame(look)
      look()
    })()`
    await follower.page.addInitScript(watch)
    await follower.page.evaluate(watch)

    const { page } = suzuki
    await page.getByTestId('share').click()
    const row = page.getByTestId('share-link').filter({ hasText: '品質保証部' })
    await row.getByTestId('revoke-link').click()
    // An edit of the last moment: the page is just being fetched for it, and comes as it was before the end.
    const moment = Promise.withResolvers<void>()
    const fetched = Promise.withResolvers<void>()
    await follower.page.route(
      /again=1/,
      async (route) => {
        const response = await route.fetch()
        fetched.resolve()
        await moment.promise
        await route.fulfill({ response })
      },
      { times: 1 },
    )
    changeTimelineEntry(script.board, script.snapshot().timeline[0]?.id ?? '', { actor: '担当' })
    await fetched.promise

    const answering = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
    await row.getByTestId('revoke-really').click()
    const answer = await answering
    expect(answer.ok()).toBe(true)
    moment.resolve()
    await answer.finished()
    const { startTime, responseStart } = answer.request().timing()
    const ms = (await toldAt) - (startTime + responseStart)
    process.stderr.write(`widen: revoked, the page says so ${Math.round(ms)} ms after the server's answer\n`)
    expect(ms).toBeLessThanOrEqual(1000)
    await follower.page.getByRole('heading', { name: 'このリンクは取り消されました' }).waitFor()
    await plain.page.reload()
    await plain.page.getByRole('heading', { name: 'このリンクは取り消されました' }).waitFor()
    await page.keyboard.press('Escape')
    expect(stage.faults()).toEqual([])
  })
})
