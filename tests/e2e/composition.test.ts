import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { add, allSee, boardOf, editor, item, joinBoard, openText, untilSave, writing } from './steps.ts'

/** A Japanese input method at work in a note while somebody else writes in the same note. */
describe('composition', () => {
  let stage: Stage
  let aki: Person
  let ben: Person
  let ime: CDPSession

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki', { language: 'ja' })
    ben = await joinBoard(stage, aki, 'Ben')
    ime = await aki.context.newCDPSession(aki.page)
  })
  afterAll(() => stage.close())

  /** The reading as it grows under the caret, as an input method shows it before anything is decided. */
  async function compose(...stages: string[]): Promise<void> {
    for (const text of stages) {
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
  }
  const shown = (person: Person, text: string) => item(person, text).locator('.k-text').textContent()
  const decide = (text: string) => ime.send('Input.insertText', { text })

  test('composed and decided, it is there once, at both', async () => {
    await add(aki, 'note', '手順')
    await openText(aki, item(aki, '手順'))
    await compose('g', 'ご', 'ごk', 'ごか', 'ごかく', 'ごかくn', 'ごかくに', 'ごかくにn', 'ごかくにん')
    await decide('を確認')
    await aki.page.keyboard.press('Escape')
    await allSee([aki, ben], ['kptNotes keep 手順を確認'])
  })

  test('somebody else writes behind it meanwhile: nothing is lost, doubled or half decided', async () => {
    await openText(ben, item(ben, '手順を確認'))
    await openText(aki, item(aki, '手順を確認'))
    await compose('s', 'し', 'しt', 'した')
    await ben.page.keyboard.press('End')
    await ben.page.keyboard.type(' (Ben)')
    // It has arrived: the card has it. The text under the input method waits, and the half-typed word has not left.
    await expect.poll(() => shown(aki, '手順')).toBe('手順を確認 (Ben)')
    expect(await editor(aki).textContent()).toBe('手順を確認した')
    expect(await editor(ben).textContent()).toBe('手順を確認 (Ben)')
    await compose('しt', 'して', 'しています')
    await decide('した')
    await aki.page.keyboard.type('。')
    await aki.page.keyboard.press('Escape')
    await ben.page.keyboard.press('Escape')
    const orders = ['手順を確認した。 (Ben)', '手順を確認 (Ben)した。']
    await expect.poll(() => shown(aki, '手順')).toBeOneOf(orders)
    const text = (await shown(aki, '手順')) ?? ''
    await allSee([aki, ben], [`kptNotes keep ${text}`])
  })

  test('somebody else writes in front of it: the composed text stays at its place', async () => {
    await add(aki, 'note', '原因')
    await item(ben, '原因').waitFor()
    await openText(aki, item(aki, '原因'))
    await compose('b', 'ぶ', 'ぶn', 'ぶんせき')
    await openText(ben, item(ben, '原因'))
    // Faster than any hand: ProseMirror puts its caret once more some milliseconds after it got the focus, so what is
    // pressed within them is looked at again after them.
    await expect
      .poll(async () => {
        await ben.page.keyboard.press('Home')
        await ben.page.waitForTimeout(100)
        return ben.page.evaluate(() => getSelection()?.anchorOffset)
      })
      .toBe(0)
    await ben.page.keyboard.type('Root ')
    await expect.poll(() => shown(aki, '原因')).toBe('Root 原因')
    expect(await editor(aki).textContent()).toBe('原因ぶんせき')
    await decide('の分析')
    await aki.page.keyboard.press('Escape')
    await ben.page.keyboard.press('Escape')
    await expect.poll(() => shown(aki, '原因')).toBe('Root 原因の分析')
    await expect.poll(() => shown(ben, '原因')).toBe('Root 原因の分析')
  })

  test('keys that belong to the input method are no commands: Enter and Esc while composing keep the note open', async () => {
    const notes = await aki.page.locator('[data-part=kptNotes]').count()
    await aki.page.getByTestId('add-problem').click()
    await writing(aki)
    await compose('た', 'たんとう')
    const composing = { isComposing: true, keyCode: 229, bubbles: true, cancelable: true }
    await editor(aki).evaluate((node, init) => {
      for (const key of ['Enter', 'Escape', 'n'])
        node.dispatchEvent(new KeyboardEvent('keydown', { ...init, key }))
    }, composing)
    await decide('担当者が不明')
    expect(await editor(aki).locator('p').count()).toBe(1)
    await aki.page.keyboard.press('Escape')
    await item(ben, '担当者が不明').waitFor()
    expect(await aki.page.locator('[data-part=kptNotes]').count()).toBe(notes + 1)
  })

  test('given up, nothing of it stays', async () => {
    await openText(aki, item(aki, '担当者が不明'))
    await compose('だ', 'だれ')
    await compose('')
    await aki.page.keyboard.press('Escape')
    await expect.poll(() => shown(ben, '担当者が不明')).toBe('担当者が不明')
    await untilSave(aki, 'saved')
    await untilSave(ben, 'saved')
    expect(stage.faults()).toEqual([])
  })
})
