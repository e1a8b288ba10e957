import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { add, boardOf, drag, item, joinBoard, stored, untilSave, writing } from './steps.ts'

/** Things are linked by hand, and a crack turns gold as actions answer its cause; the other sees it happen. */
describe('links and gold', () => {
  let stage: Stage
  let aki: Person
  let ben: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben')
  })
  afterAll(() => stage.close())

  const cover = (person: Person, text: string) => item(person, text).getAttribute('data-cover')
  const cracks = ({ page }: Person) =>
    page.locator('.k-crack').evaluateAll((all) => all.map((crack) => crack.getAttribute('data-cover')))
  const linksOfKind = async (kind: string) => (await stored(aki)).links.filter((link) => link.kind === kind)

  test('W asks why: a new cause under the selected one, linked, its text open for writing', async () => {
    const { page } = aki
    await add(aki, 'cause', 'Checkout did not answer')
    await item(aki, 'Checkout did not answer').click()
    await page.keyboard.press('w')
    await writing(aki)
    await page.keyboard.type('The pool was exhausted')
    await page.keyboard.press('Escape')
    const [effect, cause] = [item(ben, 'Checkout did not answer'), item(ben, 'The pool was exhausted')]
    await cause.waitFor()
    await expect.poll(() => cracks(ben)).toEqual(['bare'])
    const above = await effect.boundingBox()
    const below = await cause.boundingBox()
    expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0))
  })

  test('pulling “why?” into the open makes the next cause, onto a cause it links', async () => {
    const { page } = aki
    await item(aki, 'The pool was exhausted').hover()
    await item(aki, 'The pool was exhausted').getByRole('button').click()
    await writing(aki)
    await page.keyboard.type('The limit was the default')
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await cracks(ben)).length).toBe(2)
    const effect = item(aki, 'Checkout did not answer')
    await effect.hover()
    await drag(aki, effect.getByRole('button'), item(aki, 'The limit was the default'))
    await expect.poll(async () => (await cracks(ben)).length).toBe(3)
    await untilSave(aki, 'saved')
    expect(await linksOfKind('because')).toHaveLength(3)
    expect((await stored(aki)).causes).toHaveLength(3)
  })

  test('an event dragged onto a cause becomes its evidence and stays where it is', async () => {
    await add(aki, 'event', 'Pool at 100 %')
    const event = item(aki, 'Pool at 100 %')
    const before = await event.boundingBox()
    await drag(aki, event, item(aki, 'The pool was exhausted'))
    await item(ben, 'The pool was exhausted').getByTitle('evidence 1').waitFor()
    expect(await event.boundingBox()).toEqual(before)
    await untilSave(aki, 'saved')
    const { timeline, causes } = await stored(aki)
    expect(await linksOfKind('evidence')).toEqual([
      {
        kind: 'evidence',
        from: timeline[0]?.id,
        to: causes.find((c) => JSON.stringify(c.text).includes('exhausted'))?.id,
      },
    ])
  })

  test('a problem dragged among the causes becomes a cause that names where it came from', async () => {
    const { page } = aki
    await page.getByTestId('add-problem').click()
    await writing(aki)
    await page.keyboard.type('Nobody owned the limit')
    await page.keyboard.press('Escape')
    const note = page.locator('[data-part=kptNotes]').filter({ hasText: 'Nobody owned the limit' })
    await drag(aki, note, page.locator('.k-zone-head').filter({ hasText: 'Causal graph' }))
    await ben.page.locator('[data-part=causes]').filter({ hasText: 'Nobody owned the limit' }).waitFor()
    expect(await note.count()).toBe(1)
    await untilSave(aki, 'saved')
    expect(await linksOfKind('origin')).toHaveLength(1)
  })

  test('half-mended with one side, mended with both, shining when done; behind it the crack above follows', async () => {
    const { page } = aki
    const root = 'The limit was the default'
    expect(await cover(ben, root)).toBe('bare')
    for (const [text, aim, becomes] of [
      ['Write the limit into the settings', 'Prevent', 'half'],
      ['Alert on pool use', 'Detect', 'mended'],
    ] as const) {
      await item(aki, root).click()
      await page.getByTestId('answer-cause').click()
      await writing(aki)
      await page.keyboard.type(text)
      await page.keyboard.press('Escape')
      await page.getByRole('group', { name: 'Aim' }).getByText(aim, { exact: true }).click()
      await expect.poll(() => cover(ben, root)).toBe(becomes)
    }
    // A cause whose only cause is mended is mended too.
    await expect.poll(() => cover(ben, 'The pool was exhausted')).toBe('mended')
    await expect.poll(async () => (await cracks(ben)).toSorted()).toEqual(['mended', 'mended', 'mended'])
    await stage.picture(aki, 'gold')
    for (const text of ['Write the limit into the settings', 'Alert on pool use'])
      await item(aki, text).getByRole('checkbox').click()
    await expect.poll(() => cover(ben, root)).toBe('shining')
    // Three of them count: two mended, the one made of the note still open.
    await expect.poll(() => ben.page.getByTestId('mended').textContent()).toContain('Mended')
    await item(aki, 'Alert on pool use').click()
    await page.keyboard.press('Delete')
    await expect.poll(() => cover(ben, root)).toBe('half')
  })

  test('a crack can be chosen and removed', async () => {
    const before = await aki.page.locator('.k-crack').count()
    await aki.page.locator('.k-crack').first().focus()
    await aki.page.keyboard.press('Enter')
    await aki.page.keyboard.press('Delete')
    await expect.poll(() => ben.page.locator('.k-crack').count()).toBe(before - 1)
    expect(stage.faults()).toEqual([])
  })
})
