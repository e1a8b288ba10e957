import { afterAll, beforeAll, expect, it } from 'vitest'
import { id, patient, ready, roundForm, untilIn } from './roundSteps.ts'
import { openStage, type Stage } from './stage.ts'
import { boardOf, onBoard } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ keepsApp: true })
})
afterAll(() => stage.close())

it('a note is posted once, however often its key is pressed while it is being kept', async () => {
  const aki = await patient(boardOf(stage, 'Aki', { noServiceWorker: true }))
  await roundForm(aki)
  // [RW21] One press: who opens the round facilitates.
  await id(aki, 'round-free').getByText('you become the facilitator').waitFor()
  await id(aki, 'round-form').getByText('Signed', { exact: true }).click()
  await id(aki, 'round-open').click()
  await ready(aki)
  expect(await id(aki, 'role-facilitator').textContent()).toBe('Facilitatoryou')

  // Loaded again with its tokens at hand, and what a note needs slow to come.
  const gate = Promise.withResolvers<void>()
  await aki.page.route(/anonymityTools/, async (route) => {
    await gate.promise
    await route.continue()
  })
  await aki.page.reload()
  await onBoard(aki)
  await ready(aki)
  await id(aki, 'round-text').fill('Said once')
  for (let times = 0; times < 3; times++) await aki.page.keyboard.press('Control+Enter')
  await aki.page.keyboard.type(' and then more')
  gate.resolve()
  await untilIn(aki, 'Said once')
  await expect.poll(() => id(aki, 'round-text').inputValue()).toBe(' and then more')
  expect(await id(aki, 'own-note').count()).toBe(1)
  await id(aki, 'round-panel').getByText('11 more').waitFor()
  expect(stage.faults()).toEqual([])
})

it('the number of votes can be emptied and written anew; left empty it is the suggested one', async () => {
  const ben = await boardOf(stage, 'Ben')
  await roundForm(ben)
  await id(ben, 'round-form').getByText('Voting', { exact: true }).click()
  const votes = id(ben, 'round-votes')
  expect(await votes.inputValue()).toBe('3')
  await votes.press('Control+A')
  await votes.press('Backspace')
  await ben.page.keyboard.type('12')
  expect(await votes.inputValue()).toBe('12')
  await votes.fill('0')
  await id(ben, 'round-form').getByText('from 1 to 30 votes: it will be 1.').waitFor()
  await votes.press('Tab')
  await expect.poll(() => votes.inputValue()).toBe('1')
  await votes.fill('')
  await votes.press('Tab')
  await expect.poll(() => votes.inputValue()).toBe('3')
  expect(stage.faults()).toEqual([])
})
