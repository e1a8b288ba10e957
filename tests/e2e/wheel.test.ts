import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'
import { add, boardOf, item } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('a wheel turned by a single notch brings what lies there into sight', async () => {
  const aki = await boardOf(stage, 'Aki')
  const { page } = aki
  await add(aki, 'cause', 'far away')
  const card = item(aki, 'far away')
  await page.keyboard.press('Escape')
  await page.keyboard.press('0')
  await card.waitFor()
  const { mouse } = page
  await mouse.move(560, 560)
  for (let notch = 0; notch < 6; notch++) await mouse.wheel(0, 3000)
  await card.waitFor({ state: 'detached' })
  // Longer than the turns of a wheel are taken for one: it rests, then is turned once.
  await page.waitForTimeout(400)
  await mouse.wheel(0, -18_000)
  await card.waitFor()
  expect(stage.faults()).toEqual([])
})
