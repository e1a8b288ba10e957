import { kptColumns, kptHeaps, plainTextOf } from '@kintsugi/model'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outlineOf, rowWith } from './outlineSteps.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  add,
  boardOf,
  closeDialog,
  drag,
  item,
  joinBoard,
  openText,
  stored,
  toast,
  untilSave,
  writing,
} from './steps.ts'

/** KPT as two people sort it: groups by drag, by selection and by keys, what worked taken over as Keep. */
describe('KPT', () => {
  let stage: Stage
  let aki: Person
  let ben: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben')
  })
  afterAll(() => stage.close())

  /** `keep: a [Name: b c] · problem: d`: every column as it reads on the server's disk. */
  const read = async (): Promise<string> => {
    const snapshot = await stored(aki)
    return kptColumns
      .flatMap((column) => {
        const heaps = kptHeaps(snapshot, column).map(({ group, notes }) => {
          const words = notes.map(({ text }) => plainTextOf(text)).join(' ')
          return group ? `[${group.name}: ${words}]` : words
        })
        return heaps.length === 0 ? [] : [`${column}: ${heaps.join(' ')}`]
      })
      .join(' · ')
  }
  const reads = (expected: string): Promise<void> => expect.poll(read).toBe(expected)
  const write = async (column: 'keep' | 'problem' | 'try', text: string): Promise<void> => {
    await aki.page.getByTestId(`add-${column}`).click()
    await writing(aki)
    await aki.page.keyboard.type(text)
    await aki.page.keyboard.press('Escape')
    await item(aki, text).waitFor()
  }
  const nameField = (): Locator => aki.page.getByTestId('group-field')
  const nameIt = async (name: string): Promise<void> => {
    await nameField().waitFor()
    await aki.page.keyboard.type(name)
    await aki.page.keyboard.press('Enter')
    await nameField().waitFor({ state: 'detached' })
  }
  const groupAt = ({ page }: Person, name: string): Locator =>
    page.locator('[data-group]').filter({ hasText: name })

  test('[WK2] a note dropped on the middle of another is grouped with it, and the ghost says so', async () => {
    for (const text of ['alpha', 'beta', 'gamma', 'delta']) await write('problem', text)
    const { mouse } = aki.page
    const [from, onto] = [await item(aki, 'gamma').boundingBox(), await item(aki, 'alpha').boundingBox()]
    if (!from || !onto) throw new Error('not in sight')
    await mouse.move(from.x + 40, from.y + 20)
    await mouse.down()
    await mouse.move(from.x + 50, from.y + 10, { steps: 4 })
    await mouse.move(onto.x + 40, onto.y + onto.height / 2, { steps: 12 })
    await aki.page.getByText('Group with this note').waitFor()
    await mouse.up()
    await nameIt('Alerts')
    await reads('problem: [Alerts: alpha gamma] beta delta')
    await groupAt(ben, 'Alerts').waitFor()
    await stage.picture(ben, 'kpt-grouped')
  })

  test('[WK2] dropped between two it only moves; into the frame it joins; out of it it leaves', async () => {
    await drag(aki, item(aki, 'delta'), item(aki, 'gamma'))
    await expect.poll(read).toMatch(/\[Alerts: (alpha delta gamma|alpha gamma delta)\] beta/)
    const beta = await item(aki, 'beta').boundingBox()
    const delta = await item(aki, 'delta').boundingBox()
    if (!beta || !delta) throw new Error('not in sight')
    const { mouse } = aki.page
    await mouse.move(delta.x + 40, delta.y + 15)
    await mouse.down()
    await mouse.move(delta.x + 44, delta.y + 22, { steps: 4 })
    await mouse.move(beta.x + 40, beta.y + beta.height - 3, { steps: 12 })
    await aki.page.getByText('Out of its group').waitFor()
    await aki.page.getByTestId('drop-line').waitFor()
    await mouse.up()
    await reads('problem: [Alerts: alpha gamma] beta delta')
  })

  test('[WK5] several are selected and grouped by G, named in place, renamed, ungrouped with one click, undone', async () => {
    const { page } = aki
    await item(aki, 'beta').click()
    await item(aki, 'delta').click({ modifiers: ['Shift'] })
    await page.getByTestId('selection-bar').waitFor()
    await page.keyboard.press('g')
    await nameIt('Runbooks')
    await reads('problem: [Alerts: alpha gamma] [Runbooks: beta delta]')
    // Esc leaves the name as it was; Enter on the selected group opens it.
    await groupAt(aki, 'Runbooks').getByTestId('group-name').click()
    await nameField().fill('Other')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await nameField().fill('手順書')
    await page.keyboard.press('Enter')
    await reads('problem: [Alerts: alpha gamma] [手順書: beta delta]')
    await groupAt(ben, '手順書').waitFor()
    await groupAt(ben, '手順書').getByTestId('ungroup').click()
    await reads('problem: [Alerts: alpha gamma] beta delta')
    await ben.page.keyboard.press('ControlOrMeta+z')
    await reads('problem: [Alerts: alpha gamma] [手順書: beta delta]')
  })

  test('[WK3] Alt and arrows move a note in its group and out of it, and a group along and across the columns', async () => {
    const { page } = aki
    await item(aki, 'delta').click()
    await page.keyboard.press('Alt+ArrowUp')
    await reads('problem: [Alerts: alpha gamma] [手順書: delta beta]')
    await page.keyboard.press('Alt+ArrowUp')
    await reads('problem: [Alerts: alpha gamma] delta [手順書: beta]')
    await page.keyboard.press('Alt+ArrowRight')
    await reads('problem: [Alerts: alpha gamma] [手順書: beta] · try: delta')
    await groupAt(aki, '手順書').getByTestId('group-name').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+ArrowUp')
    await reads('problem: [手順書: beta] [Alerts: alpha gamma] · try: delta')
    await page.keyboard.press('Alt+ArrowLeft')
    await reads('keep: [手順書: beta] · problem: [Alerts: alpha gamma] · try: delta')
    // N goes to the column of what is selected.
    await page.mouse.move(5, 400)
    await page.keyboard.press('n')
    await writing(aki)
    await page.keyboard.type('epsilon')
    await page.keyboard.press('Escape')
    await reads('keep: [手順書: beta] epsilon · problem: [Alerts: alpha gamma] · try: delta')
  })

  test('[WK2] a whole group is dragged to another column with its notes', async () => {
    const { mouse } = aki.page
    const head = await groupAt(aki, 'Alerts').getByTestId('group-name').boundingBox()
    const target = await item(aki, 'delta').boundingBox()
    if (!head || !target) throw new Error('not in sight')
    await mouse.move(head.x + 20, head.y + 8)
    await mouse.down()
    await mouse.move(head.x + 30, head.y + 12, { steps: 4 })
    await mouse.move(target.x + 30, target.y + target.height - 4, { steps: 12 })
    await mouse.up()
    await reads('keep: [手順書: beta] epsilon · try: delta [Alerts: alpha gamma]')
    await aki.page.keyboard.press('Escape')
  })

  test('[WK6] what worked is proposed as Keep, taken over with a link or left out, and does not come again', async () => {
    for (const [text, review] of [
      ['Rolled back at once', 'Worked'],
      ['It was a quiet night', 'Lucky'],
    ] as const) {
      await add(aki, 'event', text)
      await item(aki, text).click()
      await aki.page.getByRole('group', { name: 'Looking back at the response' }).getByText(review).click()
    }
    await aki.page.keyboard.press('3')
    await aki.page.getByTestId('keep-proposals').click()
    const proposals = aki.page.getByTestId('keep-proposal')
    await proposals.nth(1).waitFor()
    await proposals
      .filter({ hasText: 'Rolled back' })
      .getByRole('button', { name: /^Add to Keep/ })
      .click()
    await proposals
      .filter({ hasText: 'quiet' })
      .getByRole('button', { name: /^Leave out/ })
      .click()
    await expect.poll(() => proposals.count()).toBe(0)
    await closeDialog(aki.page)
    await reads('keep: [手順書: beta] epsilon Rolled back at once · try: delta [Alerts: alpha gamma]')
    expect(await ben.page.getByTestId('keep-proposals').count()).toBe(0)
    const { links, timeline, kptNotes } = await stored(aki)
    const note = kptNotes.find(({ text }) => plainTextOf(text).startsWith('Rolled'))
    const entry = timeline.find(({ text }) => plainTextOf(text).startsWith('Rolled'))
    expect(links).toEqual([{ kind: 'about', from: note?.id, to: entry?.id }])
    // Two undo steps, one each.
    await aki.page.keyboard.press('ControlOrMeta+z')
    await aki.page.keyboard.press('ControlOrMeta+z')
    await ben.page.getByTestId('keep-proposals').waitFor()
    await reads('keep: [手順書: beta] epsilon · try: delta [Alerts: alpha gamma]')
  })

  test('[WB3] a note dragged onto an event is about it; the other way round too', async () => {
    await aki.page.keyboard.press('0')
    await aki.page.waitForTimeout(600)
    await drag(aki, item(aki, 'epsilon'), item(aki, 'It was a quiet night'))
    await drag(aki, item(aki, 'Rolled back at once'), item(aki, 'delta'))
    await untilSave(aki, 'saved')
    await expect
      .poll(async () => (await stored(aki)).links.map(({ kind }) => kind))
      .toEqual(['about', 'about'])
  })

  test('[WB5] a long note shows so much, and the panel all of it', async () => {
    await openText(aki, item(aki, 'epsilon'))
    await aki.page.keyboard.press('End')
    await aki.page.keyboard.insertText(` ${'a long story '.repeat(30)}`)
    await aki.page.keyboard.press('Escape')
    await item(aki, 'epsilon').getByTestId('note-more').click()
    await aki.page.getByTestId('inspector').getByText('a long story').first().waitFor()
    await stage.picture(aki, 'kpt-long')
    // More than the server would take is not written, and that is said.
    await openText(aki, item(aki, 'beta'))
    await aki.page.keyboard.insertText('x'.repeat(20_000))
    await toast(aki, 'A text holds 9,800 characters').waitFor()
    await aki.page.keyboard.press('Escape')
    await untilSave(aki, 'saved')
    expect(await read()).toContain('[手順書: beta]')
  })

  test('[WK7] in the outline: a row is grouped with the one above by G, named, moved, ungrouped by Shift+G', async () => {
    const { page } = ben
    await page.keyboard.press('o')
    await outlineOf(ben).waitFor()
    await rowWith(ben, 'epsilon').locator('[data-handle]').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await rowWith(ben, 'epsilon').locator('[data-handle]:focus').waitFor()
    await expect.poll(read).toMatch(/problem: epsilon/)
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(read).toMatch(/try: delta \[Alerts: alpha gamma\] epsilon/)
    await rowWith(ben, 'epsilon').locator('[data-handle]:focus').waitFor()
    await page.keyboard.press('g')
    await expect.poll(read).toMatch(/try: delta \[Alerts: alpha gamma epsilon/)
    const head = page.locator('[data-part=kptGroups]').filter({ hasText: 'Alerts' })
    await head.locator('[data-handle]').focus()
    await page.keyboard.press('F2')
    await page.getByTestId('group-field').fill('Alarms')
    await page.keyboard.press('Enter')
    await expect.poll(read).toMatch(/\[Alarms: alpha gamma epsilon/)
    await page.locator('[data-part=kptGroups] [data-handle]:focus').waitFor()
    // Whoever goes on with Tab is not brought back.
    await page.keyboard.press('F2')
    await page.getByTestId('group-field').press('Tab')
    await page.waitForTimeout(300)
    expect(await page.locator('[data-part=kptGroups] [data-handle]:focus').count()).toBe(0)
    await page.locator('[data-part=kptGroups] [data-handle]').last().focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(read).toMatch(/try: \[Alarms: alpha gamma epsilon.*\] delta/)
    await stage.picture(ben, 'kpt-outline')
    await page.keyboard.press('Shift+G')
    await expect.poll(read).toMatch(/try: alpha gamma epsilon.* delta/)
  })

  test('[WK5] what cannot be one group is said', async () => {
    const { page } = aki
    await item(aki, 'alpha').click()
    await page.keyboard.press('g')
    await toast(aki, 'Select several notes in one column').waitFor()
    await item(aki, 'beta').click({ modifiers: ['Shift'] })
    await page.keyboard.press('g')
    await toast(aki, 'A group stands in one column').waitFor()
    expect(stage.faults()).toEqual([])
  })

  test('[WK5] a name being written is kept when its group is scrolled out of sight', async () => {
    const cho = await boardOf(stage, 'Cho')
    for (const text of ['one', 'two']) await add(cho, 'note', text)
    await item(cho, 'one').click()
    await item(cho, 'two').click({ modifiers: ['Shift'] })
    await cho.page.keyboard.press('g')
    await cho.page.getByTestId('group-field').waitFor()
    await cho.page.keyboard.type('Kept')
    await cho.page.mouse.move(500, 600)
    await cho.page.mouse.wheel(0, 9000)
    await cho.page.getByTestId('group-field').waitFor({ state: 'detached' })
    await expect.poll(async () => (await stored(cho)).kptGroups[0]?.name).toBe('Kept')
    expect(stage.faults()).toEqual([])
  })
})
