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

  it('[RW13] hushed, it tells once that nothing is pointed at, then nothing, however much one moves', () => {
    const own = awareness()
    const channel = createPresenceChannel('Guest 1234')
    channel.bind(own)
    channel.tell({ cursor: { x: 1, y: 1 }, selection: ['a'], editing: 'a.text' })
    const told: unknown[] = []
    own.on('update', () => told.push(own.getLocalState()))
    const speak = channel.hush()
    const alsoSpeak = channel.hush()
    for (let ms = 0; ms < 500; ms += 5) {
      channel.tell({ cursor: { x: ms, y: 0 }, selection: [`${ms}`] })
      vi.advanceTimersByTime(5)
    }
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({
      cursor: null,
      drag: null,
      selection: [],
      editing: null,
      name: 'Guest 1234',
    })
    alsoSpeak()
    alsoSpeak()
    expect(told).toHaveLength(1)
    speak()
    vi.advanceTimersByTime(100)
    expect(own.getLocalState()).toMatchObject({
      cursor: { x: 495, y: 0 },
      selection: ['495'],
      editing: 'a.text',
    })
    channel.close()
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

  it('[LV23] who would rather not be seen is not among the others', () => {
    const own = awareness()
    const there = awareness()
    const channel = createPresenceChannel('Guest 1234')
    channel.bind(own)
    there.setLocalState({ name: '佐藤', sight: { x: 0, y: 0, width: 10, height: 10 } })
    relay(there, own)
    expect(channel.others.get()).toMatchObject([{ name: '佐藤', sight: { width: 10 } }])
    there.setLocalState({ hidden: true })
    relay(there, own)
    expect(channel.others.get()).toEqual([])
    channel.tell({ hidden: true })
    expect(own.getLocalState()).toMatchObject({ hidden: true })
  })

  it('[LV9] tells what is in sight like cursors, and at once that it no longer is', () => {
    const own = awareness()
    const channel = createPresenceChannel('Guest 1234')
    channel.bind(own)
    const told: unknown[] = []
    own.on('update', () => told.push(own.getLocalState()?.sight))
    for (let ms = 0; ms < 1000; ms += 5) {
      channel.tell({ sight: { x: ms, y: 0, width: 8, height: 6 } })
      vi.advanceTimersByTime(5)
    }
    expect(told.length).toBeLessThanOrEqual(21)
    channel.tell({ sight: null })
    expect(own.getLocalState()?.sight).toBeNull()
    vi.advanceTimersByTime(100)
    expect(own.getLocalState()?.sight).toBeNull()
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
