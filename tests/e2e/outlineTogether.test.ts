import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { focused, left, make, outlineOf, rowWith, writing } from './outlineSteps.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { allSee, boardOf, item, joinBoard, onBoard, stored, toast, untilSave } from './steps.ts'

describe('outline with others', () => {
  let stage: Stage
  let aki: Person
  let ben: Person
  let ime: CDPSession

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben')
    await aki.page.keyboard.press('o')
    await outlineOf(aki).waitFor()
    ime = await aki.context.newCDPSession(aki.page)
  })
  afterAll(() => stage.close())

  test('[OL13] what is written in the outline appears on the canvas, and the reverse', async () => {
    await make(aki, 'e', 'an event')
    await make(aki, 'c', 'a cause')
    await allSee([aki, ben], ['timeline  an event', 'causes  a cause'])
    await ben.page.keyboard.press('n')
    await ben.page.locator('[data-testid=floating-editor] [role=textbox]:focus').waitFor()
    await ben.page.keyboard.type('a note')
    await ben.page.keyboard.press('Escape')
    await allSee([aki, ben], ['timeline  an event', 'causes  a cause', 'kptNotes keep a note'])
  })

  test('[OL20] who writes where is said as text', async () => {
    await item(ben, 'a note').dblclick()
    await rowWith(aki, 'a note').getByText('Ben is writing here').waitFor()
    await ben.page.keyboard.press('Escape')
    await rowWith(aki, 'a note').getByText('Ben is here').waitFor()
  })

  test('[OL21] [OL22] what others did is announced in sum, one’s own is not', async () => {
    const told = () => aki.page.getByTestId('others-changes').textContent()
    await aki.page.waitForTimeout(5200)
    for (const text of ['one more', 'and another']) {
      await ben.page.keyboard.press('Escape')
      await ben.page.keyboard.press('e')
      await ben.page.locator('[data-testid=floating-editor] [role=textbox]:focus').waitFor()
      await ben.page.keyboard.type(text)
      await ben.page.keyboard.press('Escape')
    }
    await make(aki, 'a', 'an action of mine')
    await expect.poll(told).toBe('Ben: 2 events added')
  })

  test('[OL14] a word being composed stays whole while somebody else writes in the same text', async () => {
    await make(aki, 'n', '手順')
    await item(ben, '手順').waitFor()
    await aki.page.keyboard.press('Enter')
    await writing(aki)
    for (const text of ['を', 'をか', 'をかくにん'])
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await item(ben, '手順').dblclick()
    await ben.page.locator('[data-testid=floating-editor] [role=textbox]:focus').waitFor()
    await ben.page.keyboard.press('End')
    await ben.page.keyboard.type(' (Ben)')
    await expect.poll(() => stored(ben).then((s) => JSON.stringify(s.kptNotes))).toContain('(Ben)')
    expect(await aki.page.getByTestId('inline-editor').textContent()).toBe('手順をかくにん')
    // Keys of the input method are no commands.
    const rows = await aki.page.locator('[data-row]').count()
    await aki.page.locator('[data-testid=inline-editor] [role=textbox]').evaluate((node) => {
      const init = { isComposing: true, keyCode: 229, bubbles: true, cancelable: true }
      for (const key of ['Enter', 'Escape', 'e'])
        node.dispatchEvent(new KeyboardEvent('keydown', { ...init, key }))
    })
    await ime.send('Input.insertText', { text: 'を確認' })
    await aki.page.keyboard.press('Escape')
    await left(aki)
    expect(await aki.page.locator('[data-row]').count()).toBe(rows)
    const texts = ['手順を確認 (Ben)', '手順 (Ben)を確認']
    await expect.poll(() => rowWith(aki, '手順').locator('.k-text').textContent()).toBeOneOf(texts)
    await ben.page.keyboard.press('Escape')
  })

  test('[OL12] a row keeps its place and its caret while others reorder around it', async () => {
    await aki.page.keyboard.press('1')
    await rowWith(aki, 'an event').locator('[data-handle]').click()
    await writing(aki)
    await item(ben, 'one more').click()
    await ben.page.getByTestId('entry-time').fill('09:00')
    await ben.page.getByTestId('entry-time').press('Enter')
    await rowWith(aki, 'one more').getByText('09:00').waitFor()
    await aki.page.keyboard.type(' went on')
    const texts = () => aki.page.locator('.k-ol-timeline [data-cell=event] .k-text').allTextContents()
    await aki.page.keyboard.press('Escape')
    await left(aki)
    await expect.poll(texts).toEqual(['one more', 'an event went on', 'and another'])
    expect(await focused(aki.page)).toMatch(/an event went on/)
    await untilSave(aki, 'saved')
    expect(stage.faults()).toEqual([])
  })

  test('[OL24] somebody unseen removes the only row while it is written in: it is said, and keys command again', async () => {
    const cho = await boardOf(stage, 'Cho')
    await cho.page.keyboard.press('o')
    await outlineOf(cho).waitFor()
    await make(cho, 'e', 'the only event')
    const dan = await joinBoard(stage, cho, 'Dan')
    await dan.page.evaluate(() => sessionStorage.setItem('kintsugi.invisible', 'on'))
    await dan.page.reload()
    await onBoard(dan)
    await cho.page.keyboard.press('Enter')
    await writing(cho)
    await item(dan, 'the only event').click()
    await dan.page.keyboard.press('Delete')
    await toast(cho, 'Somebody else removed').waitFor()
    // For a moment what is typed on commands nothing.
    const made = async (): Promise<number> => {
      await cho.page.keyboard.press('n')
      return cho.page.getByTestId('inline-editor').count()
    }
    await expect.poll(made).toBe(1)
    expect(stage.faults()).toEqual([])
  })
})
