import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { make, outlineOf, rowWith, tabTo } from './outlineSteps.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardOf, stored } from './steps.ts'

/** KPT notes that say the same, put together without a pointer. */
describe('groups in the outline', () => {
  let stage: Stage
  let aki: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    await aki.page.keyboard.press('o')
    await outlineOf(aki).waitFor()
  })
  afterAll(() => stage.close())

  const groups = async () => {
    const { kptGroups, kptNotes } = await stored(aki)
    return kptGroups.map(({ id, name }) => [name, kptNotes.filter(({ groupId }) => groupId === id).length])
  }
  const choose = async (from: RegExp, keys: readonly string[]) => {
    const { page } = aki
    await page.keyboard.press('ArrowRight')
    await page.getByTestId('note-group').waitFor()
    await tabTo(page, from, 'Tab', 60)
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    for (const key of keys) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
  }

  test('[OL23] a note begins a group, another joins it, and the last to leave takes it along', async () => {
    const { page } = aki
    await make(aki, 'n', 'The runbook was found at once')
    await choose(/^in none/, ['End'])
    await expect.poll(groups).toEqual([['', 1]])
    await tabTo(page, 'Name of the group', 'Tab', 10)
    await page.keyboard.type('Runbooks')
    await page.keyboard.press('Enter')
    await expect.poll(groups).toEqual([['Runbooks', 1]])
    // Out of the details, back to the note itself.
    await page.keyboard.press('Escape')
    await page.locator('[data-handle]:focus').waitFor()

    await make(aki, 'n', 'Steps were up to date')
    await choose(/^in none/, ['ArrowDown'])
    await expect.poll(groups).toEqual([['Runbooks', 2]])
    await rowWith(aki, 'Steps were up to date').getByText('group “Runbooks”').waitFor()

    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(groups).toEqual([['Runbooks', 1]])
    expect(stage.faults()).toEqual([])
  })
})
