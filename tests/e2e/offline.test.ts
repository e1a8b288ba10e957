import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  add,
  boardIdOf,
  boardOf,
  item,
  joinBoard,
  onBoard,
  openText,
  stored,
  untilKept,
  untilSave,
} from './steps.ts'

const texts = async (person: Person): Promise<string> => JSON.stringify(await stored(person))
const count = (text: string, word: string): number => text.split(word).length - 1

describe.each([
  [
    'en',
    'The server cannot be reached',
    'This board is not on this device yet',
    'Offline: kept on this device',
  ],
  ['ja', 'サーバーにつながりません', 'このボードはまだこの端末にありません', 'オフライン:この端末に保管'],
] as const)('without a network (%s)', (language, away, unseen, mark) => {
  let stage: Stage
  let aki: Person
  beforeAll(async () => {
    stage = await openStage({ keepsApp: true })
    aki = await boardOf(stage, 'Aki', { language })
  })
  afterAll(() => stage.close())

  test('[OF1] the app opens and is written in, with every part of it; [OF5] home shows what is kept; all arrives, once', async () => {
    const { page, context } = aki
    await add(aki, 'event', 'Before the cut')
    await add(aki, 'cause', 'A cause')
    await untilSave(aki, 'saved')
    await untilKept(aki)
    const board = boardIdOf(aki)

    aki.expectNetworkLoss()
    await context.setOffline(true)
    await page.reload()
    await onBoard(aki)
    await item(aki, 'Before the cut').first().waitFor()
    await untilSave(aki, 'offline')
    expect(await page.getByTestId('save-state').getByRole('status').textContent()).toBe(mark)
    // Writing on a card is the editor, the panel is the inspector, and a dialog is another part again.
    await openText(aki, item(aki, 'Before the cut').first())
    await page.keyboard.press('End')
    await page.keyboard.type(' and after')
    await page.keyboard.press('Escape')
    await add(aki, 'note', 'Written offline')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')

    // What was written offline survives the tab.
    await page.reload()
    await item(aki, 'Written offline').first().waitFor()
    await item(aki, 'Before the cut and after').first().waitFor()

    await page.goto('/')
    await page.getByRole('heading', { name: away }).waitFor()
    await page.getByTestId('device-board').first().waitFor()
    await stage.picture(aki, `offline-home-${language}`)
    await page.goto(`/b/${'x'.repeat(22)}`)
    await page.getByRole('heading', { name: unseen }).waitFor()
    await stage.picture(aki, `offline-unseen-${language}`)
    await page.goto('/')
    await page.getByTestId('device-board').first().click()
    await onBoard(aki)
    expect(boardIdOf(aki)).toBe(board)
    await item(aki, 'Written offline').first().waitFor()

    await context.setOffline(false)
    await untilSave(aki, 'saved', 20_000)
    const saved = await texts(aki)
    expect(count(saved, 'Written offline')).toBe(1)
    expect(count(saved, 'Before the cut and after')).toBe(1)
    expect(stage.faults()).toEqual([])
  })

  test('[OF6] the other language is there too', async () => {
    const { page, context } = aki
    await untilSave(aki, 'saved')
    await context.setOffline(true)
    await page.evaluate(
      (next) => localStorage.setItem('kintsugi.language', next),
      language === 'en' ? 'ja' : 'en',
    )
    await page.reload()
    await onBoard(aki)
    await untilSave(aki, 'offline')
    expect(await page.getByTestId('save-state').getByRole('status').textContent()).not.toBe(mark)
    await context.setOffline(false)
    expect(stage.faults()).toEqual([])
  })
})

describe('without the server', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ keepsApp: true })
  })
  afterAll(() => stage.close())

  test('[OF2] the server dies while one writes, the page is loaded again without it; back: everything, once', async () => {
    const aki = await boardOf(stage, 'Aki')
    aki.expectNetworkLoss()
    const { page } = aki
    const ben = await joinBoard(stage, aki, 'Ben')
    ben.expectNetworkLoss()
    await untilSave(aki, 'saved')
    await untilKept(aki)
    for (let n = 0; n < 4; n++) {
      await add(aki, 'note', `In flight ${n}`)
      if (n === 1) await stage.server.kill()
    }
    await untilSave(aki, 'offline')
    await page.reload()
    await onBoard(aki)
    for (let n = 0; n < 4; n++) await item(aki, `In flight ${n}`).first().waitFor()
    await add(aki, 'note', 'After the reload')
    await stage.server.start()
    await untilSave(aki, 'saved', 20_000)
    const saved = await texts(aki)
    for (let n = 0; n < 4; n++) expect([n, count(saved, `In flight ${n}`)]).toEqual([n, 1])
    expect(count(saved, 'After the reload')).toBe(1)
    await item(ben, 'After the reload').first().waitFor()
    expect(stage.faults()).toEqual([])
  })
})

describe('a device that keeps nothing', () => {
  test.each(['ja'] as const)(
    '[OF7] full, and without the server: “not saved” is said loudly, and the tab is not let go (%s)',
    async (language) => {
      const stage = await openStage({ keepsApp: true })
      try {
        const aki = await stage.person('Aki', { language, width: 1600, height: 1000 })
        await aki.context.addInitScript(() => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('full', 'QuotaExceededError')
          }
        })
        const { page } = aki
        await page.goto('/')
        await page.getByTestId('new-board').click()
        await onBoard(aki)
        // Said as soon as it is so, while the server still has everything.
        await page.getByTestId('problem').waitFor()
        await add(aki, 'note', 'On the server')
        await untilSave(aki, 'saved')
        aki.expectNetworkLoss()
        await stage.server.kill()
        await add(aki, 'note', 'Nowhere but here')
        await untilSave(aki, 'unsaved')
        expect(await page.getByTestId('save-state').getByRole('status').textContent()).toBe(
          language === 'ja' ? '未保存' : 'Not saved',
        )
        expect(await page.getByRole('alert').count()).toBeGreaterThan(0)
        await stage.picture(aki, `offline-full-${language}`)
        let asked = false
        page.once('dialog', (dialog) => {
          asked = dialog.type() === 'beforeunload'
          void dialog.dismiss()
        })
        await page.close({ runBeforeUnload: true })
        await expect.poll(() => asked).toBe(true)
        await stage.server.start()
        await untilSave(aki, 'saved', 20_000)
        expect(await texts(aki)).toContain('Nowhere but here')
        expect(stage.faults()).toEqual([])
      } finally {
        await stage.close()
      }
    },
  )
})
