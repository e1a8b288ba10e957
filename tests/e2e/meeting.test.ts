import { type BoardSnapshot, plainTextOf, practiceSteps } from '@kintsugi/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  acknowledge,
  composeInRound,
  type Hands,
  handsOf,
  inRoundDialog,
  still,
  teamAt,
  writeInRound,
} from './meetingKeys.ts'
import { id, notesOf, patient, ready, soon } from './roundSteps.ts'
import { openStage, type Stage } from './stage.ts'
import { boardIdOf, onBoard, stored, toast } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ keepsApp: true })
})
afterAll(() => stage.close())

const wide = { width: 1440, height: 900, newcomer: true }
const phone = { width: 390, height: 844, newcomer: true }
const firstWords = (text: Parameters<typeof plainTextOf>[0]): string => plainTextOf(text).split('\n')[0] ?? ''

it('[WPR12] a whole meeting of the sample incident by keyboard alone, five people, within the time that its steps give', async () => {
  const begun = performance.now()
  const aki = handsOf(await patient(stage.person('Aki', wide)))
  await aki.person.page.goto('/')
  await id(aki.person, 'open-sample').waitFor()
  await aki.tabTo('open-sample')
  await aki.press('Enter')
  await onBoard(aki.person)
  const board = boardIdOf(aki.person)
  const [ben, chie, dan, emi] = (
    await Promise.all([
      patient(stage.person('Ben', { ...wide, dark: true })),
      patient(stage.person('千恵', { ...wide, language: 'ja' })),
      patient(stage.person('Dan', phone)),
      patient(stage.person('恵美', { ...wide, language: 'ja', dark: true })),
    ])
  ).map(handsOf) as [Hands, Hands, Hands, Hands]
  const five = [aki, ben, chie, dan, emi]
  const others = [ben, chie, dan, emi]
  await Promise.all(
    others.map(async ({ person }) => {
      await person.page.goto(`/b/${board}`)
      await id(person, 'practice-bar').waitFor()
    }),
  )
  const snapshot = (): Promise<BoardSnapshot> => stored(aki.person)
  const shot = (hands: Hands, name: string): Promise<void> => still(stage, hands, `meeting-${name}`)
  const minutes = new Map<string, number>()
  const effort = new Map<string, number>()
  let busiest = five.map((hands) => hands.presses())
  /** Presses of whoever pressed most since the step before. */
  const stepDone = (step: string): void => {
    const now = five.map((hands) => hands.presses())
    effort.set(step, Math.max(...now.map((count, i) => count - (busiest[i] ?? 0))))
    busiest = now
  }
  const bring = async (n: number): Promise<void> => {
    const step = practiceSteps[n - 1]
    if (!step) throw new Error('six steps')
    await aki.act(`on to step ${n}`)
    await teamAt(five, n)
    expect(await id(aki.person, `step-${step}`).getAttribute('aria-current')).toBe('step')
    minutes.set(step, Number(/\d+/.exec((await id(aki.person, 'step-minutes').textContent()) ?? '')?.[0]))
    await shot(aki, `${n}-${step}`)
  }

  // Entering: the ground rules, each for themselves, and somebody who leads.
  await Promise.all(
    five.map((hands) =>
      acknowledge(stage, hands, hands === chie || hands === emi ? '約束ごと' : 'Ground rules'),
    ),
  )
  await expect
    .poll(
      async () => (await snapshot()).people.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
      soon,
    )
    .toBeGreaterThanOrEqual(5)
  await aki.act('Facilitate this meeting')
  await toast(chie.person, '進行役はAkiさんになりました').waitFor()

  // 1 Owner: the caret stands in the field, and it is timed for everybody.
  await bring(1)
  await aki.act('Start the timer')
  for (const { person } of five) await id(person, 'timer-left').waitFor()
  await shot(chie, '1-owner-ja')
  await aki.act('Pause the timer')
  stepDone('owner')

  // 2 People.
  await bring(2)
  await shot(emi, '2-participants-ja-dark')
  await aki.act('Stop the timer')
  stepDone('participants')

  // 3 Causes: somebody asks why.
  await bring(3)
  const direct = (await snapshot()).causes.find(({ kind }) => kind === 'direct')
  if (!direct) throw new Error('the sample has a direct cause')
  await ben.go(firstWords(direct.text).slice(0, 24))
  await ben.press('w')
  await ben.person.page.locator('[data-testid=floating-editor] [role=textbox]:focus').waitFor()
  await ben.type('Nobody owned the pool’s default')
  await ben.press('Escape')
  await expect
    .poll(async () => (await snapshot()).causes.map(({ text }) => firstWords(text)), soon)
    .toContain('Nobody owned the pool’s default')
  await shot(ben, '3-causes-dark')
  stepDone('causes')

  // 4 Response: an entry is looked back on.
  await bring(4)
  const unseen = (await snapshot()).timeline.find(({ review, at }) => review === null && at !== null)
  if (!unseen) throw new Error('the sample has an entry that nobody has looked back on')
  await emi.go(firstWords(unseen.text).slice(0, 24))
  await emi.act('うまくいった')
  await expect
    .poll(async () => (await snapshot()).timeline.find((each) => each.id === unseen.id)?.review, soon)
    .toBe('worked')
  await shot(emi, '4-response-ja-dark')
  stepDone('response')

  // 5 Timeline: on a phone, in the outline.
  await bring(5)
  await dan.press('e')
  await dan.person.page.locator('[data-testid=inline-editor] [role=textbox]:focus').waitFor()
  await dan.type('Support told the shops by phone')
  await dan.press('Escape')
  await shot(dan, '5-timeline-phone')
  await expect
    .poll(async () => (await snapshot()).timeline.map(({ text }) => firstWords(text)), soon)
    .toContain('Support told the shops by phone')
  stepDone('timeline')

  // 6 KPT: written by all in hiding, one with an input method, one whose screen others see.
  await bring(6)
  await inRoundDialog(aki, 'round-open', () => shot(aki, '6-kpt-a-open'))
  await Promise.all(five.map(({ person }) => ready(person)))
  await id(aki.person, 'timer-left').waitFor()
  await ben.press('p')
  await id(ben.person, 'round-panel').getByText('Hidden while you are presenting.').waitFor()
  await shot(ben, '6-kpt-b-presenting-dark')
  await ben.press('p')
  await ready(ben.person)
  await Promise.all([
    writeInRound(aki, 0, 'The rollback was ready'),
    writeInRound(ben, 2, 'Rehearse the rollback each month'),
    writeInRound(dan, 1, 'Two dashboards disagreed'),
    writeInRound(emi, 0, '状況報告が早かった'),
  ])
  await composeInRound(chie, 1, ['d', 'だ', 'だs', 'だっしゅぼーど'], 'ダッシュボードの値が食い違った', () =>
    shot(chie, '6-kpt-c-composer-ja'),
  )
  await Promise.all(others.map((hands) => hands.press('d')))
  await expect.poll(() => id(aki.person, 'ready-totals').textContent(), soon).toBe('4 of 5 done')
  await emi.press('r')
  await expect.poll(() => id(aki.person, 'hands').textContent(), soon).toContain('恵美')
  await shot(aki, '6-kpt-d-written')
  await shot(dan, '6-kpt-d-written-phone')
  await aki.act('Lower the hand of')
  await id(aki.person, 'hands').waitFor({ state: 'detached' })

  await inRoundDialog(aki, 'round-reveal', () => shot(aki, '6-kpt-e-run'))
  await Promise.all(
    five.map(({ person }) =>
      expect.poll(() => notesOf(person), soon).toContain('Rehearse the rollback each month'),
    ),
  )
  await shot(aki, '6-kpt-f-revealed')

  // Grouped: the two that say the same stand side by side, since the reveal has put them there.
  const pair = (await snapshot()).kptNotes.filter(({ text }) =>
    /dashboards|ダッシュボード/.test(plainTextOf(text)),
  )
  expect(pair).toHaveLength(2)
  await aki.go(firstWords((pair[0] as (typeof pair)[0]).text))
  await aki.press('Shift+ArrowDown')
  await aki.press('g')
  const field = aki.person.page.getByTestId('group-field')
  await field.waitFor()
  await aki.type('Dashboards')
  await aki.press('Enter')
  await field.waitFor({ state: 'detached' })
  await aki.press('F2')
  await field.waitFor()
  await aki.press('ControlOrMeta+a')
  await aki.type('One picture for all')
  await aki.press('Enter')
  await expect
    .poll(async () => (await snapshot()).kptGroups.map(({ name }) => name), soon)
    .toContain('One picture for all')
  await shot(aki, '6-kpt-g-grouped')

  // Voted by V, on the canvas and in the outline.
  await inRoundDialog(aki, 'round-next')
  await id(aki.person, 'round-open').waitFor()
  await shot(aki, '6-kpt-h-vote')
  await aki.tabTo('round-open')
  await aki.press('Enter')
  await Promise.all(five.map(({ person }) => id(person, 'votes-left').waitFor()))
  for (const hands of [aki, ben, dan]) {
    await hands.go('Rehearse the rollback')
    await hands.press('v')
    await toast(hands.person, '1 of your votes').waitFor()
  }
  await shot(dan, '6-kpt-i-voting-phone')
  await chie.go('One picture')
  await chie.press('v')
  await emi.go('One picture')
  await emi.press('v')
  await expect.poll(() => id(aki.person, 'round-count').textContent(), soon).toContain('5')
  await shot(emi, '6-kpt-i-voting-ja-dark')
  await inRoundDialog(aki, 'round-reveal')
  await Promise.all(
    five.map(({ person }) => person.page.locator('[data-testid=round-panel][data-state=revealed]').waitFor()),
  )
  const tries = (await snapshot()).kptNotes.filter(({ slot }) => slot.column === 'try')
  expect(firstWords((tries[0] as (typeof tries)[0]).text)).toBe('Rehearse the rollback each month')
  await shot(aki, '6-kpt-j-counted')
  await shot(chie, '6-kpt-j-counted-ja')

  // The Try becomes an action that somebody has taken on, and by when.
  await aki.go('Rehearse the rollback')
  await aki.act('Make an action of')
  await aki.press('Alt+Enter')
  await aki.tabTo('action-assignee')
  await aki.type('Ben')
  await aki.tabTo('action-due')
  for (const digit of '04302027') await aki.press(digit)
  await shot(aki, '6-kpt-k-action')
  await aki.press('Escape')
  await expect
    .poll(async () => {
      const action = (await snapshot()).actions.find(({ text }) => plainTextOf(text).startsWith('Rehearse'))
      return [action?.assignee, action?.due]
    }, soon)
    .toEqual(['Ben', '2027-04-30'])

  // The own anonymous note, afterwards, by its author alone.
  await emi.go('Rehearse the rollback')
  await emi.press('Alt+Enter')
  expect(await id(emi.person, 'own-sealed').count()).toBe(0)
  await ben.go('Rehearse the rollback')
  await ben.press('Alt+Enter')
  await ben.tabTo('own-edit')
  await ben.press('Enter')
  await id(ben.person, 'own-text').and(ben.person.page.locator(':focus')).waitFor()
  await ben.press('ControlOrMeta+a')
  await ben.type('Rehearse the rollback every two weeks')
  await shot(ben, '6-kpt-l-own-dark')
  await ben.press('ControlOrMeta+Enter')
  await id(ben.person, 'own-note-state').getByText('Your change is in').waitFor()
  await aki.act('Back to step 5')
  await teamAt(five, 5)
  await aki.act('On to step 6')
  await expect.poll(() => notesOf(dan.person), soon).toContain('Rehearse the rollback every two weeks')

  // Locked for a moment, and read through.
  await aki.act('Lock the board')
  await Promise.all(others.map(({ person }) => id(person, 'lock').waitFor()))
  await shot(emi, '6-kpt-m-locked-ja-dark')
  await aki.act('Unlock the board')
  await Promise.all(others.map(({ person }) => id(person, 'lock').waitFor({ state: 'detached' })))
  stepDone('kpt')

  await aki.act('Finalize')
  await id(aki.person, 'findings').or(id(aki.person, 'finalize-now')).first().waitFor()
  await shot(aki, '7-finalize')
  await aki.tabTo('finalize-now')
  await aki.press('Enter')
  await id(aki.person, 'finalized').waitFor()
  await shot(aki, '7-final')
  await aki.tabTo('read-link')
  await aki.press('Enter')
  await aki.person.page.locator('#verification').waitFor()
  const note = aki.person.page.locator('.kpt li', { hasText: 'Rehearse the rollback every two weeks' })
  expect(await note.textContent()).toContain('Anonymous')
  expect(await note.textContent()).toContain('3 votes')
  for (const { person } of five) expect(await note.textContent()).not.toContain(person.name)
  await aki.person.page.locator('.kpt').scrollIntoViewIfNeeded()
  await shot(aki, '7-read')

  // The time that the steps give: at one press a second, whoever pressed most was done in each of them.
  const given = [...minutes.values()].reduce((sum, count) => sum + count, 0)
  expect(given).toBe(90)
  for (const step of practiceSteps) expect(effort.get(step), step).toBeLessThan((minutes.get(step) ?? 0) * 60)
  const took = performance.now() - begun
  expect(took).toBeLessThan(given * 60_000)
  expect(stage.faults()).toEqual([])
}, 300_000)
