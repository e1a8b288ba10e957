import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowWith } from './outlineSteps.ts'
import { postmortemText } from './postmortem.ts'
import { seriousOf } from './seriousOf.ts'
import { openStage, type Stage } from './stage.ts'
import { boardIdOf, boardOf, importOverRest } from './steps.ts'

describe('outline, its looks', () => {
  let stage: Stage
  let board = ''

  beforeAll(async () => {
    stage = await openStage()
    const aki = await boardOf(stage, 'Aki')
    board = boardIdOf(aki)
    await importOverRest(aki, postmortemText)
    await aki.context.close()
  })
  afterAll(() => stage.close())

  // Each language in each theme and at each width, each theme at each width: contrast knows no language, lengths no theme.
  test.each([
    ['ja', 'light', 1440],
    ['ja', 'dark', 390],
    ['en', 'dark', 1440],
    ['en', 'light', 390],
  ] as const)(
    '[OL15] [OL16] %s, %s, %i wide: nothing serious, nothing beyond the edge',
    async (language, theme, width) => {
      const dark = theme === 'dark'
      const guest = await stage.person('Guest', {
        language,
        dark,
        width,
        height: width === 390 ? 844 : 900,
      })
      const { page } = guest
      // On a phone it is what opens by itself.
      await page.goto(width === 390 ? `/b/${board}` : `/b/${board}?view=outline`)
      await rowWith(guest, 'v2.4').waitFor()
      await page.getByTestId('add-person').waitFor()
      await stage.picture(guest, `outline-${width}-${language}-${theme}`)
      expect(await seriousOf(page), 'at rest').toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      expect(
        await page.evaluate(() => {
          const host = document.querySelector('.k-outline')
          return host !== null && host.scrollWidth <= host.clientWidth
        }),
      ).toBe(true)
      // A row as fields, and its details.
      await rowWith(guest, 'v2.4').locator('[data-cell=kind]').click()
      expect(await seriousOf(page), 'fields').toEqual([])
      await rowWith(guest, 'v2.4').getByTestId('row-details').click()
      await page.getByTestId(width === 390 ? 'row-sheet' : 'row-panel').waitFor()
      await stage.picture(guest, `outline-details-${width}-${language}-${theme}`)
      expect(await seriousOf(page), 'details').toEqual([])
      await page.getByTestId('row-link').click()
      await page.getByTestId('link-picker').waitFor()
      expect(await seriousOf(page), 'picker').toEqual([])
      await guest.context.close()
    },
  )

  test('[OL16] the details of a row nobody was at open at the first touch, as a sheet with a way out', async () => {
    const guest = await stage.person('Guest', { width: 390, height: 844 })
    const { page } = guest
    await page.goto(`/b/${board}`)
    await rowWith(guest, 'プール使用率').getByTestId('row-details').click()
    await page.getByTestId('row-sheet').waitFor()
    await page.getByRole('dialog').locator('footer').getByRole('button', { name: 'Done' }).click()
    await page.getByTestId('row-sheet').waitFor({ state: 'detached' })
    await guest.context.close()
  })

  test('[OL16] what a finger presses on a phone is 44 pixels high', async () => {
    const guest = await stage.person('Guest', { width: 390, height: 844 })
    await guest.page.goto(`/b/${board}`)
    await rowWith(guest, 'v2.4').locator('[data-cell=kind]').click()
    const small = await guest.page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '.k-ol-nav :is(a, button), .k-ol-add, .k-ol-more, .k-ol-control',
        ),
      ]
        .filter((node) => node.getBoundingClientRect().height > 0)
        .map(
          (node) =>
            [node.textContent || node.ariaLabel, Math.round(node.getBoundingClientRect().height)] as const,
        )
        .filter(([, height]) => height < 44),
    )
    expect(small).toEqual([])
    expect(stage.faults()).toEqual([])
    await guest.context.close()
  })
})
