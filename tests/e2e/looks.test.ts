import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postmortemText } from './postmortem.ts'
import { seriousOf } from './seriousOf.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  boardIdOf,
  boardOf,
  closeDialog,
  guestHeaderOf,
  importOverRest,
  item,
  onBoard,
  untilSave,
} from './steps.ts'

/** Both languages, both themes, and what axe finds serious: nothing. */
describe('looks', () => {
  let stage: Stage
  let aki: Person
  let board = ''
  let final = ''

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    final = boardIdOf(aki)
    await importOverRest(aki, postmortemText)
    const finalized = await aki.page.request.post(`/api/boards/${final}/finalize`, {
      headers: guestHeaderOf('Automation'),
    })
    expect(finalized.status()).toBe(201)
    await aki.page.goto('/')
    await aki.page.getByTestId('new-board').click()
    await onBoard(aki)
    board = boardIdOf(aki)
    await importOverRest(aki, postmortemText)
  })
  afterAll(() => stage.close())

  describe.each(['ja', 'en'] as const)('%s', (language) => {
    test.each([
      ['light', false],
      ['dark', true],
    ] as const)('home, board and read page in %s', async (theme, dark) => {
      const guest = await stage.person('Guest', { language, dark, width: 1600, height: 1000 })
      const { page } = guest
      const ground: string[] = []
      for (const [name, path, there] of [
        ['home', '/', () => page.getByTestId('postmortem-card').waitFor()],
        ['board', `/b/${board}`, () => item(guest, 'v2.4 をデプロイ').waitFor()],
        ['read', `/p/${final}`, () => page.locator('#verification').waitFor()],
      ] as const) {
        await page.goto(path)
        await there()
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        if (name === 'board') await item(guest, '負荷試験が本番と違う').click()
        await stage.picture(guest, `${name}-${language}-${theme}`)
        expect(await seriousOf(page), name).toEqual([])
        ground.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      }
      for (const colour of ground) {
        const [red = 0] = (/\d+/.exec(colour) ?? []).map(Number)
        expect(red < 100, `${theme} ground ${colour}`).toBe(dark)
      }
      await guest.context.close()
    })
  })

  test('dialogs are in order too', async () => {
    const { page } = aki
    for (const open of ['import', 'finalize'] as const) {
      await page.getByTestId(open).click()
      await page.getByRole('dialog').waitFor()
      expect(await seriousOf(page), open).toEqual([])
      await closeDialog(page)
    }
  })

  test('language and theme are chosen in the menu, change what is open, and stay after a reload', async () => {
    const { page } = aki
    const html = page.locator('html')
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await item(aki, 'v2.4 をデプロイ').click()
    await page.getByTestId('settings').click()
    await page.getByRole('menuitem', { name: '日本語' }).click()
    await page.getByRole('button', { name: '確定へ' }).waitFor()
    expect(await html.getAttribute('lang')).toBe('ja')
    // Nothing else changed: what was selected still is.
    expect(await page.locator('.react-flow__node.selected').count()).toBe(1)
    await page.getByTestId('settings').click()
    await page.getByRole('menuitem', { name: 'ダーク(漆)' }).click()
    await expect.poll(() => html.getAttribute('data-theme')).toBe('dark')
    expect(await ground()).not.toBe(light)

    await page.reload()
    await onBoard(aki)
    await page.getByRole('button', { name: '確定へ' }).waitFor()
    expect(await html.getAttribute('lang')).toBe('ja')
    expect(await html.getAttribute('data-theme')).toBe('dark')
    await page.goto('/')
    await page.getByRole('button', { name: '新しいポストモーテム' }).waitFor()
    expect(await html.getAttribute('data-theme')).toBe('dark')
    await page.goBack()
    await onBoard(aki)
    await untilSave(aki, 'saved')
    expect(stage.faults()).toEqual([])
  })
})
