import { tokensPerDeal } from '@kintsugi/protocol'
import { describe, expect, it, vi } from 'vitest'
import type { RoundLine } from './roundLine.ts'
import { inMemory, type RoundStore } from './roundStore.ts'
import {
  deskOf,
  liveWith,
  lost,
  notes,
  publishedOf,
  refused,
  roundId,
  server,
  unreachable,
  untilAccess,
} from './testing/roundServer.ts'

describe('notes', () => {
  async function writing(store?: RoundStore) {
    const house = server()
    const live = liveWith(house.state.keys.tokenKey)
    const desk = await deskOf(house.line, store)
    desk.hear(live, [publishedOf(live)])
    await untilAccess(desk, 'ready')
    return { ...house, live, desk }
  }

  it('[RW4] kept before it is sent, and sent again the same until it is taken, also after a reload', async () => {
    const store = inMemory()
    const { desk, state, sent, line, live } = await writing(store)
    state.fail = unreachable()
    await desk.write({ column: 'problem', text: '手順が古い', signed: false })
    await expect.poll(() => desk.view.get().trouble?.code).toBe('serverUnreachable')
    expect(notes(desk).map(({ text, sent: isIn }) => [text, isIn])).toEqual([['手順が古い', false]])
    const kept = notes(desk)[0]
    desk.close()
    state.fail = null
    const again = await deskOf(line, store)
    again.hear(live, [publishedOf(live)])
    await expect.poll(() => notes(again).map((note) => note.sent)).toEqual([true])
    expect(sent).toEqual([
      {
        kind: 'notes',
        value: { token: kept?.token, column: 'problem', text: '手順が古い', editKey: kept?.key?.editKey },
      },
    ])
  })

  it('[RW5] what will never be taken stays with its reason; its words go back, its token unless it is spent', async () => {
    const { desk, state, sent } = await writing()
    state.fail = refused('roundOver')
    await desk.write({ column: 'try', text: 'late', signed: false })
    await expect.poll(() => notes(desk)[0]?.refused?.code).toBe('roundOver')
    const [note] = notes(desk)
    if (note) await desk.drop(roundId, note)
    state.fail = null
    await desk.write({ column: 'try', text: 'again', signed: false })
    await expect.poll(() => sent.length).toBe(1)
    expect(notes(desk)[0]?.token).toEqual(note?.token)
  })

  it('[RW5] no more notes than tokens, and none that is empty or too long', async () => {
    const { desk, sent } = await writing()
    for (let i = 0; i < tokensPerDeal; i++) await desk.write({ column: 'keep', text: `${i}`, signed: false })
    const one = (text: string) => desk.write({ column: 'keep', text, signed: false })
    await expect(one('one more')).rejects.toMatchObject({ problem: { code: 'tokensUsedUp' } })
    await expect(one(' \n')).rejects.toMatchObject({ problem: { code: 'noteEmpty' } })
    await expect(one('あ'.repeat(5000))).rejects.toMatchObject({ problem: { code: 'noteTooLong' } })
    await expect.poll(() => sent.length).toBe(tokensPerDeal)
    const inputs = sent.map(({ value }) => 'token' in value && value.token.input)
    expect(new Set(inputs).size).toBe(tokensPerDeal)
  })

  it('[RW6] rewritten in hiding at once; on the board when the board says so; named by its first seal for good', async () => {
    const { desk, sent, live } = await writing()
    await desk.write({ column: 'keep', text: 'one', signed: false })
    await expect.poll(() => notes(desk)[0]?.sent).toBe(true)
    const first = notes(desk)[0]
    if (first) await desk.change(roundId, first, 'two')
    await expect.poll(() => notes(desk)[0]?.text).toBe('two')
    const second = notes(desk)[0]
    const shown = publishedOf(live, { endedAt: '2026-04-20T01:10:00Z', seals: [second?.seal ?? ''] })
    desk.hear({ ...live, state: 'revealed' }, [shown])
    if (second) await desk.change(roundId, second, null)
    await expect.poll(() => notes(desk)[0]?.change?.sent).toBe(true)
    expect(notes(desk)).toHaveLength(1)
    const changes = sent.filter(({ kind }) => kind === 'changes').map(({ value }) => value)
    expect(changes).toMatchObject([
      { seal: first?.seal, serial: 1, text: 'two' },
      { seal: first?.seal, serial: 2, text: null },
    ])
    desk.hear({ ...live, state: 'revealed' }, [{ ...shown, seals: [] }])
    await expect.poll(() => notes(desk)).toEqual([])
  })

  it('[RW6] a later word counts from what is kept, and outlives the refusal of the one before it', async () => {
    const house = server()
    const live = liveWith(house.state.keys.tokenKey)
    const gate = Promise.withResolvers<void>()
    const slow: RoundLine = {
      ...house.line,
      async anonymously(id, kind, value) {
        if (kind === 'changes' && 'serial' in value && value.serial === 1) {
          await gate.promise
          throw refused('changeOutdated')
        }
        return house.line.anonymously(id, kind, value)
      },
    }
    const desk = await deskOf(slow)
    desk.hear(live, [publishedOf(live)])
    await untilAccess(desk, 'ready')
    await desk.write({ column: 'keep', text: 'one', signed: false })
    await expect.poll(() => notes(desk)[0]?.sent).toBe(true)
    const drawn = notes(desk)[0]
    if (!drawn) throw new Error('no note')
    await desk.change(roundId, drawn, 'two')
    await desk.change(roundId, drawn, 'three')
    expect(notes(desk)[0]?.change).toMatchObject({ serial: 2, text: 'three' })
    gate.resolve()
    await expect.poll(() => notes(desk)[0]).toMatchObject({ text: 'three', change: null })
    expect(house.sent.at(-1)).toMatchObject({ kind: 'changes', value: { serial: 2, text: 'three' } })
  })

  it('[RW11] tokens die with the round, the keys of own notes do not', async () => {
    const store = inMemory()
    const { desk, live } = await writing(store)
    await desk.write({ column: 'keep', text: 'one', signed: false })
    await expect.poll(() => notes(desk)[0]?.sent).toBe(true)
    desk.hear(null, [publishedOf(live)])
    await expect.poll(async () => (await store.all()).map((round) => round.deals)).toEqual([[]])
    expect((await store.all())[0]?.notes[0]?.key?.secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('[RW4] a signed note goes under one’s own name and never the other way', async () => {
    const { desk, sent, signed } = await writing()
    await desk.write({ column: 'keep', text: 'mine', signed: true })
    await expect.poll(() => desk.view.get().signed.map(({ text }) => text)).toEqual(['mine'])
    expect([sent, signed.length]).toEqual([[], 1])
  })
})

describe('votes', () => {
  it('[RW8] a vote moved before the first answer came arrives last, with the same token', async () => {
    const { line, state, sent } = server()
    const live = liveWith(state.keys.tokenKey, {
      kind: 'voting',
      tokens: 1,
      topics: ['a'.repeat(22), 'b'.repeat(22)],
    })
    const gate = Promise.withResolvers<void>()
    const slow: RoundLine = {
      ...line,
      async anonymously(...given) {
        await gate.promise
        return line.anonymously(...given)
      },
    }
    const desk = await deskOf(slow)
    desk.hear(live, [publishedOf(live)])
    await untilAccess(desk, 'ready')
    await desk.vote('a'.repeat(22), 1)
    await desk.vote('a'.repeat(22), -1)
    await desk.vote('b'.repeat(22), 1)
    gate.resolve()
    await expect.poll(() => sent.at(-1)?.value).toMatchObject({ topic: 'b'.repeat(22) })
    const tokens = sent.map(({ value }) => 'token' in value && value.token.input)
    expect(new Set(tokens).size).toBe(1)
  })
  it('[RW8] a vote that this device cannot keep is not given, and that is said', async () => {
    const { line, state, sent } = server()
    const live = liveWith(state.keys.tokenKey, { kind: 'voting', tokens: 1, topics: ['a'.repeat(22)] })
    const store = inMemory()
    const desk = await deskOf(line, store)
    desk.hear(live, [publishedOf(live)])
    await untilAccess(desk, 'ready')
    const full = new DOMException('no room', 'QuotaExceededError')
    vi.spyOn(store, 'change').mockRejectedValueOnce(full)
    await desk.vote('a'.repeat(22), 1)
    expect(lost).toEqual([full])
    expect(sent).toEqual([])
    await desk.vote('a'.repeat(22), 1)
    await expect.poll(() => sent).toHaveLength(1)
  })
})
