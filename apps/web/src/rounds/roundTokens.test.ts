import { tokenKeys } from '@kintsugi/anonymity'
import { tokensPerDeal } from '@kintsugi/protocol'
import { describe, expect, it } from 'vitest'
import type { RoundLine } from './roundLine.ts'
import { inMemory } from './roundStore.ts'
import {
  deskOf,
  liveWith,
  notes,
  publishedOf,
  random,
  refused,
  server,
  unreachable,
  untilAccess,
} from './testing/roundServer.ts'

describe('tokens', () => {
  it('[RW1] a deal is taken whole and once, written in or not; another deal, as much again', async () => {
    const { line, state, asked, sent } = server()
    const store = inMemory()
    const live = liveWith(state.keys.tokenKey)
    const desk = await deskOf(line, store)
    desk.hear(live, [publishedOf(live)])
    await untilAccess(desk, 'ready')
    desk.hear({ ...live, count: 3 }, [publishedOf(live)])
    desk.hear({ ...live, deals: 2 }, [publishedOf(live)])
    await expect
      .poll(() => asked.map(({ deal, blinded }) => [deal, blinded.length]))
      .toEqual([
        [1, tokensPerDeal],
        [2, tokensPerDeal],
      ])
    expect(sent).toEqual([])
    // Loaded again, the tokens are here: nothing is asked for.
    const again = await deskOf(line, store)
    again.hear({ ...live, deals: 2 }, [publishedOf(live)])
    await untilAccess(again, 'ready')
    expect(asked).toHaveLength(2)
  })

  it('[RW1] a deal that comes while another is being taken is taken too', async () => {
    const { line, state, asked } = server()
    const gate = Promise.withResolvers<void>()
    const slow: RoundLine = {
      ...line,
      async takeTokens(...given) {
        await gate.promise
        return line.takeTokens(...given)
      },
    }
    const live = liveWith(state.keys.tokenKey)
    const desk = await deskOf(slow)
    desk.hear(live, [publishedOf(live)])
    await untilAccess(desk, 'preparing')
    desk.hear({ ...live, deals: 2 }, [publishedOf(live)])
    await new Promise((resolve) => setImmediate(resolve))
    gate.resolve()
    await expect.poll(() => asked.map(({ deal }) => deal)).toEqual([1, 2])
  })

  it('[RW1] asked again after a lost answer, with the same elements', async () => {
    const { line, state, asked } = server()
    const store = inMemory()
    const live = liveWith(state.keys.tokenKey)
    const losing: RoundLine = {
      ...line,
      async takeTokens(...given) {
        await line.takeTokens(...given)
        throw unreachable()
      },
    }
    const first = await deskOf(losing, store)
    first.hear(live, [publishedOf(live)])
    await expect.poll(() => first.view.get().trouble?.code).toBe('serverUnreachable')
    first.close()
    const second = await deskOf(line, store)
    second.hear(live, [publishedOf(live)])
    await untilAccess(second, 'ready')
    expect(asked[1]).toEqual(asked[0])
  })

  it('[RW1] nobody takes tokens who is not in the round, or before the board has it', async () => {
    const { line, state, asked } = server()
    const live = liveWith(state.keys.tokenKey)
    const desk = await deskOf(line)
    desk.hear({ ...live, members: live.members.slice(1) }, [publishedOf(live)])
    await untilAccess(desk, 'outside')
    desk.hear(live, [])
    await untilAccess(desk, 'preparing')
    expect(asked).toEqual([])
  })

  it.each(['frame', 'answer', 'proof', 'kept'] as const)(
    '[RW2] another key in the %s than on the board: singled out, and nothing is posted',
    async (where) => {
      const { line, state, sent } = server()
      const honest = liveWith(state.keys.tokenKey)
      const other = tokenKeys(random(32))
      const store = inMemory()
      const desk = await deskOf(
        where === 'proof'
          ? {
              ...line,
              async takeTokens(id, deal, blinded) {
                const dealt = await line.takeTokens(id, deal, blinded)
                return { ...dealt, evaluated: dealt.evaluated.toReversed() }
              },
            }
          : line,
        store,
      )
      if (where === 'kept') {
        desk.hear(honest, [publishedOf(honest)])
        await untilAccess(desk, 'ready')
        const changed = liveWith(other.tokenKey)
        desk.hear(changed, [publishedOf(changed)])
      } else {
        if (where === 'answer') state.keys = other
        const told = where === 'frame' ? liveWith(other.tokenKey) : honest
        desk.hear(told, [publishedOf(honest)])
      }
      await untilAccess(desk, 'singledOut')
      await desk.write({ column: 'keep', text: 'a', signed: false }).catch(() => undefined)
      expect(sent).toEqual([])
    },
  )

  it('[RW10] what is forgotten is gone; another deal lets one write again', async () => {
    const { line, state, sent } = server()
    const live = liveWith(state.keys.tokenKey)
    const once: RoundLine = {
      ...line,
      async takeTokens(id, deal, blinded) {
        if (taken.has(deal)) throw refused('tokensDealt')
        taken.add(deal)
        return line.takeTokens(id, deal, blinded)
      },
    }
    const taken = new Set<number>()
    const store = inMemory()
    const desk = await deskOf(once, store)
    desk.hear(live, [publishedOf(live)])
    await untilAccess(desk, 'ready')
    await desk.write({ column: 'keep', text: 'a', signed: false })
    await expect.poll(() => sent.length).toBe(1)
    await desk.forget()
    expect(notes(desk)).toEqual([])
    await untilAccess(desk, 'elsewhere')
    desk.hear({ ...live, deals: 2 }, [publishedOf(live)])
    await untilAccess(desk, 'ready')
    expect((await store.all()).flatMap((round) => round.notes)).toEqual([])
  })
})
