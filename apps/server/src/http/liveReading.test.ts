import { addKptNote, describeIncident } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { expect, it, vi } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { Projection } from '../share/projection.ts'
import { Streams, streamLimits } from '../share/streams.ts'
import { alice, asAlice, type House, openHouse } from './testing/house.ts'
import { changeLink, givePassword, type Heard, listen, makeLink, read, revokeLink } from './testing/reader.ts'

const me = principalOf(alice)
const note = (house: House, id: string, text: string) =>
  house.collab.change(id, me, (board) => addKptNote(board, { column: 'keep', text: richTextOf(text) }))
const standings = (heard: Heard[]) =>
  heard.filter(({ event }) => event === 'standing').map(({ data }) => data)
const post = { method: 'POST', headers: asAlice }

it('[SH11] an edit reaches whoever follows, by whomever it was made', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  const { path } = await makeLink(house, id)
  const first = await read(house, path)
  const stream = await listen(house, path)
  await expect.poll(() => stream.heard.length).toBe(1)
  expect(first.html).toContain(`data-version="${stream.heard[0]?.data.version}"`)
  await note(house, id, 'seen by the reader')
  await expect.poll(() => standings(stream.heard).length).toBe(2)
  const { html } = await read(house, `${path}?again=1`)
  expect(html).toContain('seen by the reader')
  expect(html).toContain(`data-version="${standings(stream.heard)[1]?.version}"`)
  await stream.leave()
})

function projectionOf(options: { renderMs?: number; whileRead?: () => void } = {}) {
  const snapshots: string[] = []
  const times: number[] = []
  const rendered: string[] = []
  const moved: string[] = []
  let title = 'first'
  const projection = new Projection('b'.repeat(22), {
    async snapshot() {
      snapshots.push(title)
      times.push(performance.now())
      options.whileRead?.()
      return { incident: { title } } as never
    },
    state: async () => 'live',
    present: () => 0,
    render(snapshot, _standing, language) {
      const until = performance.now() + (options.renderMs ?? 0)
      while (performance.now() < until);
      rendered.push(`${language} ${snapshot.incident.title}`)
      return `<p>${snapshot.incident.title}</p>`
    },
    inTurn: (work) => work(),
    now: Date.now,
    moved: ({ version }) => void moved.push(version),
    failed: (error) => {
      throw error
    },
  })
  const retitle = (next: string): void => {
    title = next
    projection.touch()
  }
  return { projection, snapshots, times, rendered, moved, retitle }
}

it('[SH11] is rendered once a language, however many read it', async () => {
  const { projection, rendered, retitle } = projectionOf()
  const everybody = () =>
    Promise.all(Array.from({ length: 200 }, (_, n) => projection.page(n % 2 ? 'ja' : 'en')))
  await everybody()
  await everybody()
  expect(rendered.toSorted()).toEqual(['en first', 'ja first'])
  const unfollow = projection.follow()
  retitle('second')
  await expect.poll(() => rendered.length).toBe(4)
  await everybody()
  expect(rendered).toHaveLength(4)
  unfollow()
  projection.close()
})

it('[SH11] rests half a second between, longer where rendering takes long, and while nobody reads', async () => {
  const quick = projectionOf()
  await quick.projection.page('en')
  const unfollow = quick.projection.follow()
  const began = performance.now()
  const stop = setInterval(() => quick.retitle(`title ${performance.now()}`), 10)
  await expect.poll(() => quick.snapshots.length).toBeGreaterThanOrEqual(4)
  clearInterval(stop)
  // The first at once, then one every half a second of what has really passed: a busy machine's timers are late.
  expect(quick.snapshots.length).toBeLessThanOrEqual(2 + (performance.now() - began) / 500)
  unfollow()
  const before = quick.snapshots.length
  quick.retitle('nobody reads this')
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(quick.snapshots).toHaveLength(before)
  quick.projection.close()

  const slow = projectionOf({ renderMs: 300 })
  await slow.projection.page('en')
  const leave = slow.projection.follow()
  slow.retitle('second')
  await expect.poll(() => slow.snapshots.length).toBe(2)
  // 300 ms of work are followed by 1200 ms of rest.
  expect((slow.times[1] ?? 0) - (slow.times[0] ?? 0)).toBeGreaterThan(1400)
  leave()
  slow.projection.close()
})

it('[SH11] what changes while the board is read waits for the rest as well', async () => {
  const { projection, snapshots, times, retitle } = projectionOf({
    whileRead: () => {
      if (snapshots.length === 1) retitle('second')
    },
  })
  const unfollow = projection.follow()
  await expect.poll(() => snapshots).toEqual(['first', 'second'])
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(450)
  unfollow()
  projection.close()
})

it('[SH11] what readers cannot see moves nothing', async () => {
  const { projection, moved, rendered } = projectionOf()
  await projection.page('en')
  const unfollow = projection.follow()
  projection.touch()
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect([moved.length, rendered.length]).toEqual([1, 1])
  unfollow()
  projection.close()
})

it('[SH12] whoever follows hears within a second that the link was revoked or has another password', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  const [revoked, guarded, kept] = [
    await makeLink(house, id),
    await makeLink(house, id),
    await makeLink(house, id),
  ]
  const streams = await Promise.all([revoked, guarded, kept].map(({ path }) => listen(house, path)))
  await expect.poll(() => streams.every(({ heard }) => heard.length > 0)).toBe(true)
  await revokeLink(house, id, revoked.link.id)
  await expect.poll(() => streams[0]?.isOver()).toBe(true)
  expect(streams[0]?.heard.at(-1)?.event).toBe('end')
  await changeLink(house, id, guarded.link.id, { name: 'only another name' })
  expect(streams[1]?.isOver()).toBe(false)
  await changeLink(house, id, guarded.link.id, { password: 'eight chars' })
  await expect.poll(() => streams[1]?.isOver()).toBe(true)
  expect(
    [await read(house, revoked.path), await read(house, guarded.path)].map(({ status }) => status),
  ).toEqual([410, 401])
  const { cookie } = await givePassword(house, guarded.path, 'eight chars')
  expect((await listen(house, guarded.path, { cookie })).status).toBe(200)
  expect(streams[2]?.isOver()).toBe(false)
})

it('[SH12] a link that ends while it is read ends the page within a second', async () => {
  let time = Date.parse('2026-04-20T04:00:00Z')
  const house = await openHouse({ now: () => time })
  const { path } = await makeLink(house, await house.createBoard(), { expiresInDays: 1 })
  const stream = await listen(house, path)
  await expect.poll(() => stream.heard.length).toBe(1)
  time += 24 * 60 * 60 * 1000
  await expect.poll(() => stream.isOver()).toBe(true)
  expect((await read(house, path)).status).toBe(410)
})

it('[SH13] says that the board was finalized, and that it is open again', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  const { path } = await makeLink(house, id)
  expect((await read(house, path)).html).toContain('not finalized')
  const stream = await listen(house, path)
  await house.request(`/api/boards/${id}/finalize`, post)
  await expect.poll(() => standings(stream.heard).at(-1)?.state).toBe('final')
  const { html } = await read(house, `${path}?again=1`)
  expect(html).toContain('The board is closed')
  expect(html).not.toContain('not finalized')
  await house.request(`/api/boards/${id}/reopen`, post)
  await expect.poll(() => standings(stream.heard).at(-1)?.state).toBe('live')
  await stream.leave()
})

it('[SH14] turns away listeners beyond what an address may have; the page itself is there', async () => {
  const house = await openHouse()
  const { path } = await makeLink(house, await house.createBoard())
  const [here, elsewhere] = ['192.0.2.7', '192.0.2.8']
  const streams = []
  for (let n = 0; n < streamLimits.perAddress; n++) streams.push(await listen(house, path, {}, here))
  expect(streams.map(({ status }) => status)).toEqual(Array(streamLimits.perAddress).fill(200))
  expect((await listen(house, path, {}, here)).status).toBe(429)
  expect((await read(house, path, {}, here)).status).toBe(200)
  expect((await listen(house, path, {}, elsewhere)).status).toBe(200)
  await streams[0]?.leave()
  await expect.poll(async () => (await listen(house, path, {}, here)).status).toBe(200)
})

it('[SH15] a listener that takes nothing is cut at 16 kB, and the others hear on', async () => {
  const streams = new Streams()
  const cut = vi.fn()
  const ended = vi.fn()
  const follower = { boardId: 'b', linkId: 'l', address: '', until: Number.POSITIVE_INFINITY }
  streams.open({ ...follower, cut }, ended)
  const reader = streams.open({ ...follower, cut: vi.fn() }, vi.fn()).getReader()
  let heard = 0
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard += value.length
    }
  })()
  for (let n = 0; n < 300; n++) {
    streams.send(() => true, 'standing', { version: String(n), filler: 'x'.repeat(80) })
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect([cut.mock.calls.length, ended.mock.calls.length, streams.count]).toEqual([1, 1, 1])
  expect(heard).toBeGreaterThan(30_000)
  streams.closeAll()
  await reading
  expect(streams.count).toBe(0)
})

it('[SH16] going down ends what is followed, and keeps what was counted', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { path, link } = await makeLink(house, id)
  await read(house, path)
  const stream = await listen(house, path)
  await house.share.close()
  await expect.poll(() => stream.isOver()).toBe(true)
  const row = house.storage.db.selectFrom('share_links').select('readings').where('id', '=', link.id)
  expect(await row.executeTakeFirst()).toEqual({ readings: 1 })
})

it('[SH17] tells who watches a board of every commit and of finality, and then no more', async () => {
  const house = await openHouse()
  const [id, other] = [await house.createBoard(), await house.createBoard()]
  const listener = vi.fn()
  const unwatch = house.collab.watch(id, listener)
  expect(house.collab.present(id)).toBe(0)
  await note(house, id, 'one')
  expect(listener).toHaveBeenCalledTimes(1)
  await note(house, other, 'elsewhere')
  expect(listener).toHaveBeenCalledTimes(1)
  await house.collab.change(id, me, (board) => describeIncident(board, { title: 'two' }))
  await house.request(`/api/boards/${id}/finalize`, post)
  await house.request(`/api/boards/${id}/reopen`, post)
  expect(listener.mock.calls.length).toBeGreaterThanOrEqual(4)
  unwatch()
  const before = listener.mock.calls.length
  await note(house, id, 'three')
  expect(listener).toHaveBeenCalledTimes(before)
})
