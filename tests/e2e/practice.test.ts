import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { add, boardIdOf, boardOf, joinBoard, onBoard, stored, toast } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const id = ({ page }: Person, name: string) => page.getByTestId(name)

it('a new board belongs to whoever made it; the team’s step and timer are everybody’s, and nobody’s view moves', async () => {
  const suzuki = await boardOf(stage, '鈴木', { language: 'ja' })
  expect((await stored(suzuki)).incident.owner).toBe('鈴木')
  await id(suzuki, 'step-owner').getByText('鈴木').waitFor()
  const sato = await joinBoard(stage, suzuki, '佐藤', { language: 'ja' })
  const viewOf = ({ page }: Person) => page.locator('.react-flow__viewport').getAttribute('style')
  const before = await viewOf(sato)

  await id(suzuki, 'step-causes').click()
  expect(await id(sato, 'step-causes').getAttribute('aria-current')).toBeNull()
  await id(suzuki, 'bring-team').click()
  await sato.page.locator('[data-testid=step-causes][aria-current=step]').waitFor()
  await expect.poll(() => id(sato, 'team-step').textContent()).toContain('根本原因')
  expect(await viewOf(sato)).toBe(before)

  await id(suzuki, 'timer-start').click()
  await suzuki.page.getByRole('menuitem', { name: '5 分', exact: true }).click()
  for (const person of [suzuki, sato]) {
    await expect.poll(() => id(person, 'timer-left').textContent()).toMatch(/^(5:00|4:5\d)$/)
  }
  await id(sato, 'timer-pause').click()
  await suzuki.page.locator('[data-testid=timer][data-state=paused]').waitFor()
  const [left, same] = [
    await id(suzuki, 'timer-left').textContent(),
    await id(sato, 'timer-left').textContent(),
  ]
  expect(left).toBe(same)

  // A restart forgets none of it; who comes later finds it.
  for (const person of [suzuki, sato]) person.expectNetworkLoss()
  await stage.server.kill()
  await stage.server.start()
  const late = await joinBoard(stage, suzuki, '高橋', { language: 'ja' })
  await late.page.locator('[data-testid=step-causes][aria-current=step]').waitFor()
  expect(await id(late, 'timer-left').textContent()).toBe(left)
  await id(late, 'timer-stop').click()
  await suzuki.page.locator('[data-testid=timer][data-state=none]').waitFor()
  expect(stage.faults()).toEqual([])
})

it('the ground rules stand beside the board until they are read, once; who has read them is seen by all', async () => {
  const host = await boardOf(stage, 'Suzuki')
  const sato = await joinBoard(stage, host, 'Sato', { newcomer: true })
  const rules = id(sato, 'ground-rules')
  await rules.getByText('We mend mechanisms, not people.').waitFor()
  // The board works while they are open.
  await add(sato, 'note', 'while reading')
  await host.page.locator('[data-item]').filter({ hasText: 'while reading' }).waitFor()

  await id(sato, 'rules-acknowledge').click()
  await toast(sato, 'Thank you').waitFor()
  await rules.waitFor({ state: 'detached' })
  await expect
    .poll(async () =>
      (await stored(sato)).people.map(({ name, acknowledgedAt }) => [name, acknowledgedAt !== null]),
    )
    .toEqual([['Sato', true]])
  await host.page.locator('[data-testid=person-acknowledged][data-done=true]').waitFor()
  await sato.page.reload()
  await onBoard(sato)
  await id(sato, 'practice-bar').waitFor()
  expect(await rules.count()).toBe(0)
  await id(sato, 'rules-show').click()
  await id(sato, 'rules-count').getByText('1 person has acknowledged').waitFor()
  expect(stage.faults()).toEqual([])
})

it('Esc puts the ground rules away for later, but not out of a text', async () => {
  const host = await boardOf(stage, 'Suzuki')
  const ito = await joinBoard(stage, host, 'Ito', { newcomer: true })
  const rules = id(ito, 'ground-rules')
  await rules.waitFor()
  await id(ito, 'owner').focus()
  await ito.page.keyboard.press('Escape')
  await rules.waitFor()
  await id(ito, 'rules-later').focus()
  await ito.page.keyboard.press('Escape')
  await rules.waitFor({ state: 'detached' })
  expect((await stored(ito)).people).toEqual([])
  await id(ito, 'rules-show').click()
  await rules.waitFor()
  expect(stage.faults()).toEqual([])
})

it('[WPR11] who has no name yet is asked with the ground rules, and stands on the board under it', async () => {
  const host = await boardOf(stage, 'Guest 4321', { newcomer: true })
  const sato = await joinBoard(stage, host, 'ゲスト1234', { language: 'ja', newcomer: true })
  await stage.picture(sato, 'rules-name-ja')
  expect((await stored(host)).incident.owner).toBe('Guest 4321')
  await id(host, 'rules-name').fill('Suzuki')
  await id(host, 'rules-acknowledge').click()
  await id(host, 'ground-rules').waitFor({ state: 'detached' })
  await expect.poll(async () => (await stored(sato)).incident.owner).toBe('Suzuki')
  await expect.poll(async () => (await stored(sato)).people.map(({ name }) => name)).toEqual(['Suzuki'])
  await expect.poll(() => id(sato, 'avatars').textContent()).toContain('Suzuki')
  // A name that is half typed is taken back first.
  await id(sato, 'rules-name').fill('佐')
  await sato.page.keyboard.press('Escape')
  expect(await id(sato, 'rules-name').inputValue()).toBe('')
  await sato.page.keyboard.press('Escape')
  await id(sato, 'ground-rules').waitFor({ state: 'detached' })
  await id(sato, 'rules-show').click()
  // Named or not.
  await id(sato, 'rules-acknowledge').click()
  await expect
    .poll(async () => (await stored(host)).people.map(({ name }) => name))
    .toEqual(['Suzuki', 'ゲスト1234'])
  await expect.poll(() => id(host, 'avatars').textContent()).toContain('ゲスト1234')
  expect(stage.faults()).toEqual([])
})

it('[UI2] a meeting is proposed, and its invitation is a calendar file with the ground rules', async () => {
  const host = await boardOf(stage, 'Suzuki')
  await id(host, 'meeting-propose').click()
  await id(host, 'meeting-ics').waitFor()
  const { meetingAt } = (await stored(host)).incident
  expect(meetingAt).toMatch(/T04:00:00Z$/)
  const downloading = host.page.waitForEvent('download')
  await id(host, 'meeting-ics').click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('postmortem.ics')
  const text = (await readFile(await download.path(), 'utf8')).replace(/\r\n[ \t]/g, '')
  expect(text).toContain('BEGIN:VEVENT')
  expect(text).toContain('We mend mechanisms')
  expect(text).toContain(`/b/${boardIdOf(host)}`)
  // Typed digit by digit nobody sees a meeting in the year 2.
  const ben = await joinBoard(stage, host, 'Ben')
  await id(ben, 'meeting-day').evaluate((field) => {
    const seen = window as unknown as { days: string[] }
    seen.days = []
    setInterval(() => seen.days.push((field as HTMLInputElement).value), 20)
  })
  const day = id(host, 'meeting-day')
  await day.focus()
  await host.page.keyboard.type('04182027', { delay: 60 })
  await expect.poll(() => id(ben, 'meeting-day').inputValue()).toBe('2027-04-18')
  const years = await ben.page.evaluate(() => [
    ...new Set((window as unknown as { days: string[] }).days.map((seen) => seen.slice(0, 4))),
  ])
  expect(years.filter((year) => Number(year) < 2026)).toEqual([])
  await day.fill('')
  expect((await stored(host)).incident.meetingAt).toMatch(/^2027-04-18/)
  await day.blur()
  await expect.poll(async () => (await stored(host)).incident.meetingAt).toBeNull()
  await day.fill('2026-04-18')
  await id(host, 'meeting-off').getByText('weekend').waitFor()
  expect(stage.faults()).toEqual([])
})

it('departments: an old name becomes the one in use, visibly, and missing ones are named', async () => {
  const host = await boardOf(stage, 'Suzuki')
  await id(host, 'manage-departments').click()
  for (const name of ['Infrastructure', 'Support', 'Sales']) {
    await id(host, 'department-new').fill(name)
    await id(host, 'department-add').click()
    await expect
      .poll(() =>
        id(host, 'department-name').evaluateAll((fields) => fields.map((f) => (f as HTMLInputElement).value)),
      )
      .toContain(name)
  }
  await id(host, 'department-name').first().fill('Platform')
  await id(host, 'department-name').first().press('Enter')
  await expect.poll(() => id(host, 'department-aliases').first().inputValue()).toBe('Infrastructure')
  await id(host, 'departments-done').click()

  await id(host, 'add-person').click()
  await id(host, 'person-name').fill('Maria')
  await id(host, 'person-department').fill('infrastructure')
  await id(host, 'person-department').press('Enter')
  await host.page.getByText('“infrastructure” is called Platform now.').waitFor()
  await expect
    .poll(async () => (await stored(host)).people.map(({ department }) => department))
    .toEqual(['Platform'])
  await expect.poll(() => id(host, 'departments-missing').textContent()).toMatch(/Support.*Sales/)
  await id(host, 'person-attendance').selectOption('absent')
  await expect.poll(async () => (await stored(host)).people[0]?.attended).toBe(false)
  expect(stage.faults()).toEqual([])
})

it.each(['ja', 'en'] as const)('the sample opens, whole, from home (%s)', async (language) => {
  const reader = await stage.person(language === 'ja' ? '田中' : 'Tanaka', {
    language,
    width: 1440,
    height: 900,
  })
  await reader.page.goto('/')
  await id(reader, 'open-sample').click()
  await onBoard(reader)
  await id(reader, 'practice-bar').waitFor()
  await expect.poll(() => id(reader, 'mended').textContent()).toContain('75%')
  const board = await stored(reader)
  expect([board.timeline.length, board.causes.length, board.actions.length]).toEqual([26, 14, 10])
  for (const step of ['owner', 'participants', 'causes', 'response', 'timeline', 'kpt'])
    expect(await id(reader, `step-${step}`).getAttribute('data-state')).toBe('ready')
  await id(reader, 'practice-fold').click()
  await reader.page.reload()
  await onBoard(reader)
  await reader.page.locator('[data-testid=practice-bar][data-open=false]').waitFor()
  expect(stage.faults()).toEqual([])
})
