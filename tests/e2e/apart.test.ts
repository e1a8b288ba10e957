import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  add,
  allSee,
  boardOf,
  item,
  joinBoard,
  onBoard,
  openText,
  saveState,
  stored,
  untilSave,
} from './steps.ts'

/** A lost network, a killed server: both go on writing, and afterwards both have everything once. */
describe('apart', () => {
  let stage: Stage
  let aki: Person
  let ben: Person

  beforeAll(async () => {
    stage = await openStage({ keepsApp: true })
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben')
    aki.expectNetworkLoss()
    ben.expectNetworkLoss()
    await add(aki, 'note', 'Shared')
    await add(aki, 'event', 'Page')
    await item(ben, 'Page').waitFor()
  })
  afterAll(() => stage.close())

  const first = [
    'kptNotes keep Shared, more by Aki, more by Ben',
    'kptNotes keep Offline note',
    'kptNotes keep Online note',
    'timeline  Page',
    'causes  Offline cause',
    'actions  Online action',
  ]
  const second = ['kptNotes keep Aki while it was down', 'actions  Ben while it was down']

  test('one goes offline, both edit, even the same note; back again, both show all of it once', async () => {
    await ben.context.setOffline(true)
    await untilSave(ben, 'offline')
    await add(ben, 'note', 'Offline note')
    await add(ben, 'cause', 'Offline cause')
    await openText(ben, item(ben, 'Shared'))
    await ben.page.keyboard.type(', more by Ben')
    await ben.page.keyboard.press('Escape')

    await add(aki, 'note', 'Online note')
    await add(aki, 'action', 'Online action')
    await openText(aki, item(aki, 'Shared'))
    await aki.page.keyboard.type(', more by Aki')
    await aki.page.keyboard.press('Escape')
    await untilSave(aki, 'saved')
    // Really apart until now.
    expect(await item(aki, 'Offline note').count()).toBe(0)
    expect(await item(ben, 'Online note').count()).toBe(0)
    expect(await saveState(ben)).toBe('offline')

    await ben.context.setOffline(false)
    await untilSave(ben, 'saved')
    await expect.poll(() => item(aki, 'Offline note').count()).toBe(1)
    // Two wrote at the same place at the same time: either order is right, both texts are there whole.
    const shared = (await item(aki, 'Shared').locator('.k-text').textContent()) ?? ''
    expect(['Shared, more by Aki, more by Ben', 'Shared, more by Ben, more by Aki']).toContain(shared)
    first[0] = `kptNotes keep ${shared}`
    await allSee([aki, ben], first)
  })

  test('the server is killed and comes back: what both wrote meanwhile is there once', async () => {
    await stage.server.kill()
    await untilSave(aki, 'offline')
    await untilSave(ben, 'offline')
    await add(aki, 'note', 'Aki while it was down')
    await add(ben, 'action', 'Ben while it was down')
    await stage.server.start()
    await untilSave(aki, 'saved', 25_000)
    await untilSave(ben, 'saved', 25_000)
    await allSee([aki, ben], [...first, ...second])
  })

  test('the server is killed right after it said saved: nothing of that is lost', async () => {
    await add(aki, 'free', 'Said to be saved')
    await untilSave(aki, 'saved')
    await stage.server.kill()
    await stage.server.start()
    const texts = (await stored(aki)).freeNotes.map((note) => JSON.stringify(note.text))
    expect(texts).toEqual([expect.stringContaining('Said to be saved')])
  })

  test('reloading keeps everything, in a new browser too', async () => {
    const all = [...first, ...second, 'freeNotes  Said to be saved']
    await untilSave(aki, 'saved', 25_000)
    await aki.page.reload()
    await onBoard(aki)
    await untilSave(aki, 'saved')
    const newcomer = await joinBoard(stage, aki, 'Chie')
    newcomer.expectNetworkLoss()
    await untilSave(newcomer, 'saved')
    await untilSave(ben, 'saved', 25_000)
    await allSee([aki, ben, newcomer], all)
  })

  test('what was written without a server outlives the tab it was written in', async () => {
    const board = ben.page.url()
    await stage.server.kill()
    await untilSave(ben, 'offline')
    await add(ben, 'note', 'Written without a server')
    await ben.page.getByTestId('save-state').getByText('What you write is kept on this device').waitFor()
    await ben.page.goto('about:blank')
    await stage.server.start()
    expect((await stored(aki)).kptNotes).toHaveLength(4)
    await ben.page.goto(board)
    await onBoard(ben)
    await untilSave(ben, 'saved')
    await item(aki, 'Written without a server').waitFor()
    expect((await stored(aki)).kptNotes).toHaveLength(5)
  })

  test('nothing went wrong on the way', () => {
    expect(stage.faults()).toEqual([])
  })
})
