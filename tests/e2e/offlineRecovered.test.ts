import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'
import {
  add,
  boardOf,
  editor,
  item,
  joinBoard,
  openText,
  stored,
  toast,
  untilKept,
  untilSave,
} from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ keepsApp: true })
})
afterAll(() => stage.close())

test('[OF9] a text that two have made too long takes the rest of an offline sitting with it; what fits comes back, the others’ words stay', async () => {
  const aki = await boardOf(stage, 'Aki', { language: 'en' })
  const { page, context } = aki
  await add(aki, 'note', 'First')
  await add(aki, 'cause', 'Second')
  await add(aki, 'action', 'Third')
  await untilSave(aki, 'saved')
  const ben = await joinBoard(stage, aki, 'Ben', { language: 'en' })
  await untilKept(aki)

  aki.expectNetworkLoss()
  await context.setOffline(true)
  await untilSave(aki, 'offline')
  const write = async (on: typeof aki, name: string, words: string): Promise<void> => {
    await openText(on, item(on, name).first())
    await on.page.keyboard.press('End')
    await on.page.keyboard.insertText(words)
    await on.page.keyboard.press('Escape')
    await editor(on).waitFor({ state: 'detached' })
  }
  await write(aki, 'First', ' of Aki, offline')
  await write(aki, 'Second', ' of Aki, offline')
  // Each for itself fits; together they are more than one text may have.
  await write(aki, 'Third', ` ${'x'.repeat(6000)}`)
  await write(ben, 'Third', ` ${'y'.repeat(6000)}`)
  await write(ben, 'Second', ' of Ben, online')
  await untilSave(ben, 'saved')

  await context.setOffline(false)
  await page.getByTestId('recovered').waitFor()
  await item(aki, 'Second of Ben, online').first().waitFor()
  // Nothing of it reached the server, and the board goes on without it.
  expect(JSON.stringify(await stored(ben))).not.toContain('offline')
  // The copy knows what Ben wrote until then, and not this.
  await write(ben, 'Second of Ben, online', ', and later')
  await item(aki, 'Second of Ben, online, and later').first().waitFor()
  await page.getByTestId('reapply').click()
  await toast(aki, /1 change came back/).waitFor()
  await stage.picture(aki, 'offline-recovered')
  await untilSave(aki, 'saved')
  await item(ben, 'First of Aki, offline').first().waitFor()
  await item(ben, 'Second of Ben, online, and later').first().waitFor()
  await item(ben, 'From a recovered copy:').first().waitFor()
  const times = async (words: string): Promise<number> =>
    JSON.stringify(await stored(ben)).split(words).length - 1
  expect(await times(' of Aki, offline')).toBe(2)
  expect(await times('y'.repeat(6000))).toBe(1)
  expect(await times('xxxx')).toBe(0)

  // Again: nothing twice, and no refusal that would start it all over.
  await page.getByTestId('reapply').click()
  await toast(aki, /^\d+ things? stays? in the copy only/).waitFor()
  await untilSave(aki, 'saved')
  expect(await times(' of Aki, offline')).toBe(2)
  expect(await page.getByTestId('recovered').count()).toBe(1)
  expect(stage.faults()).toEqual([])
})
