import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  add,
  boardIdOf,
  boardOf,
  editor,
  item,
  joinBoard,
  openText,
  stored,
  toast,
  untilSave,
} from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
/** Who is in the scene. They go home after it: the server's going down in the next one is none of theirs. */
const present: Person[] = []
afterEach(async () => {
  await Promise.all(present.splice(0).map(({ context }) => context.close()))
})

const id = ({ page }: Person, name: string) => page.getByTestId(name)
const choose = async (person: Person, entry: string | RegExp): Promise<void> => {
  await id(person, 'roles').click()
  await person.page.getByRole('menuitem', { name: entry }).click()
}
const textOf = (person: Person, name: string) => id(person, name).textContent()

async function three(): Promise<[Person, Person, Person]> {
  const kim = await boardOf(stage, 'Kim')
  const sato = await joinBoard(stage, kim, '佐藤', { language: 'ja' })
  const lee = await joinBoard(stage, kim, 'Lee')
  present.push(kim, sato, lee)
  for (const person of present) await id(person, 'meeting').waitFor()
  return [kim, sato, lee]
}

it('[WPR5] roles are taken, told to all, handed over and laid down; step and timer follow whoever facilitates', async () => {
  const [kim, sato, lee] = await three()
  await choose(kim, 'Facilitate this meeting')
  await toast(sato, '進行役はKimさんになりました').waitFor()
  await expect.poll(() => textOf(sato, 'role-facilitator')).toBe('進行役Kim')
  await expect.poll(() => textOf(kim, 'role-facilitator')).toBe('Facilitatoryou')

  // Others are told whom to ask, and nothing breaks.
  lee.expectStatus(403)
  await id(lee, 'step-causes').click()
  await id(lee, 'bring-team').click()
  await toast(lee, 'Kim is facilitating').waitFor()
  expect(await id(kim, 'step-causes').getAttribute('aria-current')).toBeNull()
  await id(lee, 'timer-start').click({ force: true })
  await toast(lee, 'Kim is facilitating and keeps the time').waitFor()
  expect(await lee.page.getByRole('menu').count()).toBe(0)
  await id(kim, 'step-causes').click()
  await id(kim, 'bring-team').click()
  await lee.page.locator('[data-testid=step-causes][aria-current=step]').waitFor()

  // Somebody else's role is not offered; their own can be handed to those who are here.
  await id(lee, 'roles').click()
  await lee.page.getByRole('menuitem', { name: 'Presenting' }).waitFor()
  expect(await lee.page.getByRole('menuitem', { name: 'Facilitate this meeting' }).count()).toBe(0)
  await stage.picture(lee, 'roles-menu')
  await lee.page.getByRole('menuitem', { name: 'Be the scribe' }).click()
  await expect.poll(() => textOf(kim, 'role-scribe')).toBe('ScribeLee')
  await choose(kim, 'Hand over to 佐藤')
  await expect.poll(() => textOf(lee, 'role-facilitator')).toBe('Facilitator佐藤')
  await id(lee, 'timer-start').click()
  await lee.page.getByRole('menuitem', { name: '5 minutes', exact: true }).click()
  await id(kim, 'timer-left').waitFor()
  await stage.picture(kim, 'timer-of-others')
  // [WPR13] Whose timer it is not, is offered nothing about it.
  expect(await id(lee, 'timer-stop').count()).toBe(1)
  for (const name of ['timer-stop', 'timer-pause']) expect(await id(kim, name).count()).toBe(0)

  // A restart forgets none of it.
  for (const person of [kim, sato, lee]) person.expectNetworkLoss()
  await stage.server.kill()
  await stage.server.start()
  const mori = await joinBoard(stage, kim, 'Mori')
  present.push(mori)
  await expect.poll(() => textOf(mori, 'role-facilitator')).toBe('Facilitator佐藤')

  // [FA10] Who has gone is away for all within seconds: what is then offered is done when it is pressed.
  await expect.poll(() => textOf(mori, 'avatars')).toContain('佐藤')
  await sato.page.close()
  await id(mori, 'round-control').click()
  const takeOver = id(mori, 'round-take-role').getByText('Take over (佐藤 is away)')
  await takeOver.waitFor()
  await stage.picture(mori, 'round-take-over')
  await takeOver.click()
  await expect.poll(() => textOf(mori, 'role-facilitator')).toBe('Facilitatoryou')
  await mori.page.keyboard.press('Escape')
  await choose(mori, 'Step down')
  await expect.poll(() => textOf(lee, 'role-facilitator')).toBe('No facilitator')
  expect(stage.faults()).toEqual([])
})

it('[WPR6] how many are done is told, never who; hands stand in line, and the facilitator takes them down', async () => {
  const [kim, sato, lee] = await three()
  await choose(kim, 'Facilitate this meeting')
  await id(sato, 'ready').click()
  await lee.page.locator('body').click({ position: { x: 700, y: 700 } })
  // What does not reach the server is not taken back: it is said again.
  lee.expectNetworkLoss()
  await lee.page.route('**/meeting', (route) => route.abort(), { times: 1 })
  await lee.page.keyboard.press('d')
  await expect.poll(() => textOf(kim, 'ready-totals')).toBe('2 of 3 done')
  expect(await id(lee, 'ready').getAttribute('aria-pressed')).toBe('true')
  await lee.page.reload()
  await id(lee, 'ready').waitFor()
  await expect.poll(() => id(lee, 'ready').getAttribute('aria-pressed')).toBe('true')
  await expect.poll(() => textOf(kim, 'ready-totals')).toBe('2 of 3 done')

  // A server that has forgotten it is told again, by each.
  for (const person of [kim, sato, lee]) person.expectNetworkLoss()
  await stage.server.kill()
  await stage.server.start()
  const meeting = `/api/boards/${boardIdOf(kim)}/meeting`
  const totals = async () => (await (await kim.page.request.get(meeting)).json()).ready
  await expect.poll(totals).toEqual({ done: 2, of: 3 })

  await id(lee, 'hand').click()
  await expect.poll(() => textOf(kim, 'hands')).toContain('Lee')
  await id(sato, 'hand').click()
  await expect.poll(() => id(kim, 'hands').locator('li').allTextContents()).toEqual(['Lee', '佐藤'])
  expect(await id(sato, 'lower-hand').count()).toBe(0)
  await stage.picture(kim, 'facilitator-hands')
  await id(kim, 'lower-hand').first().click()
  await expect.poll(() => id(sato, 'hands').locator('li').allTextContents()).toEqual(['佐藤'])
  expect(await id(lee, 'hand').getAttribute('aria-pressed')).toBe('false')

  // The next step begins anew.
  await id(kim, 'step-kpt').click()
  await id(kim, 'bring-team').click()
  await id(lee, 'ready-totals').waitFor({ state: 'detached' })
  // Each hears of it in their own time.
  await expect.poll(() => id(sato, 'ready').getAttribute('aria-pressed')).toBe('false')
  expect(stage.faults()).toEqual([])
})

it('[WPR7] while the board is locked nobody is interrupted; what others write waits, and is saved afterwards', async () => {
  const [kim, sato, lee] = await three()
  const card = await add(lee, 'note', 'before')
  await untilSave(lee, 'saved')
  await choose(kim, 'Facilitate this meeting')
  await openText(lee, card)
  await choose(kim, 'Lock the board for 1 minute')
  await expect.poll(() => textOf(lee, 'lock')).toContain('Locked by Kim')
  await expect.poll(() => textOf(sato, 'lock')).toContain('この端末に保管')
  // The caret stays where it is.
  await editor(lee).press('End')
  await lee.page.keyboard.type(' and on')
  await lee.page.keyboard.press('Escape')
  await add(sato, 'note', 'ロック中のメモ')
  await untilSave(sato, 'saving')
  await add(kim, 'note', 'the facilitator goes on')
  await untilSave(kim, 'saved')
  await item(lee, 'the facilitator goes on').waitFor()
  expect((await stored(kim)).kptNotes).toHaveLength(2)
  expect(await item(kim, 'before and on').count()).toBe(0)
  await stage.picture(sato, 'locked-ja')

  await id(kim, 'unlock').click()
  for (const person of [sato, lee]) await untilSave(person, 'saved')
  await item(kim, 'before and on').waitFor()
  await item(kim, 'ロック中のメモ').waitFor()
  expect((await stored(kim)).kptNotes).toHaveLength(3)
  expect(stage.faults()).toEqual([])
})

it('[FM2] [FM4] whoever leads is followed by those who want to, until they move by themselves', async () => {
  const [kim, sato, lee] = await three()
  await add(kim, 'event', 'an alert')
  const viewOf = ({ page }: Person) => page.locator('.react-flow__viewport').getAttribute('style')
  const before = await viewOf(lee)
  await kim.page.keyboard.press('m')
  await id(kim, 'leading').waitFor()
  await id(sato, 'follow-accept').click()
  await id(sato, 'following').getByText('Kim').waitFor()
  await kim.page.keyboard.press('1')
  await kim.page.keyboard.press('+')
  await expect
    .poll(
      async () => {
        const now = await viewOf(sato)
        await new Promise((resolve) => setTimeout(resolve, 300))
        return now === (await viewOf(sato)) && now !== before
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  await stage.picture(sato, 'following-ja')
  // Who has not said yes is not moved.
  expect(await viewOf(lee)).toBe(before)

  await sato.page.mouse.move(800, 700)
  await sato.page.mouse.wheel(0, 120)
  await id(sato, 'following').waitFor({ state: 'detached' })
  const own = await viewOf(sato)
  await kim.page.keyboard.press('3')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await viewOf(sato)).toBe(own)

  await id(lee, 'follow-accept').click()
  await id(lee, 'following').waitFor()
  await lee.page.keyboard.press('Escape')
  await id(lee, 'following').waitFor({ state: 'detached' })
  await id(lee, 'follow-invitation').waitFor()
  // In the outline too; from there yes leads to the canvas.
  await lee.page.keyboard.press('o')
  await id(lee, 'outline').waitFor()
  await stage.picture(lee, 'follow-outline')
  await id(lee, 'follow-accept').click()
  await id(lee, 'following').waitFor()
  await expect.poll(() => viewOf(lee)).not.toBe(before)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await id(lee, 'following').count()).toBe(1)
  await kim.page.keyboard.press('o')
  await toast(kim, 'others no longer follow').waitFor()
  await toast(lee, 'Kim has stopped leading').waitFor()
  await id(lee, 'follow-invitation').waitFor({ state: 'detached' })
  await id(kim, 'outline').waitFor()
  await kim.page.keyboard.press('o')
  await id(kim, 'canvas').waitFor()
  await kim.page.keyboard.press('m')
  await id(lee, 'follow-decline').click()
  await lee.page.keyboard.press('o')
  await id(lee, 'outline').waitFor()
  expect(await id(lee, 'follow-invitation').count()).toBe(0)
  await id(kim, 'lead-stop').click()
  expect(stage.faults()).toEqual([])
})

it('[LV23] [WPR9] who is invisible is seen by nobody and writes on; presenting hides what is one’s own, in this window', async () => {
  const [kim, sato, lee] = await three()
  await expect.poll(() => textOf(kim, 'avatars')).toContain('Lee')
  await choose(lee, 'Be invisible to others')
  await id(lee, 'invisible').waitFor()
  await expect.poll(() => textOf(kim, 'avatars')).not.toContain('Lee')
  await lee.page.reload()
  await id(lee, 'invisible').waitFor()
  await add(lee, 'note', 'still here')
  await item(kim, 'still here').waitFor()
  expect(await textOf(kim, 'avatars')).not.toContain('Lee')
  await id(lee, 'invisible').click()
  await expect.poll(() => textOf(kim, 'avatars')).toContain('Lee')

  await id(sato, 'hand').click()
  await expect.poll(() => textOf(kim, 'hands')).toContain('佐藤')
  await kim.page.keyboard.press('p')
  await id(kim, 'presenting').waitFor()
  await expect.poll(() => textOf(kim, 'hands')).toBe('1 hand')
  await kim.page.reload()
  await id(kim, 'presenting').waitFor()
  // Another window of the same person stays their own.
  const second = await kim.context.newPage()
  await second.goto(kim.page.url())
  await second.getByTestId('hands').getByText('佐藤').waitFor()
  expect(await second.getByTestId('presenting').count()).toBe(0)
  await second.close()
  await id(kim, 'presenting').click()
  await expect.poll(() => textOf(kim, 'hands')).toContain('佐藤')
  expect(stage.faults()).toEqual([])
})

it('[WPR8] each step says what is there, and how to open it', async () => {
  const kim = await boardOf(stage, 'Kim')
  await id(kim, 'step-owner').click()
  await id(kim, 'help-toggle').click()
  await expect
    .poll(() =>
      id(kim, 'step-check').evaluateAll((checks) => checks.map((each) => each.getAttribute('data-done'))),
    )
    .toEqual(['true', 'false', 'false'])
  await kim.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await id(kim, 'copy-sentence').click()
  await toast(kim, 'in the clipboard').waitFor()
  const copied = await kim.page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await textOf(kim, 'step-sentence'))
  await id(kim, 'step-kpt').click()
  await expect.poll(() => textOf(kim, 'step-sentence')).toContain('keep')
  expect(stage.faults()).toEqual([])
})
