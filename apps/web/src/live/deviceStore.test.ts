import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { type DeviceStore, openDeviceStore } from './deviceStore.ts'
import { problemOf } from './problemError.ts'

let count = 0
const freshName = () => `store ${count++}`
const open: DeviceStore[] = []
function storeOf(name: string, doc: Y.Doc): DeviceStore {
  const store = openDeviceStore({ name, encodeWhole: () => Y.encodeStateAsUpdate(doc) })
  let sequence = 0
  doc.on('update', (update: Uint8Array) => {
    sequence += 1
    store.keep(update, sequence)
  })
  open.push(store)
  return store
}
async function reread(name: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const store = openDeviceStore({ name, encodeWhole: () => Y.encodeStateAsUpdate(doc) })
  for (const row of await store.load()) Y.applyUpdate(doc, row)
  await store.close()
  return doc
}
const draft = { id: 'd1', boardId: 'b', savedAt: '2026-04-18T12:00:00.000Z', problem: problemOf('refused') }

afterEach(async () => {
  vi.restoreAllMocks()
  for (const store of open.splice(0)) await store.close()
})

describe('deviceStore', () => {
  it('[LV6] says "kept" only after the transaction is complete, and then it is', async () => {
    const name = freshName()
    const doc = new Y.Doc()
    const store = storeOf(name, doc)
    await store.load()
    doc.getMap('m').set('a', 1)
    expect(store.kept.get()).toBe(0)
    await store.settled()
    expect(store.kept.get()).toBe(1)
    expect((await reread(name)).getMap('m').toJSON()).toEqual({ a: 1 })
  })

  it('[LV6] folds many rows into one without losing any, another tab’s included', async () => {
    const name = freshName()
    const one = new Y.Doc()
    const two = new Y.Doc()
    const first = storeOf(name, one)
    const second = storeOf(name, two)
    await first.load()
    await second.load()
    two.getMap('m').set('other tab', true)
    await second.settled()
    for (let i = 0; i < 700; i++) {
      one.getMap('m').set(`k${i}`, i)
      if (i % 50 === 0) await first.settled()
    }
    await first.settled()
    expect((await first.load()).length).toBeLessThan(300)
    expect((await reread(name)).getMap('m').size).toBe(701)
    expect(one.getMap('m').has('other tab')).toBe(false)
  })

  it('[LV7] reports a failing write, keeps what it could not write, and catches up when writing works again', async () => {
    const name = freshName()
    const doc = new Y.Doc()
    const store = storeOf(name, doc)
    await store.load()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('disk', 'QuotaExceededError')
    })
    doc.getMap('m').set('a', 1)
    await store.settled()
    expect(store.failure.get()?.code).toBe('deviceStoreFull')
    expect(store.kept.get()).toBe(0)
    broken.mockRestore()
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    await expect.poll(() => store.kept.get()).toBe(1)
    expect(store.failure.get()).toBeNull()
    expect((await reread(name)).getMap('m').toJSON()).toEqual({ a: 1 })
  })

  it('[LV7] a device that cannot be opened at all is reported, not hidden', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    const doc = new Y.Doc()
    const store = storeOf(freshName(), doc)
    expect(await store.load()).toEqual([])
    expect(store.failure.get()).toMatchObject({
      code: 'deviceStoreFailed',
      args: { reason: 'SecurityError' },
    })
  })

  it('[LV8] sets a refused document aside whole, and the board starts empty', async () => {
    const name = freshName()
    const doc = new Y.Doc()
    const store = storeOf(name, doc)
    await store.load()
    doc.getMap('m').set('refused', 'words')
    await store.settled()
    await store.setAside(draft, Y.encodeStateAsUpdate(doc))
    doc.getMap('m').set('typed after', 'more')
    await store.settled()
    expect((await reread(name)).getMap('m').size).toBe(0)
    expect(await store.drafts()).toEqual([draft])
    const kept = new Y.Doc()
    const update = await store.draftUpdate('d1')
    Y.applyUpdate(kept, update ?? new Uint8Array())
    expect(kept.getMap('m').toJSON()).toEqual({ refused: 'words' })
    await store.discardDraft('d1')
    expect(await store.drafts()).toEqual([])
  })

  it('[LV8] a tab whose rows another tab set aside writes its whole document again', async () => {
    const name = freshName()
    const mine = new Y.Doc()
    const other = new Y.Doc()
    const store = storeOf(name, mine)
    const refused = storeOf(name, other)
    await store.load()
    await refused.load()
    mine.getMap('m').set('before', 1)
    await store.settled()
    await refused.setAside(draft, Y.encodeStateAsUpdate(other))
    mine.getMap('m').set('after', 2)
    await store.settled()
    expect((await reread(name)).getMap('m').toJSON()).toEqual({ before: 1, after: 2 })
  })
})
