import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPresenceChannel } from './presenceChannel.ts'

const opened: { destroy(): void }[] = []
function awareness(): Awareness {
  const made = new Awareness(new Y.Doc())
  opened.push(made)
  return made
}
const relay = (from: Awareness, to: Awareness) =>
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'test')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  for (const made of opened.splice(0)) made.destroy()
})

describe('presenceChannel', () => {
  it('[LV9] tells cursors at most twenty times a second, the latest wins', () => {
    const own = awareness()
    const channel = createPresenceChannel('Guest 1234')
    channel.bind(own)
    const told: unknown[] = []
    own.on('update', () => told.push(own.getLocalState()?.cursor))
    for (let ms = 0; ms < 1000; ms += 5) {
      channel.tell({ cursor: { x: ms, y: 0 } })
      vi.advanceTimersByTime(5)
    }
    vi.advanceTimersByTime(100)
    expect(told.length).toBeGreaterThan(15)
    expect(told.length).toBeLessThanOrEqual(21)
    expect(told.at(-1)).toEqual({ x: 995, y: 0 })
  })

  it('[LV9] tells selection, editing and the end of a drag at once', () => {
    const own = awareness()
    const channel = createPresenceChannel('Guest 1234')
    channel.bind(own)
    channel.tell({ cursor: { x: 1, y: 1 }, drag: { id: 'a', x: 0, y: 0 } })
    channel.tell({ drag: null, selection: ['a'] })
    expect(own.getLocalState()).toMatchObject({ selection: ['a'], drag: null, cursor: { x: 1, y: 1 } })
  })

  it('[LV10] ignores what is no presence, and keeps the same object for somebody who has not moved', () => {
    const own = awareness()
    const good = awareness()
    const bad = awareness()
    good.setLocalState({ name: '佐藤', cursor: { x: 3, y: 4 } })
    bad.setLocalState({ name: 7, cursor: 'everywhere' })
    const channel = createPresenceChannel('Guest 1234')
    channel.bind(own)
    relay(good, own)
    const [before] = channel.others.get()
    relay(bad, own)
    expect(channel.others.get()).toMatchObject([{ name: '佐藤', clientId: good.clientID, selection: [] }])
    expect(channel.others.get()[0]).toBe(before)
  })

  it('[LV11] takes the own state away on close, and follows another document after bind', () => {
    const first = awareness()
    const second = awareness()
    const channel = createPresenceChannel('Guest 1234')
    channel.bind(first)
    channel.tell({ selection: ['a'] })
    channel.bind(second)
    expect(second.getLocalState()).toMatchObject({ selection: ['a'] })
    channel.close()
    expect(second.getLocalState()).toBeNull()
  })
})
