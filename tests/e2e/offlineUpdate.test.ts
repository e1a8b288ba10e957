import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Front, openFront } from './front.ts'
import { openStage, type Stage } from './stage.ts'
import { add, item, onBoard, stored, untilKept, untilSave } from './steps.ts'

/** The build that is there, deployed once more with its entry under another name, its page and its worker to match. */
async function nextBuild(
  server: string,
): Promise<(path: string) => { status: number; type: string; body: string } | undefined> {
  const text = async (path: string): Promise<string> => (await fetch(server + path)).text()
  const [page, worker] = [await text('/'), await text('/sw.js')]
  const entry = /src="(\/assets\/index-[^"]+\.js)"/.exec(page)?.[1] ?? ''
  const next = entry.replace('/assets/index-', '/assets/index-next-')
  const nextPage = page.replaceAll(entry, next)
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(nextPage))).toString('hex')
  const nextWorker = worker
    .replaceAll(entry, next)
    .replace(/"page":"[0-9a-f]{64}"/, `"page":"${hash}"`)
    .replace(/"id":"[0-9a-f]+"/, '"id":"next"')
  const script = await text(entry)
  return (path) => {
    const type = 'text/javascript'
    if (path === '/' || path.startsWith('/b/')) return { status: 200, type: 'text/html', body: nextPage }
    if (path === '/sw.js') return { status: 200, type, body: nextWorker }
    if (path === next) return { status: 200, type, body: script }
    // As after any deployment, the files of the build before are gone.
    return path === entry ? { status: 404, type: 'text/plain', body: '' } : undefined
  }
}

describe('another build is deployed', () => {
  let stage: Stage
  let front: Front
  beforeAll(async () => {
    stage = await openStage({ keepsApp: true })
  })
  afterAll(() => stage.close())

  test('[OF3] open pages go on with their own parts and are told; the next page is the new one; what was typed stays', async () => {
    front = await openFront(stage.server.url)
    const aki = await stage.person('Aki', { url: front.url, width: 1600, height: 1000 })
    const { page, context } = aki
    await page.goto('/')
    await page.getByTestId('new-board').click()
    await onBoard(aki)
    await untilKept(aki)
    const entry = () => page.locator('script[type=module]').first().getAttribute('src')
    const before = await entry()
    await add(aki, 'note', 'Before the deployment')

    front.instead = await nextBuild(stage.server.url)
    const other = await context.newPage()
    await other.goto('/')
    await page.getByTestId('new-version').waitFor()
    await stage.picture(aki, 'offline-new-version')
    // It goes on as it was: its own build is still on this device.
    await add(aki, 'cause', 'Still writing')
    const kept = await page.evaluate(async (src) => (await fetch(src ?? '')).status, before)
    expect(kept).toBe(200)
    await page.getByTestId('reload').click()
    await onBoard(aki)
    await item(aki, 'Still writing').first().waitFor()
    expect(await entry()).toContain('index-next-')
    await untilSave(aki, 'saved')
    expect(JSON.stringify(await stored(aki))).toContain('Still writing')
    // The new build is whole as well.
    aki.expectNetworkLoss()
    await context.setOffline(true)
    await page.reload()
    await onBoard(aki)
    await item(aki, 'Before the deployment').first().waitFor()
    expect(stage.faults()).toEqual([])
    await front.close()
  })

  test('[OF3] a worker that finds the page of another build keeps nothing of either', async () => {
    front = await openFront(stage.server.url)
    const next = await nextBuild(stage.server.url)
    // Deployed halfway: the worker is the old one, the page the new one.
    front.instead = (path) => (path === '/sw.js' ? undefined : next(path))
    const aki = await stage.person('Aki', { url: front.url })
    aki.expectStatus(404)
    await aki.page.goto('/')
    await aki.page.getByTestId('new-board').waitFor()
    await aki.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.register('/sw.js')
      const worker = registration.installing
      if (worker === null) throw new Error('nothing is being installed')
      if (worker.state !== 'redundant')
        await new Promise<void>((resolve) => {
          worker.addEventListener('statechange', () => worker.state === 'redundant' && resolve())
        })
    })
    const state = await aki.page.evaluate(async () => ({
      controlled: navigator.serviceWorker.controller !== null,
      stores: await caches.keys(),
    }))
    expect(state).toEqual({ controlled: false, stores: [] })
    await front.close()
  })

  test('[OF4] a part that is gone asks for a reload and takes nothing away', async () => {
    front = await openFront(stage.server.url)
    const next = await nextBuild(stage.server.url)
    const aki = await stage.person('Aki', {
      url: front.url,
      width: 1600,
      height: 1000,
      noServiceWorker: true,
    })
    const { page } = aki
    aki.expectStatus(404)
    // The page is of the old build; by the time it asks for its dialogs, they are gone.
    front.instead = (path) => (/\/assets\/Dialogs-.*\.js/.test(path) ? { status: 404 } : undefined)
    await page.goto('/')
    await page.getByTestId('new-board').click()
    await onBoard(aki)
    front.instead = (path) => (/\/assets\/Dialogs-.*\.js/.test(path) ? { status: 404 } : next(path))
    await add(aki, 'note', 'Typed on the old page')
    await page.getByTestId('new-version').waitFor()
    expect(await page.getByTestId('new-version').textContent()).toContain('no longer there')
    await add(aki, 'note', 'And more')
    await untilSave(aki, 'saved')
    front.instead = next
    await page.getByTestId('reload').click()
    await item(aki, 'And more').first().waitFor()
    await item(aki, 'Typed on the old page').first().waitFor()
    expect(stage.faults()).toEqual([])
    await front.close()
  })
})
