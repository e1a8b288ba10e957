import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'
import { add, onBoard, untilSave } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('[WB29] where the browser keeps nothing the app opens, is written in, and changes language and view', async () => {
  const anna = await stage.person('Anna', { newcomer: true })
  await anna.context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  const id = (name: string) => anna.page.getByTestId(name)
  await anna.page.goto('/')
  await id('new-board').click()
  await onBoard(anna)
  await id('rules-close').click()
  await add(anna, 'note', 'Written all the same')
  await untilSave(anna, 'saved')
  await id('settings').click()
  await anna.page.getByText('日本語').click()
  await id('switch-view').click()
  await id('outline').getByText('Written all the same').waitFor()
  // That it keeps nothing is said to whoever looks for the reason, and is all there is to say.
  expect(stage.faults().filter((fault) => !fault.includes('keeps nothing for this site'))).toEqual([])
})
