import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { add, allSee, boardOf, item, joinBoard, openText, toast, untilSave } from './steps.ts'

/** Undo takes back one's own steps and never somebody else's words. */
describe('undo', () => {
  let stage: Stage
  let aki: Person
  let ben: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben')
  })
  afterAll(() => stage.close())

  const undo = ({ page }: Person) => page.getByTestId('undo').click()
  /** Typing is one step or, on a slow machine, several. */
  const undoWriting = async (person: Person) => {
    const next = person.page.getByTestId('undo')
    await expect.poll(() => next.getAttribute('aria-label')).toBe('Undo: write')
    while ((await next.getAttribute('aria-label')) === 'Undo: write') await undo(person)
  }
  const undoAddition = async (person: Person, verb: string) => {
    await undoWriting(person)
    expect(await person.page.getByTestId('undo').getAttribute('aria-label')).toBe(`Undo: ${verb}`)
    await undo(person)
  }
  const redoAll = async ({ page }: Person) => {
    const next = page.getByTestId('redo')
    while (await next.isEnabled()) await next.click()
  }

  test('an addition that somebody else wrote in stays with their words, and it is said', async () => {
    await add(aki, 'note', 'Mine')
    await openText(ben, item(ben, 'Mine'))
    await ben.page.keyboard.type(' theirs')
    await ben.page.keyboard.press('Escape')
    await item(aki, 'Mine theirs').waitFor()

    // First the typing, then the addition itself.
    await undoWriting(aki)
    await expect.poll(() => item(aki, 'Mine').count()).toBe(0)
    await toast(aki, 'Undone: write').first().waitFor()
    await undo(aki)
    await toast(aki, 'Undone: add note · Kept, because somebody else has written in it since.').waitFor()
    await allSee([aki, ben], ['kptNotes keep theirs'])
  })

  test('an addition nobody else touched goes, and comes back whole with redo', async () => {
    await add(aki, 'cause', 'Short-lived')
    await item(ben, 'Short-lived').waitFor()
    await undoAddition(aki, 'add cause')
    await allSee([aki, ben], ['kptNotes keep theirs'])
    await redoAll(aki)
    await allSee([aki, ben], ['kptNotes keep theirs', 'causes  Short-lived'])
  })

  test('what is taken back is one’s own last step, not the last on the board', async () => {
    await add(aki, 'action', 'From Aki')
    await add(ben, 'action', 'From Ben')
    await item(aki, 'From Ben').waitFor()
    await undoAddition(aki, 'add action')
    await allSee([aki, ben], ['kptNotes keep theirs', 'causes  Short-lived', 'actions  From Ben'])
  })

  test('a removal can be taken back from its message, with what others wrote in it', async () => {
    await item(aki, 'From Ben').click()
    await aki.page.keyboard.press('Delete')
    await expect.poll(() => item(ben, 'From Ben').count()).toBe(0)
    await toast(aki, 'Removed.').getByRole('button', { name: 'Undo' }).click()
    await allSee([aki, ben], ['kptNotes keep theirs', 'causes  Short-lived', 'actions  From Ben'])
    await untilSave(aki, 'saved')
  })

  test('[WB31] the message of a removal goes with the next step, which its button would take back instead', async () => {
    await item(aki, 'From Ben').click()
    await aki.page.keyboard.press('Delete')
    const undoRemoval = toast(aki, 'Removed.').getByRole('button', { name: 'Undo' })
    await undoRemoval.waitFor()
    await aki.page.keyboard.press('e')
    await undoRemoval.waitFor({ state: 'detached', timeout: 5000 })
    expect(stage.faults()).toEqual([])
  })
})
