import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { focused, left, make, outlineOf, rowWith, tabTo, writing } from './outlineSteps.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { stored, toast, untilSave } from './steps.ts'

/** The whole way from an empty board to a final postmortem, without a pointer. */
describe('outline by keyboard', () => {
  let stage: Stage
  let aki: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await stage.person('Aki', { width: 1440, height: 900 })
    await aki.page.goto('/')
    await aki.page.getByTestId('new-board').waitFor()
    await tabTo(aki.page, 'New postmortem')
    await aki.page.keyboard.press('Enter')
    await aki.page.getByTestId('canvas').waitFor()
  })
  afterAll(() => stage.close())

  test('[OL2] O leads to the outline and back, and this device remembers it', async () => {
    const { page } = aki
    await page.keyboard.press('o')
    await outlineOf(aki).waitFor()
    await page.keyboard.press('o')
    await page.getByTestId('canvas').waitFor()
    await page.keyboard.press('o')
    await outlineOf(aki).waitFor()
    await page.reload()
    await outlineOf(aki).waitFor()
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Incident',
      'People',
      'Timeline',
      'Causes',
      'KPT',
      'Actions',
      'Notes',
    ])
  })

  test('[OL3] the first Tab skips to the outline; the title is written on the way', async () => {
    const { page } = aki
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the outline')
    await tabTo(page, 'Title')
    await page.keyboard.type('Payments timed out')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stored(aki)).incident.title).toBe('Payments timed out')
  })

  test('[OL4] [OL5] three events, their times and a milestone', async () => {
    const { page } = aki
    for (const [text, time] of [
      ['Rolled back', '22:25'],
      ['v2.4 deployed', '2130'],
      ['Alert: error rate', '21：47'],
    ] as const) {
      await page.keyboard.press('e')
      await writing(aki)
      await page.keyboard.type(text)
      // Out of the text into the fields of its row.
      await tabTo(page, 'Time', 'Shift+Tab', 1)
      await page.keyboard.type(time)
      await page.keyboard.press('Enter')
      await tabTo(page, new RegExp(`Edit: .*${text}`), 'Tab', 1)
    }
    await tabTo(page, 'Milestone')
    await page.keyboard.type('Det')
    await expect
      .poll(async () =>
        (await stored(aki)).timeline.map((entry) => [entry.at?.slice(11, 16), entry.milestone?.name]),
      )
      .toEqual([
        ['12:30', undefined],
        ['12:47', 'detected'],
        ['13:25', undefined],
      ])
    // They stand in the order of time, and the one that moved still has the focus.
    expect(await page.locator('.k-ol-timeline [data-cell=event] .k-text').allTextContents()).toEqual([
      'v2.4 deployed',
      'Alert: error rate',
      'Rolled back',
    ])
    expect(await focused(page)).toBe('Milestone')
  })

  test('[OL5] arrows walk the rows, Home and End reach the ends; one row of a table is in the tab order', async () => {
    const { page } = aki
    await tabTo(page, /Edit: .*Alert/, 'Shift+Tab')
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toMatch(/v2\.4 deployed/)
    await page.keyboard.press('End')
    expect(await focused(page)).toMatch(/Rolled back/)
    await page.keyboard.press('Home')
    expect(await focused(page)).toMatch(/v2\.4 deployed/)
    expect(await page.locator('.k-ol-timeline [data-handle][tabindex="0"]').count()).toBe(1)
  })

  test('[OL6] → opens the details, evidence is added there, Esc closes them and is back at the row', async () => {
    const { page } = aki
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.getByTestId('row-panel').waitFor()
    await tabTo(page, 'Paste a link', 'Tab', 60)
    await page.keyboard.type('grafana.example/d/1')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await stored(aki)).timeline[1]?.evidence.map(({ url }) => url))
      .toEqual(['https://grafana.example/d/1'])
    await page.keyboard.press('Escape')
    await page.getByTestId('row-panel').waitFor({ state: 'detached' })
    expect(await focused(page)).toMatch(/Edit: .*Alert/)
  })

  test('[OL7] a cause of the event, and why twice', async () => {
    const { page } = aki
    await make(aki, 'c', 'Payments failed for 38 minutes')
    await make(aki, 'w', 'The pool was exhausted')
    await make(aki, 'w', 'Its limit was the default')
    // From the last cause: linked with the event as its evidence.
    await page.keyboard.press('ArrowRight')
    await page.getByTestId('row-panel').waitFor()
    await tabTo(page, 'Link …', 'Tab', 60)
    await page.keyboard.press('Enter')
    await page.getByTestId('link-picker').waitFor()
    await tabTo(page, 'How it is linked')
    await page.keyboard.type('shown')
    await tabTo(page, 'Search', 'Tab', 2)
    await page.keyboard.type('alert')
    await tabTo(page, 'Alert: error rate', 'Tab', 3)
    await page.keyboard.press('Space')
    await expect
      .poll(async () => (await stored(aki)).links.map(({ kind }) => kind).toSorted())
      .toEqual(['because', 'because', 'evidence'])
    await page.keyboard.press('Escape')
    await page.getByTestId('link-picker').waitFor({ state: 'detached' })
    // The row has the focus again with the next frame.
    await page.locator('[data-handle]:focus').waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByTestId('row-panel').waitFor({ state: 'detached' })
    // The chain is read as nested lists, the link in both directions.
    expect(await page.locator('.k-ol-branches .k-ol-branches .k-ol-branches [data-row]').count()).toBe(1)
    await rowWith(aki, 'Its limit was the default').getByRole('link', { name: 'Alert: error rate' }).waitFor()
    await rowWith(aki, 'Alert: error rate')
      .getByRole('link', { name: 'Its limit was the default' })
      .first()
      .waitFor()
  })

  test('[OL8] actions of both aims answer it, and the crack is said to be mended', async () => {
    const { page } = aki
    const cause = () => rowWith(aki, 'Its limit was the default').locator('.k-ol-cover').first()
    for (const [text, aim] of [
      ['Set the limit explicitly', 'Prevent'],
      ['Alert on pool usage', 'Detect'],
    ] as const) {
      await page.keyboard.press('2')
      await tabTo(page, /Edit: .*Its limit was the default/)
      await tabTo(page, 'New action')
      await page.keyboard.press('Enter')
      await writing(aki)
      await page.keyboard.type(text)
      await page.keyboard.press('Escape')
      await left(aki)
      await tabTo(page, 'Aim')
      await page.keyboard.type(aim)
      await rowWith(aki, text).getByRole('link', { name: 'Its limit was the default' }).waitFor()
      // Esc in a field is back at its row; there, keys are commands again.
      await page.keyboard.press('Escape')
      expect(await focused(page)).toBe(`Edit: Action: ${text}`)
    }
    await expect.poll(() => cause().textContent()).toBe('Mended')
  })

  test('[OL9] notes of KPT, moved by Alt and arrows; Mod+Enter makes the next', async () => {
    const { page } = aki
    await page.keyboard.press('3')
    await page.keyboard.press('n')
    await writing(aki)
    await page.keyboard.type('The rollback took two minutes')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect.poll(() => page.locator('[data-part=kptNotes]').count()).toBe(2)
    await writing(aki)
    await page.keyboard.type('Nobody knew the runbook')
    await page.keyboard.press('Escape')
    await left(aki)
    await page.keyboard.press('Alt+ArrowRight')
    await expect
      .poll(async () => (await stored(aki)).kptNotes.map(({ slot }) => slot.column))
      .toEqual(['keep', 'problem'])
    await page.locator('[data-handle]:focus').waitFor()
    expect(await focused(page)).toBe('Edit: Problem: Nobody knew the runbook')
    expect(await page.getByTestId('outline-told').textContent()).toBe('Moved to Problem.')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect
      .poll(async () => (await stored(aki)).kptNotes.every(({ slot }) => slot.column === 'keep'))
      .toBe(true)
    await page.locator('[data-handle]:focus').waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(() => page.locator('.k-ol-column[data-column=keep] .k-text').allTextContents())
      .toEqual(['Nobody knew the runbook', 'The rollback took two minutes'])
    expect(await focused(page)).toBe('Edit: Keep: Nobody knew the runbook')
  })

  test('[OL10] Delete removes the row and the next one has the focus; Mod+Z brings it back', async () => {
    const { page } = aki
    await page.keyboard.press('Delete')
    await toast(aki, 'Removed').waitFor()
    await expect.poll(() => focused(page)).toBe('Edit: Keep: The rollback took two minutes')
    await page.keyboard.press('ControlOrMeta+z')
    await rowWith(aki, 'Nobody knew the runbook').waitFor()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(() => rowWith(aki, 'Nobody knew the runbook').count()).toBe(0)
    // What is made and left without a word goes again here too.
    const rows = await page.locator('[data-row]').count()
    await page.keyboard.press('a')
    await writing(aki)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('[data-row]').count()).toBe(rows)
  })

  test('[OL4] Tab and Shift+Tab walk through a list without changing it; Mod+] and Mod+[ indent', async () => {
    const { page } = aki
    const lessons = page.getByRole('textbox', { name: 'Lessons' })
    const nested = () =>
      stored(aki).then(({ incident }) => JSON.stringify(incident.lessons).split('bulletList').length - 1)
    await lessons.click()
    await page.keyboard.type('- one')
    await page.keyboard.press('Enter')
    await page.keyboard.type('two')
    await expect.poll(async () => JSON.stringify((await stored(aki)).incident.lessons)).toContain('two')
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toBe('Lessons')
    await tabTo(page, 'Lessons', 'Shift+Tab', 1)
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).not.toBe('Lessons')
    await untilSave(aki, 'saved')
    expect(await nested()).toBe(1)
    await tabTo(page, 'Lessons', 'Tab', 1)
    await page.keyboard.press('ControlOrMeta+]')
    await expect.poll(nested).toBe(2)
    await page.keyboard.press('ControlOrMeta+[')
    await expect.poll(nested).toBe(1)
  })

  test('[OL11] finalized: the dialog leads through, and the outline is then only read', async () => {
    const { page } = aki
    await untilSave(aki, 'saved')
    await tabTo(page, 'Finalize', 'Shift+Tab', 80)
    await page.keyboard.press('Enter')
    await page.getByTestId('findings').waitFor()
    await tabTo(page, 'Finalize now')
    await page.keyboard.press('Enter')
    await page.getByTestId('finalized').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('final-banner').waitFor()
    expect(await page.getByTestId('outline-add-event').count()).toBe(0)
    const rows = await page.locator('[data-row]').count()
    await page.keyboard.press('e')
    expect(await page.locator('[data-row]').count()).toBe(rows)
    expect(stage.faults()).toEqual([])
  })
})
