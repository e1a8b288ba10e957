import { plainTextOf } from '@kintsugi/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  choose,
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
import { boardOf, closeDialog, drag, item, joinBoard, onBoard, stored, toast } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ keepsApp: true })
})
afterAll(() => stage.close())

it('two are refused, four are warned, with the number', async () => {
  const host = await patient(boardOf(stage, 'Aki'))
  const others: Person[] = [await patient(joinBoard(stage, host, 'Ben'))]
  await roundForm(host)
  await id(host, 'round-promise').getByText('at least 3 people; 2 would be in it').waitFor()
  expect(await id(host, 'round-open').isDisabled()).toBe(true)
  await stage.picture(host, 'rounds-two-refused')
  for (const name of ['Chie', 'Dan']) others.push(await patient(joinBoard(stage, host, name)))
  await id(host, 'round-promise').getByText('With 4 taking part').waitFor()
  await id(host, 'round-promise').getByText('1 in 3').waitFor()
  await stage.picture(host, 'rounds-four-warned')
  await id(host, 'round-open').click()
  for (const person of [host, ...others]) {
    await ready(person)
    await id(person, 'round-panel').getByText('1 in 3').waitFor()
  }
  await stage.picture(host, 'rounds-composer')
  expect(stage.faults()).toEqual([])
  for (const person of [host, ...others]) await person.context.close()
}, 120_000)

it('[RW15] [RW16] a round of five: written, reloaded, joined late, through a crash, revealed, grouped, voted, acted on', async () => {
  const aki = await patient(boardOf(stage, 'Aki'))
  const ben = await patient(joinBoard(stage, aki, 'Ben'))
  const chie = await patient(joinBoard(stage, aki, '千恵', { language: 'ja' }))
  const dan = await patient(joinBoard(stage, aki, 'Dan'))
  const four = [aki, ben, chie, dan]
  await expect.poll(() => id(aki, 'avatars').locator('li').count(), soon).toBe(3)
  await roundForm(aki)
  await id(aki, 'round-promise').getByText('1 in 3').waitFor()
  await id(aki, 'round-open').click()
  for (const person of four) await ready(person)

  // Written, once with an input method: what is being composed is no note yet, and its Enter posts nothing.
  await write(aki, 'Keep', 'Rollback took three minutes')
  await write(ben, 'Problem', 'Runbook was out of date')
  await write(dan, 'Try', 'Rehearse the rollback each month')
  const ime = await chie.context.newCDPSession(chie.page)
  await choose(chie, 'Problem')
  await id(chie, 'round-text').focus()
  for (const text of ['t', 'て', 'てj', 'てじゅん', 'てじゅんしょ'])
    await ime.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await chie.page.keyboard.press('Control+Enter')
  await ime.send('Input.insertText', { text: '手順書が古かった' })
  expect(await id(chie, 'own-note').count()).toBe(0)
  await stage.picture(chie, 'rounds-composer-ja')
  await chie.page.keyboard.press('Control+Enter')
  await untilIn(chie, '手順書が古かった')

  // Nobody sees anything of anybody, and a cursor tells nobody who writes.
  await aki.page.mouse.move(300, 300)
  for (const person of four) {
    expect(await id(person, 'own-note').count()).toBe(1)
    expect(await person.page.locator('[data-part=kptNotes]').count()).toBe(0)
    expect(await id(person, 'cursor').count()).toBe(0)
  }
  expect((await stored(aki)).kptNotes).toEqual([])

  // One reloads: the own note is still the own one, and is rewritten in hiding.
  await ben.page.reload()
  await onBoard(ben)
  await ready(ben)
  await own(ben, 'Runbook was out of date').getByTestId('own-edit').click()
  await id(ben, 'own-text').fill('Runbook was two years out of date')
  await id(ben, 'own-save').click()
  await untilIn(ben, 'Runbook was two years out of date')

  // One joins late: they read along until they are let in.
  const emi = await patient(joinBoard(stage, aki, 'Emi'))
  await id(emi, 'round-access').getByText('You came after the round was opened').waitFor()
  expect(await id(emi, 'round-text').count()).toBe(0)
  await stage.picture(emi, 'rounds-late')
  await id(aki, 'round-control').click()
  await id(aki, 'round-admit').click()
  await id(aki, 'round-run').getByText('5 people are in the round').waitFor()
  await stage.picture(aki, 'rounds-run')
  await closeDialog(aki.page)
  await ready(emi)
  await write(emi, 'Problem', 'Two dashboards disagreed')

  // The server dies before the reveal; what is written meanwhile goes when it is back.
  const five = [...four, emi]
  for (const person of five) person.expectNetworkLoss()
  for (const text of ['Rollback took three minutes']) await untilIn(aki, text)
  await untilIn(emi, 'Two dashboards disagreed')
  await stage.server.kill()
  await write(dan, 'Keep', 'Somebody kept the notes')
  await id(dan, 'round-trouble').waitFor()
  await stage.picture(dan, 'rounds-offline')
  await stage.server.start()
  await untilIn(dan, 'Somebody kept the notes')
  for (const person of five) await id(person, 'round-count').getByText('6').waitFor()

  await id(aki, 'round-control').click()
  await id(aki, 'round-reveal').click()
  const texts = [
    'Rehearse the rollback each month',
    'Rollback took three minutes',
    'Runbook was two years out of date',
    'Somebody kept the notes',
    'Two dashboards disagreed',
    '手順書が古かった',
  ]
  const ownCount = new Map([
    [aki, 1],
    [ben, 1],
    [chie, 1],
    [dan, 2],
    [emi, 1],
  ] as const)
  for (const [person, count] of ownCount) {
    await expect.poll(() => notesOf(person), soon).toEqual(texts)
    await expect.poll(() => id(person, 'own-mark').count(), soon).toBe(count)
    await id(person, 'round-fold').click()
    await id(person, 'notes-in').waitFor()
  }
  const board = await stored(aki)
  expect(board.kptNotes.map(({ author }) => author)).toEqual(Array(6).fill(null))
  expect(board.kptNotes.map(({ seal }) => seal).toSorted()).toEqual(board.rounds[0]?.seals)
  await stage.picture(dan, 'rounds-revealed')
  await id(aki, 'round-fold').click()

  // Grouped: the two that say the same.
  await item(aki, 'Runbook was two years').click()
  await item(aki, '手順書が古かった').click({ modifiers: ['Shift'] })
  await id(aki, 'group-notes').click()
  await expect.poll(async () => (await stored(aki)).kptGroups.length, soon).toBe(1)
  await item(aki, '手順書が古かった').click()
  await aki.page.getByLabel('Name of the group').fill('Runbook')
  await aki.page.getByLabel('Name of the group').press('Enter')
  for (const person of five)
    await expect.poll(async () => (await stored(person)).kptGroups[0]?.name, soon).toBe('Runbook')

  // Voted: five topics; three votes each are suggested, and nobody sees a ballot before the count.
  await id(aki, 'round-control').click()
  await id(aki, 'round-next').click()
  await expect.poll(() => id(aki, 'round-votes').inputValue(), soon).toBe('3')
  await id(aki, 'round-open').click()
  for (const person of five) {
    await id(person, 'votes-left').getByText('3').waitFor()
    expect(await id(person, 'topic').count()).toBe(5)
  }
  await vote(aki, 'Rehearse')
  await vote(aki, 'Rehearse')
  await vote(ben, 'Rehearse')
  await vote(chie, 'Two dashboards')
  await vote(chie, 'Two dashboards')
  await vote(dan, 'Somebody kept')
  await id(emi, 'round-fold').click()
  await item(emi, 'Two dashboards').click()
  await emi.page.keyboard.press('v')
  await emi.page.getByTestId('toast').getByText('1 of your votes. 2 left.').waitFor()
  await emi.page.keyboard.press('v')
  // [RW20] Where others look, nothing is said of one's votes, and none is given.
  await emi.page.getByTestId('toast').getByText('2 of your votes. 1 left.').waitFor()
  await emi.page.keyboard.press('p')
  await emi.page.keyboard.press('v')
  await emi.page.getByTestId('toast').getByText('notes and votes of your own wait').waitFor()
  expect(await id(emi, 'canvas').getByTestId('vote-give').count()).toBe(0)
  await emi.page.keyboard.press('p')
  await id(emi, 'canvas').locator('[data-mine=true]').getByText('2').waitFor()
  // A vote is moved: taken back here, given there.
  await id(ben, 'topic').filter({ hasText: 'Rehearse' }).getByTestId('vote-take').click()
  await vote(ben, 'Somebody kept')
  await stage.picture(chie, 'rounds-voting-ja')
  await stage.picture(emi, 'rounds-voting-canvas')
  // What is voted on stays as it is until the count; that is said.
  const refusal = toast(emi, 'count the votes first')
  await emi.page.keyboard.press('Delete')
  await refusal.getByRole('button').click()
  await item(emi, '手順書が古かった').click()
  await emi.page.keyboard.press('Shift+G')
  await refusal.getByRole('button').click()
  await drag(emi, item(emi, 'Two dashboards'), item(emi, '手順書が古かった'))
  await refusal.waitFor()
  expect((await stored(emi)).kptNotes.filter(({ groupId }) => groupId !== null)).toHaveLength(2)
  for (const person of five) {
    await id(person, 'round-count').getByText('8').waitFor()
    expect(await id(person, 'votes-total').count()).toBe(0)
  }
  expect((await stored(aki)).rounds.map(({ votes }) => votes)).toEqual([{}, {}])
  await id(aki, 'round-control').click()
  await id(aki, 'round-reveal').click()
  for (const person of five) {
    await person.page.locator('[data-testid=round-panel][data-state=revealed]').waitFor()
    await expect
      .poll(() => totals(person), soon)
      .toEqual({ Rehearse: '2', Runbook: '0', Rollback: '0', Somebody: '2', Two: '4' })
  }
  await stage.picture(aki, 'rounds-counted')
  const sorted = await stored(aki)
  const wordsIn = (column: string) =>
    sorted.kptNotes.filter(({ slot }) => slot.column === column).map((note) => plainTextOf(note.text))
  expect(wordsIn('keep')).toEqual(['Somebody kept the notes', 'Rollback took three minutes'])
  expect(wordsIn('problem')[0]).toBe('Two dashboards disagreed')

  // The Try becomes an action, which is named as all actions are.
  await item(aki, 'Rehearse').first().click()
  await id(aki, 'note-to-action').click()
  await expect.poll(async () => (await stored(aki)).actions.length, soon).toBe(1)

  // Afterwards: rewritten and deleted by the browser that wrote it, by no other; it leaves with the next step.
  for (const person of [ben, dan, emi]) {
    await item(person, 'Rollback took').click()
    expect(await id(person, 'own-sealed').count()).toBe(0)
    await person.page.keyboard.press('Enter')
    expect(await id(person, 'floating-editor').count()).toBe(0)
  }
  await item(aki, 'Rollback took').click()
  await id(aki, 'own-sealed').waitFor()
  await item(dan, 'Somebody kept').click()
  // Who has which anonymous note in hand is told to nobody: a frame that went while one rewrites would name them.
  await expect.poll(() => emi.page.locator('.k-mark').count()).toBe(0)
  await emi.page.evaluate(() => {
    const seen = window as unknown as { marks: string[] }
    seen.marks = []
    setInterval(() => {
      for (const mark of document.querySelectorAll('.k-mark')) seen.marks.push(mark.textContent ?? '')
    }, 20)
  })
  // The ordinary way to take things away is seen at once: not with one's own.
  await dan.page.keyboard.press('Delete')
  await toast(dan, 'Your own anonymous note stays').waitFor()
  await id(aki, 'own-sealed').getByTestId('own-edit').click()
  await id(aki, 'own-text').fill('Rollback took two minutes')
  await id(aki, 'own-save').click()
  await id(dan, 'own-sealed').getByTestId('own-remove').click()
  await id(dan, 'own-remove-sure').click()
  await id(dan, 'own-note-state').getByText('Your change is in').waitFor()
  await id(aki, 'own-note-state').getByText('Your change is in').waitFor()
  await stage.picture(aki, 'rounds-own-changing')
  expect(await notesOf(emi)).toContain('Rollback took three minutes')
  expect(await emi.page.evaluate(() => (window as unknown as { marks: string[] }).marks)).toEqual([])
  await id(aki, 'step-response').click()
  await id(aki, 'bring-team').click()
  const after = texts
    .filter((text) => text !== 'Somebody kept the notes')
    .map((text) => text.replace('three', 'two'))
  for (const person of five) await expect.poll(() => notesOf(person), soon).toEqual(after.toSorted())
  expect(stage.faults()).toEqual([])
}, 400_000)
