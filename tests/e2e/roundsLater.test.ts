import { groupKptNotes, removeItems } from '@kintsugi/board'
import { plainTextOf } from '@kintsugi/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  id,
  notesOf,
  own,
  patient,
  ready,
  roundForm,
  soon,
  totals,
  untilIn,
  vote,
  write,
} from './roundSteps.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardIdOf, boardOf, closeDialog, joinBoard, stored, toast } from './steps.ts'
import { joinAsStock } from './stockClient.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const led = async (person: Person, act: string): Promise<void> => {
  await id(person, 'round-control').click()
  await id(person, act).click()
}

it('[WK9] a round turns anonymous and never back; late notes come in company; keys are forgotten; what was taken off is put back', async () => {
  const aki = await patient(boardOf(stage, 'Aki'))
  const ben = await patient(joinBoard(stage, aki, 'Ben'))
  const chie = await patient(joinBoard(stage, aki, '千恵', { language: 'ja', dark: true }))
  const three = [aki, ben, chie]
  await expect.poll(() => id(aki, 'avatars').locator('li').count(), soon).toBe(2)
  await roundForm(aki)
  await id(aki, 'round-form').getByText('Signed', { exact: true }).click()
  await id(aki, 'round-open').click()
  for (const person of three) await ready(person)
  await write(ben, 'Keep', 'Signed before the turn')
  await untilIn(ben, 'Signed before the turn')

  // Once it is anonymous there is no way back; what was signed before stays signed, to be taken away by its author.
  await led(aki, 'round-anonymous')
  await id(aki, 'round-anonymous-sure').click()
  for (const person of three)
    await id(person, 'round-panel')
      .getByTestId('round-promise')
      .getByText(/1 in 2|2 分の 1/)
      .waitFor()
  await id(aki, 'round-control').click()
  await id(aki, 'round-run').waitFor()
  expect(await id(aki, 'round-anonymous').count()).toBe(0)
  // More for everybody, alike.
  await id(aki, 'round-deal').click()
  await toast(aki, 'Everybody has 12 more').waitFor()
  await closeDialog(aki.page)
  await id(ben, 'round-panel').getByText('23 more').waitFor()
  await id(chie, 'round-panel').getByText('あと 24').waitFor()
  await write(chie, 'Problem', '言い出しにくかった')
  await untilIn(chie, '言い出しにくかった')
  await stage.picture(chie, 'rounds-turned-ja')

  await led(aki, 'round-reveal')
  const revealed = ['Signed before the turn', '言い出しにくかった']
  for (const person of three) await expect.poll(() => notesOf(person), soon).toEqual(revealed)
  const signs = async () => (await stored(aki)).kptNotes.map(({ author, seal }) => [author, seal !== null])
  expect((await signs()).toSorted()).toEqual([
    [null, true],
    ['Ben', false],
  ])

  // Late: one and two wait, the third brings them all. Their authors are told that they wait.
  for (const person of three) await id(person, 'round-panel').waitFor()
  for (const person of three)
    if ((await id(person, 'round-panel').getAttribute('data-folded')) === 'true')
      await id(person, 'round-fold').click()
  await write(aki, 'Try', 'Late one')
  await write(ben, 'Try', 'Late two')
  for (const [person, text] of [
    [aki, 'Late one'],
    [ben, 'Late two'],
  ] as const)
    await own(person, text).and(person.page.locator('[data-state=waiting]')).waitFor()
  // Longer than the beat with which what has company goes out.
  await aki.page.waitForTimeout(11_000)
  expect(await notesOf(chie)).toEqual(revealed)
  await stage.picture(aki, 'rounds-late-waiting')
  await write(chie, 'Try', '遅れて三つ目')
  const all = [...revealed, 'Late one', 'Late two', '遅れて三つ目'].toSorted()
  for (const person of three) await expect.poll(() => notesOf(person), soon).toEqual(all)
  for (const person of three) expect(await id(person, 'note-missing').count()).toBe(0)

  // Forgotten: nothing here says any more what was one's own, and nothing of the others' changes.
  // Their tokens were given to them once, and are asked for in vain.
  aki.expectStatus(409)
  const marks = (person: Person) => id(person, 'own-mark').count()
  await expect.poll(() => marks(aki), soon).toBe(1)
  await id(aki, 'forget-keys').click()
  await id(aki, 'forget-sure').click()
  await toast(aki, 'Forgotten').waitFor()
  await expect.poll(() => marks(aki), soon).toBe(0)
  await aki.page.reload()
  await expect.poll(() => notesOf(aki), soon).toEqual(all)
  expect(await marks(aki)).toBe(0)
  expect(await id(aki, 'own-note').count()).toBe(0)
  await expect.poll(() => marks(chie), soon).toBe(2)

  // A vote; somebody's script takes one topic away and groups another: no vote is lost, and the totals add up.
  await led(aki, 'round-next')
  await id(aki, 'round-open').click()
  for (const person of three) await id(person, 'votes-left').getByText('3').waitFor()
  await vote(ben, 'Late two')
  await vote(ben, 'Late two')
  await vote(chie, 'Late two')
  await vote(chie, 'Signed before')
  const script = await joinAsStock(stage.server, boardIdOf(aki), 'Script')
  const noteOf = (words: string): string =>
    script.snapshot().kptNotes.find(({ text }) => plainTextOf(text).startsWith(words))?.id ?? ''
  removeItems(script.board, [noteOf('Late two')])
  groupKptNotes(script.board, [noteOf('Signed before')])
  const gone = id(ben, 'topic').filter({ hasText: 'No longer on the board' })
  await gone.getByTestId('vote-take').click()
  await id(ben, 'votes-left').getByText('2').waitFor()
  expect(await gone.getByTestId('vote-give').isDisabled()).toBe(true)
  await vote(ben, 'Signed before')
  await stage.picture(ben, 'rounds-topic-gone')
  await stage.picture(chie, 'rounds-topic-gone-ja')
  await id(aki, 'round-count').getByText('4').waitFor()
  await led(aki, 'round-reveal')
  await aki.page.locator('[data-testid=round-panel][data-state=revealed]').waitFor()
  await expect.poll(() => totals(aki), soon).toMatchObject({ No: '2', Signed: '2' })
  script.leave()

  // What somebody took off is not lost: anybody puts it back.
  await aki.page.keyboard.press('ControlOrMeta+k')
  await id(aki, 'palette-input').fill('taken off')
  await aki.page.getByRole('menuitem', { name: 'Notes taken off' }).click()
  await id(aki, 'aside-note').getByText('Late two').waitFor()
  await stage.picture(aki, 'rounds-taken-off')
  await id(aki, 'aside-note').getByRole('button').click()
  await id(aki, 'aside-note').waitFor({ state: 'detached' })
  await closeDialog(aki.page)
  for (const person of three) await expect.poll(() => notesOf(person), soon).toEqual(all)
  expect(stage.faults()).toEqual([])
}, 200_000)
