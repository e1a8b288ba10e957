import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardOf, editor, item, saveState, stored, untilSave, writing } from './steps.ts'

/** The mark in the top bar says what is true about what was just typed. */
describe.each([
  ['en', 'Saved', 'Offline: kept on this device', 'What you write is kept on this device'],
  ['ja', '保存済み', 'オフライン:この端末に保管', '書いた内容はこの端末に保管し'],
] as const)('save state (%s)', (language, saved, offline, kept) => {
  let stage: Stage
  let aki: Person

  beforeAll(async () => {
    stage = await openStage({ keepsApp: true })
    aki = await boardOf(stage, 'Aki', { language })
  })
  afterAll(() => stage.close())

  const mark = () => aki.page.getByTestId('save-state').getByRole('status').textContent()

  test('saved only once the server has it; killed: the text stays and the mark says where it is; back: saved', async () => {
    const { page } = aki
    await untilSave(aki, 'saved')
    expect(await mark()).toBe(saved)
    await page.getByTestId('tool-note').click()
    await writing(aki)
    await page.keyboard.type('Before')
    await expect.poll(mark).toBe(saved)
    // Whatever was called saved is on the server's disk at that moment.
    expect(JSON.stringify((await stored(aki)).kptNotes)).toContain('Before')

    aki.expectNetworkLoss()
    await stage.server.kill()
    await page.keyboard.type(' and after')
    // No moment in which the unsent text is called saved: the mark is watched until it has settled.
    const said = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const states: string[] = []
          const look = (): void => {
            const state = document.querySelector<HTMLElement>('[data-testid=save-state]')?.dataset.state ?? ''
            if (states.at(-1) !== state) states.push(state)
            if (state === 'offline') resolve(states)
            else requestAnimationFrame(look)
          }
          look()
        }),
    )
    expect(said).not.toContain('saved')
    expect(await mark()).toBe(offline)
    await page.getByTestId('save-state').getByText(kept).waitFor({ state: 'attached' })
    // The caret was never taken away, and writing goes on.
    await page.keyboard.type(', still')
    expect(await editor(aki).textContent()).toBe('Before and after, still')
    await page.keyboard.press('Escape')
    await item(aki, 'Before and after, still').waitFor()
    expect(await saveState(aki)).toBe('offline')

    await stage.server.start()
    await untilSave(aki, 'saved', 20_000)
    expect(await mark()).toBe(saved)
    expect(JSON.stringify((await stored(aki)).kptNotes)).toContain('Before and after, still')
    await item(aki, 'Before and after, still').waitFor()
    expect(stage.faults()).toEqual([])
  })
})
