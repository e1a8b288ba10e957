import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

/** A bug of ours while drawing is said on that screen, with a way on; the page lives. */
describe('a screen that cannot be drawn', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage({ keepsApp: true })
  })
  afterAll(() => stage.close())

  test('says so, and opens again once the bug is gone', async () => {
    const { page } = await stage.person('Aki', { language: 'ja' })
    // A home screen with a bug: the same exports, each of which throws when it is drawn.
    await page.route('**/assets/HomeScreen-*.js', async (route) => {
      const names = [...(await (await route.fetch()).text()).matchAll(/export\s*\{([^}]*)\}/g)]
        .flatMap(([, list = '']) => list.split(','))
        .map((name) => name.split(' as ').at(-1)?.trim())
      const body = `function bug() { throw new Error('a bug') }; export { ${names.map((name) => `bug as ${name}`).join(', ')} }`
      await route.fulfill({ contentType: 'text/javascript', body })
    })
    await page.goto('/')
    await page.getByRole('heading', { name: '画面を表示できませんでした' }).waitFor()
    await page.unroute('**/assets/HomeScreen-*.js')
    await page.getByRole('button', { name: 'もう一度' }).click()
    await page.getByTestId('new-board').first().waitFor()
    expect(await page.getByRole('heading', { name: '画面を表示できませんでした' }).count()).toBe(0)
  })
})
