import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { add, allSee, boardOf, delayOf, item, joinBoard, openText, untilSave, writing } from './steps.ts'

/** Two browsers on one board: what one does, the other sees within a second. */
const within = 1000

describe('together', () => {
  let stage: Stage
  let aki: Person
  let ben: Person
  const delays: Record<string, number> = {}

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben')
  })
  afterAll(async () => {
    console.error(`milliseconds until the other sees it: ${JSON.stringify(delays)}`)
    await stage.close()
  })

  test('each sees that the other is here, and where they point', async () => {
    for (const [one, other] of [
      [aki, ben],
      [ben, aki],
    ] as const) {
      await other.page
        .getByTestId('avatars')
        .getByText(one.name, { exact: true })
        .waitFor({ state: 'attached' })
      const canvas = await one.page.getByTestId('canvas').boundingBox()
      if (!canvas) throw new Error('no canvas')
      await one.page.mouse.move(canvas.x + 300, canvas.y + 300)
      const cursor = other.page.getByTestId('cursor').filter({ hasText: one.name })
      await cursor.waitFor()
      const before = await cursor.boundingBox()
      await one.page.mouse.move(canvas.x + 500, canvas.y + 400, { steps: 5 })
      const moved = async () => ((await cursor.boundingBox())?.x ?? 0) - (before?.x ?? 0)
      // Both windows show the board alike, so the same way on the screen.
      await expect.poll(moved).toBeGreaterThan(190)
      expect(await moved()).toBeLessThan(210)
    }
  })

  test('a cursor goes when its owner leaves the canvas', async () => {
    const cursor = ben.page.getByTestId('cursor').filter({ hasText: 'Aki' })
    expect(await cursor.count()).toBe(1)
    await aki.page.getByTestId('title').hover()
    await expect.poll(() => cursor.count()).toBe(0)
  })

  test.each([
    ['event', 'timeline', '監視が 5xx の急増を検知'],
    ['cause', 'causes', '接続プールの上限が既定値だった'],
    ['note', 'kptNotes', 'ロールバック手順が短かった'],
    ['action', 'actions', 'Alert on pool saturation'],
  ] as const)('a new %s of either appears at the other within a second', async (thing, part, text) => {
    for (const [one, other] of [
      [aki, ben],
      [ben, aki],
    ] as const) {
      const words = `${text} (${one.name})`
      await one.page.getByTestId(`tool-${thing}`).click()
      await writing(one)
      const selector = `[data-part=${part}] .k-text`
      const delay = await delayOf(other, { selector, text: words }, () => one.page.keyboard.insertText(words))
      await one.page.keyboard.press('Escape')
      delays[`${one.name} adds ${thing}`] = delay
      expect(delay).toBeLessThan(within)
    }
  })

  test.each([
    ['監視が 5xx の急増を検知 (Aki)', 'timeline'],
    ['接続プールの上限が既定値だった (Aki)', 'causes'],
    ['ロールバック手順が短かった (Aki)', 'kptNotes'],
    ['Alert on pool saturation (Aki)', 'actions'],
  ] as const)('the other goes on writing in “%s”', async (text, part) => {
    await openText(ben, item(ben, text))
    const more = `, ${part} seen`
    const selector = `[data-part=${part}] .k-text`
    const delay = await delayOf(aki, { selector, text: `${text}${more}` }, () =>
      ben.page.keyboard.insertText(more),
    )
    await ben.page.keyboard.press('Escape')
    delays[`Ben writes in ${part}`] = delay
    expect(delay).toBeLessThan(within)
  })

  test('facts of an event, an action and the incident travel as well', async () => {
    const { page } = aki
    await item(aki, '監視が 5xx の急増を検知 (Ben)').click()
    await page.getByTestId('entry-day').fill('2026-03-14')
    await page.getByTestId('entry-time').fill('21:47')
    const timed = { selector: '[data-part=timeline]', text: '21:47' }
    delays.time = await delayOf(ben, timed, () => page.keyboard.press('Enter'))

    await item(aki, 'Alert on pool saturation (Ben)').click()
    await page.getByTestId('action-assignee').fill('当番')
    const assigned = { selector: '[data-part=actions]', text: '当番' }
    delays.assignee = await delayOf(ben, assigned, () => page.keyboard.press('Enter'))

    await page.getByTestId('title').fill('決済 API の応答停止')
    const titled = { selector: '[data-testid=title]', text: '決済 API の応答停止' }
    delays.title = await delayOf(ben, titled, () => page.keyboard.press('Enter'))
    expect(Math.max(...Object.values(delays))).toBeLessThan(within)
  })

  test('in the end both see the same, it is saved, and nothing went wrong on the way', async () => {
    await untilSave(aki, 'saved')
    await untilSave(ben, 'saved')
    await add(aki, 'note', 'Last one')
    await allSee(
      [aki, ben],
      [
        'timeline  監視が 5xx の急増を検知 (Aki), timeline seen',
        'timeline  監視が 5xx の急増を検知 (Ben)',
        'causes  接続プールの上限が既定値だった (Aki), causes seen',
        'causes  接続プールの上限が既定値だった (Ben)',
        'kptNotes keep ロールバック手順が短かった (Aki), kptNotes seen',
        'kptNotes keep ロールバック手順が短かった (Ben)',
        'kptNotes keep Last one',
        'actions  Alert on pool saturation (Aki), actions seen',
        'actions  Alert on pool saturation (Ben)',
      ],
    )
    await stage.picture(aki, 'together')
    expect(stage.faults()).toEqual([])
  })
})
