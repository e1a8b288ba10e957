import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { id, own, patient, ready, roundForm, soon, untilIn, write } from './roundSteps.ts'
import { seriousOf } from './seriousOf.ts'
import { openStage, type Stage } from './stage.ts'
import { boardIdOf, boardOf, closeDialog, joinBoard, stored, toast } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

it('[RW14] nothing serious to axe, in both languages and themes, on the canvas, in the outline and on a phone', async () => {
  const aki = await patient(boardOf(stage, '明', { language: 'ja', dark: true }))
  const board = boardIdOf(aki)
  const phone = { width: 390, height: 844 }
  const ben = await patient(stage.person('Ben', { ...phone, dark: true }))
  const chie = await patient(stage.person('千恵', { ...phone, language: 'ja' }))
  for (const { page } of [ben, chie]) {
    await page.goto(`/b/${board}`)
    await page.getByTestId('outline').waitFor()
  }
  const three = [aki, ben, chie]
  await roundForm(aki)
  await id(aki, 'round-promise').getByText('2 分の 1').waitFor()
  await stage.picture(aki, 'rounds-form-ja-dark')
  expect(await seriousOf(aki.page), 'form').toEqual([])
  await id(aki, 'round-open').click()
  for (const person of three) await ready(person)
  await write(aki, 'Keep', '切り戻しが早かった。手順どおりに三分で終わり、影響が広がる前に止められた。')
  await write(ben, 'Problem', 'The runbook was out of date')
  await write(chie, 'Try', '毎月、切り戻しを練習する')
  for (const [person, text] of [
    [aki, '切り戻し'],
    [ben, 'runbook'],
    [chie, '練習'],
  ] as const)
    await untilIn(person, text)
  for (const [i, person] of three.entries()) {
    await stage.picture(person, `rounds-writing-${i}`)
    expect(await seriousOf(person.page), person.name).toEqual([])
    expect(await fits(person.page)).toBe(true)
  }
  await id(ben, 'about-anonymity').click()
  await id(ben, 'anonymity').waitFor()
  await stage.picture(ben, 'rounds-about-phone')
  expect(await seriousOf(ben.page), 'about').toEqual([])
  await closeDialog(ben.page)
  await id(aki, 'round-control').click()
  await id(aki, 'round-run').waitFor()
  await stage.picture(aki, 'rounds-run-ja-dark')
  expect(await seriousOf(aki.page), 'run').toEqual([])
  await id(aki, 'round-reveal').click()
  for (const person of [ben, chie])
    await expect.poll(() => person.page.locator('[data-part=kptNotes]').count(), soon).toBe(3)
  // On a phone the notes are further down: there is a way.
  await id(chie, 'round-show').click()
  await chie.page.locator('[data-part=kptNotes]').first().waitFor()
  await id(chie, 'own-mark').waitFor()
  await stage.picture(chie, 'rounds-revealed-phone')

  await id(aki, 'round-control').click()
  await id(aki, 'round-next').click()
  await stage.picture(aki, 'rounds-votes-form-ja-dark')
  await id(aki, 'round-open').click()
  for (const [i, person] of three.entries()) {
    await id(person, 'topic').first().getByTestId('vote-give').click()
    await id(person, 'topic').first().locator('[data-mine=true]').waitFor()
    await stage.picture(person, `rounds-voting-${i}`)
    expect(await seriousOf(person.page), person.name).toEqual([])
    expect(await fits(person.page)).toBe(true)
  }
  // Framed, the notes lie beside the panel and not below it.
  await aki.page.keyboard.press('3')
  const edge = (await id(aki, 'round-panel').boundingBox()) ?? { x: 0, width: 0 }
  const leftmost = async () =>
    Math.min(
      ...(await aki.page
        .locator('[data-part=kptNotes]')
        .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().left))),
    )
  await expect.poll(leftmost, soon).toBeGreaterThan(edge.x + edge.width)
  // On the cards and on the rows too.
  await id(aki, 'round-fold').click()
  await id(aki, 'canvas').getByTestId('vote-give').nth(1).click()
  await expect.poll(() => id(aki, 'canvas').locator('[data-mine=true]').count(), soon).toBe(2)
  await stage.picture(aki, 'rounds-voting-canvas-ja-dark')
  await id(ben, 'round-fold').click()
  await id(ben, 'outline').getByTestId('vote-give').first().click()
  await stage.picture(ben, 'rounds-voting-outline')

  // The page of its own, without script.
  const reader = await stage.person('Reader', { language: 'ja', javaScript: false })
  await reader.page.goto('/about-anonymity')
  await stage.picture(reader, 'rounds-about-page-ja')
  await reader.page.getByText('English').click()
  await reader.page.getByText('What this does not hide').waitFor()
  expect(stage.faults()).toEqual([])
}, 400_000)

it('a key of one’s own is noticed: it is said, and nothing is posted; presenting hides composer and own notes', async () => {
  const aki = await patient(boardOf(stage, 'Aki'))
  const ben = await patient(joinBoard(stage, aki, 'Ben'))
  const dan = await patient(joinBoard(stage, aki, 'Dan'))
  const posts: string[] = []
  await ben.page.route('**/tokens', async (route) => {
    const answer = await route.fetch()
    const dealt = await answer.json()
    // As a server would that gives Ben a key of his own.
    await route.fulfill({ response: answer, json: { ...dealt, tokenKey: dealt.evaluated[0] } })
  })
  ben.page.on('request', (request) => {
    if (request.url().includes('/api/anonymous/')) posts.push(request.url())
  })
  const sent: Promise<Record<string, string>>[] = []
  dan.page.on('request', (request) => {
    if (request.url().includes('/api/anonymous/')) sent.push(request.allHeaders())
  })
  await roundForm(aki)
  await expect.poll(() => id(aki, 'round-promise').textContent(), soon).toContain('1 in 2')
  await id(aki, 'round-open').click()
  await id(ben, 'singled-out').getByText('This server is singling you out').waitFor()
  await stage.picture(ben, 'rounds-singled-out')
  expect(await id(ben, 'round-text').count()).toBe(0)
  await ready(dan)
  await write(dan, 'Try', 'Say it aloud')
  await untilIn(dan, 'Say it aloud')
  expect(posts).toEqual([])
  expect(sent).toHaveLength(1)
  const [headers = {}] = await Promise.all(sent)
  for (const name of ['cookie', 'referer', 'x-kintsugi-guest']) expect(headers[name]).toBeUndefined()
  await dan.page.keyboard.press('Escape')
  await dan.page.keyboard.press('p')
  await id(dan, 'round-panel').getByText('Hidden while you are presenting.').waitFor()
  expect(await id(dan, 'own-note').count()).toBe(0)
  expect(await id(dan, 'round-text').count()).toBe(0)
  await dan.page.keyboard.press('p')
  await ready(dan)
  expect(stage.faults()).toEqual([])
}, 200_000)

it('signed, two are enough: names come with the reveal; a round called off leaves nothing', async () => {
  const aki = await patient(boardOf(stage, 'Aki'))
  const ben = await patient(joinBoard(stage, aki, 'Ben'))
  await roundForm(aki)
  await id(aki, 'round-form').getByText('Signed', { exact: true }).click()
  await id(aki, 'round-open').click()
  for (const person of [aki, ben]) await ready(person)
  await write(ben, 'Keep', 'Pager worked')
  await untilIn(ben, 'Pager worked')
  await own(ben, 'Pager worked').getByTestId('own-edit').click()
  await id(ben, 'own-text').fill('The pager worked')
  await id(ben, 'own-save').click()
  await untilIn(ben, 'The pager worked')
  // The server lists them: they are one's own after a reload, too.
  await ben.page.reload()
  await untilIn(ben, 'The pager worked')
  expect(await id(aki, 'own-note').count()).toBe(0)
  await id(aki, 'round-control').click()
  await id(aki, 'round-reveal').click()
  await expect
    .poll(async () => (await stored(aki)).kptNotes.map(({ author, seal }) => [author, seal]), soon)
    .toEqual([['Ben', null]])

  await id(aki, 'round-control').click()
  await id(aki, 'round-next').click()
  await id(aki, 'round-form').getByText('Writing notes').click()
  await id(aki, 'round-form').getByText('Signed', { exact: true }).click()
  await id(aki, 'round-open').click()
  await ready(ben)
  await write(ben, 'Try', 'Never mind')
  await untilIn(ben, 'Never mind')
  await id(ben, 'round-text').fill('Half a word')
  await id(aki, 'round-control').click()
  await id(aki, 'round-cancel').click()
  // The number that is told is late: none is named.
  expect(await id(aki, 'round-cancel-sure').textContent()).toBe('Yes, destroy all hidden notes')
  await id(aki, 'round-cancel-sure').click()
  await toast(ben, 'The round was called off').getByText('What you had begun to write stays').waitFor()
  for (const person of [aki, ben]) await id(person, 'round-panel').waitFor({ state: 'detached' })
  await expect.poll(() => id(ben, 'round-said').textContent(), soon).toContain('called off')
  expect((await stored(aki)).kptNotes).toHaveLength(1)
  await roundForm(aki)
  await id(aki, 'round-form').getByText('Signed', { exact: true }).click()
  await id(aki, 'round-open').click()
  await ready(ben)
  expect(await id(ben, 'round-text').inputValue()).toBe('Half a word')
  expect(stage.faults()).toEqual([])
}, 200_000)
