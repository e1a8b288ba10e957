import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './seriousOf.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { allSee, boardOf, item, joinBoard, stored, toast, untilSave } from './steps.ts'

/** As copied out of Slack: a name and a time above each message. */
const slack = `Aki Sato
  9:47 PM
Checkout is timing out, error rate 12 %
Ben Mori
  9:52 PM
Rolling back v2.4 now
Aki Sato
  10:05 PM
Error rate is back to normal
Lunch bot
  10:06 PM
Tomorrow: curry
`
const texts = [
  'Checkout is timing out, error rate 12 %',
  'Rolling back v2.4 now',
  'Error rate is back to normal',
  'Tomorrow: curry',
]
const asItems = (some: readonly string[]): string[] => some.map((text) => `timeline  ${text}`)
const kept = texts.slice(0, 3)

/** A chat pasted by one person, and everything that can be done with it before and after. */
describe('a pasted chat', () => {
  let stage: Stage
  let aki: Person
  let ben: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben')
    await aki.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await ben.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  })
  afterAll(() => stage.close())

  const option = ({ page }: Person, text: string) => page.getByRole('option').filter({ hasText: text })
  async function pasteOnBoard({ page }: Person, text: string): Promise<void> {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text)
    await page.locator('.k-canvas-area, .k-outline').focus()
    await page.keyboard.press('ControlOrMeta+v')
    await page.getByTestId('import-rows').waitFor()
  }
  async function day({ page }: Person): Promise<void> {
    await page.getByTestId('import-date').fill('2026-04-18')
    await page.getByRole('option').filter({ hasText: '18 April' }).first().waitFor()
  }

  test('pasted on the board it opens the dialog filled; the day is said there, and the text read again', async () => {
    const { page } = aki
    await pasteOnBoard(aki, slack)
    expect(await page.getByTestId('import-format').textContent()).toContain('Slack conversation')
    await day(aki)
    expect(await option(aki, 'Rolling back').textContent()).toContain('18 April 21:52')
    expect(await page.getByRole('option', { selected: true }).count()).toBe(4)
  })

  test('a row is left out by keyboard, a person becomes a role, another a participant', async () => {
    const { page } = aki
    await page.getByTestId('import-rows').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await expect.poll(() => option(aki, 'Tomorrow: curry').getAttribute('aria-selected')).toBe('false')
    // A range takes what its beginning has: all off, all on again, and the bot off.
    await page.keyboard.press('Shift+ArrowUp')
    await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(2)
    await page.keyboard.press('ControlOrMeta+a')
    await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(4)
    await option(aki, 'Tomorrow: curry').click()
    await page.getByRole('combobox', { name: 'Role of Ben Mori' }).fill('On-call')
    await page.getByRole('checkbox', { name: 'Also among the participants: Aki Sato' }).check()
    expect(await option(aki, 'Rolling back').textContent()).toContain('On-call: Rolling back')
    // Another day does not undo what was chosen.
    await day(aki)
    expect(await option(aki, 'Tomorrow: curry').getAttribute('aria-selected')).toBe('false')
    await stage.picture(aki, 'import-chat')
    expect(await seriousOf(page, '[role=dialog]')).toEqual([])
  })

  test('imported it is at both, without a name; one undo takes all of it, one redo brings it back', async () => {
    const { page } = aki
    await page.getByRole('button', { name: 'Import 4 items' }).click()
    await toast(aki, '4 items imported.').waitFor()
    await allSee([aki, ben], asItems(kept))
    await untilSave(aki, 'saved')
    const { timeline, people } = await stored(aki)
    expect(timeline.map(({ actor }) => actor)).toEqual(['', 'On-call', ''])
    expect(people.map(({ name }) => name)).toEqual(['Aki Sato'])
    expect(JSON.stringify(timeline.map(({ text }) => text))).not.toContain('Mori')
    await page.locator('.k-canvas-area').focus()
    await page.keyboard.press('ControlOrMeta+z')
    await allSee([aki, ben], [])
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await allSee([aki, ben], asItems(kept))
  })

  test('the other pastes it too: what is there is shown as such, and only the rest comes', async () => {
    const { page } = ben
    await pasteOnBoard(ben, slack)
    await day(ben)
    await page.getByTestId('import-filter-duplicate').filter({ hasText: '3' }).waitFor()
    await page.getByRole('button', { name: 'Import 1 item' }).click()
    await allSee([aki, ben], asItems(texts))
  })

  test('two paste the same at once, one of them offline: each message is there once', async () => {
    const more = slack.replaceAll('PM', 'AM').replaceAll(/^(\w.*\w.*)$/gm, (line) => line)
    for (const person of [aki, ben]) {
      await pasteOnBoard(person, more)
      await day(person)
    }
    ben.expectNetworkLoss()
    await ben.context.setOffline(true)
    for (const person of [aki, ben]) await person.page.getByRole('button', { name: 'Import 4 items' }).click()
    await toast(ben, '4 items imported.').waitFor()
    await untilSave(aki, 'saved')
    await ben.context.setOffline(false)
    await untilSave(ben, 'saved', 30_000)
    await allSee([aki, ben], asItems([...texts, ...texts]))
    expect((await stored(aki)).timeline).toHaveLength(8)
  })

  test('each import is taken back in the incident’s panel', async () => {
    const { page } = ben
    await page.keyboard.press('Escape')
    const imports = page.getByTestId('imports')
    await imports.getByTestId('import-remove').first().click()
    await page.getByTestId('import-remove-now').click()
    await toast(ben, 'The import was taken back.').waitFor()
    await expect.poll(() => item(aki, 'Rolling back').count()).toBe(1)
  })

  test('on a phone it fits, and works', async () => {
    const phone = await stage.person('Phone', { width: 390, height: 780 })
    await phone.page.goto(new URL(aki.page.url()).pathname)
    await phone.page.getByTestId('outline').waitFor()
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await pasteOnBoard(phone, slack)
    const width = await phone.page
      .getByRole('dialog')
      .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
    expect(width).toBeLessThanOrEqual(0)
    await stage.picture(phone, 'import-phone')
    await phone.context.close()
  })

  test('nothing went wrong on the way', () => {
    expect(stage.faults()).toEqual([])
  })
})
