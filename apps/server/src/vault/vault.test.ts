import { randomBytes } from 'node:crypto'
import { blindTokens } from '@kintsugi/anonymity'
import { describe, expect, it } from 'vitest'
import { newId } from '../collab/newId.ts'
import {
  addBoard,
  changeOf,
  openRound,
  openVault,
  refusedAs,
  takeTokens,
  tokensFor,
  writeNote,
} from './testing/members.ts'

const taken = { taken: true }
const author = { principal: 'p'.repeat(43), name: '花子' }
const blinded = (count: number) => blindTokens(count, randomBytes).map((token) => token.blinded)

describe('tokens', () => {
  it('[VA1] are dealt once to each for each deal; asked again with the same elements, the answer is the same', async () => {
    const { vault, round, restart } = await openVault()
    const request = { principal: 'alice', deal: 1, blinded: blinded(3) }
    const answer = vault.deal(round, request)
    expect(answer).toMatchObject({ tokenKey: round.tokenKey, evaluated: expect.any(Array) })
    expect((await restart()).vault.deal(round, request)).toEqual(answer)
    const again = (await restart()).vault
    expect(again.deal(round, { ...request, blinded: blinded(3) })).toEqual(refusedAs('tokensDealt'))
    expect(again.deal(round, { ...request, deal: 2, blinded: blinded(3) })).toHaveProperty('proof')
    expect(again.deal(round, { ...request, principal: 'bob', blinded: blinded(3) })).toHaveProperty('proof')
  })

  it('[VA2] are exactly as many as a deal has, and elements of the group', async () => {
    const { vault, round } = await openVault()
    for (const wrong of [blinded(2), blinded(4), ['', '', ''], Array(3).fill('A'.repeat(43))])
      expect(vault.deal(round, { principal: 'alice', deal: 1, blinded: wrong })).toEqual(
        refusedAs('blindedInvalid'),
      )
    // What was refused was no deal.
    expect(takeTokens(vault, round, 'alice')).toHaveLength(3)
  })

  it('[VA3] bring one note each: another note under the same token is refused, the same again is the same', async () => {
    const { vault, boardId, round } = await openVault()
    const [token] = tokensFor(vault, round)
    const note = writeNote(round.roundId, token, '切替の手順が一人に集まっていた')
    expect(vault.postNote(boardId, round.roundId, note)).toEqual(taken)
    expect(vault.postNote(boardId, round.roundId, note)).toEqual(taken)
    const second = writeNote(round.roundId, token, 'another')
    expect(vault.postNote(boardId, round.roundId, second)).toEqual(refusedAs('tokenSpent'))
    expect(vault.postSigned(boardId, round.roundId, author, { token, column: 'keep', text: 'x' })).toEqual(
      refusedAs('tokenSpent'),
    )
    expect([vault.count(round.roundId), vault.seals(round.roundId)]).toEqual([1, [note.seal]])
  })

  it('[VA3] the same bytes written otherwise are no second token', async () => {
    const { vault, boardId, round } = await openVault()
    const [token] = tokensFor(vault, round)
    vault.postNote(boardId, round.roundId, writeNote(round.roundId, token, 'one'))
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const last of alphabet) {
      const other = { ...token, input: `${token.input.slice(0, -1)}${last}` }
      const answer = vault.postNote(boardId, round.roundId, writeNote(round.roundId, other, 'two'))
      expect(answer).toHaveProperty('problem')
    }
    expect(vault.count(round.roundId)).toBe(1)
  })

  it('[VA4] forged ones, and those of another round, kind or board, are refused', async () => {
    const { vault, storage, boardId, round } = await openVault()
    const [token, , third] = tokensFor(vault, round)
    const post = (at: string, roundId: string, given: typeof token) =>
      vault.postNote(at, roundId, writeNote(roundId, given, 'x'))
    const forged = { input: token.input, output: third.output }
    expect(post(boardId, round.roundId, forged)).toEqual(refusedAs('tokenInvalid'))
    const later = openRound(vault, boardId)
    takeTokens(vault, later, 'alice')
    expect(post(boardId, later.roundId, token)).toEqual(refusedAs('tokenInvalid'))
    const elsewhere = addBoard(storage)
    expect(post(elsewhere, round.roundId, token)).toEqual(refusedAs('roundUnknown'))
    expect(post(boardId, newId(), token)).toEqual(refusedAs('roundUnknown'))
    const voting = openRound(vault, boardId, { kind: 'voting' })
    const [vote] = tokensFor(vault, voting)
    expect(post(boardId, voting.roundId, vote)).toEqual(refusedAs('roundUnknown'))
    expect(post(boardId, round.roundId, vote)).toEqual(refusedAs('tokenInvalid'))
    expect(vault.vote(boardId, round.roundId, { token, topic: null }, new Set())).toEqual(
      refusedAs('roundUnknown'),
    )
    expect(vault.count(round.roundId)).toBe(0)
  })
})

describe('what is written', () => {
  it('[VA6] is refused where it is empty or too long, and its token stays good', async () => {
    const { vault, boardId, round } = await openVault()
    const [token] = tokensFor(vault, round)
    const post = (text: string) =>
      vault.postNote(boardId, round.roundId, writeNote(round.roundId, token, text))
    expect(post(' \n\t')).toEqual(refusedAs('noteEmpty'))
    expect(post('あ'.repeat(3_334))).toEqual(refusedAs('noteTooLong'))
    expect(post('あ'.repeat(3_333))).toEqual(taken)
  })

  it('[VA7] under a name is its author’s to see and change until it is revealed', async () => {
    const { vault, boardId, round } = await openVault()
    const tokens = tokensFor(vault, round)
    const post = (at: 0 | 1, text: string) =>
      vault.postSigned(boardId, round.roundId, author, { token: tokens[at], column: 'keep', text })
    expect([post(0, 'one'), post(0, 'one'), post(1, 'two')]).toEqual([taken, taken, taken])
    const own = vault.ownSigned(round.roundId, author.principal)
    expect(own.map(({ text }) => text).toSorted()).toEqual(['one', 'two'])
    expect(vault.ownSigned(round.roundId, 'somebody else')).toEqual([])
    const [first, second] = own
    if (!first || !second) throw new Error('two notes are in')
    const change = (who: string, id: string, text: string | null) =>
      vault.changeSigned(round.roundId, who, id, text)
    expect(change('somebody else', first.id, 'x')).toEqual(refusedAs('noteUnknown'))
    expect(change(author.principal, first.id, '')).toEqual(refusedAs('noteEmpty'))
    expect(change(author.principal, first.id, 'first')).toEqual(taken)
    expect(change(author.principal, second.id, null)).toEqual(taken)
    expect(vault.prepare(round.roundId).notes).toEqual([
      { id: first.id, column: 'keep', text: 'first', seal: null, author: '花子' },
    ])
    expect(change(author.principal, first.id, 'late')).toEqual(refusedAs('noteUnknown'))
    vault.revealed(round.roundId)
    expect(vault.ownSigned(round.roundId, author.principal)).toEqual([])
  })
})

describe('ballots', () => {
  it('[VA8] are one vote a token, moved and taken back by the same token', async () => {
    const { vault, boardId } = await openVault()
    const round = openRound(vault, boardId, { kind: 'voting' })
    const [a, b] = tokensFor(vault, round)
    const [alerts, runbook] = [newId(), newId()]
    const topics = new Set([alerts, runbook])
    const vote = (token: typeof a, topic: string | null) =>
      vault.vote(boardId, round.roundId, { token, topic }, topics)
    expect([vote(a, alerts), vote(b, alerts)]).toEqual([taken, taken])
    expect(vault.tally(round.roundId)).toEqual({ [alerts]: 2 })
    expect([vote(a, runbook), vote(b, null), vote(b, null)]).toEqual([taken, taken, taken])
    expect(vault.tally(round.roundId)).toEqual({ [runbook]: 1 })
    expect(vault.count(round.roundId)).toBe(1)
    expect(vote(b, newId())).toEqual(refusedAs('topicUnknown'))
    expect(vote({ ...a, output: b.output }, alerts)).toEqual(refusedAs('tokenInvalid'))
    vault.end(round.roundId)
    expect(vote(a, alerts)).toEqual(refusedAs('roundOver'))
    expect(vault.tally(round.roundId)).toEqual({})
  })
})

describe('the reveal', () => {
  it('[VA12] gives the same ids and order until it is done, across restarts', async () => {
    const { vault, boardId, round, restart } = await openVault()
    for (const [at, token] of tokensFor(vault, round).entries())
      vault.postNote(boardId, round.roundId, writeNote(round.roundId, token, `${at}`))
    const drawn = vault.prepare(round.roundId)
    const again = (await restart()).vault
    // What comes in between is for the next batch.
    const [late] = tokensFor(again, round, 'bob')
    again.postNote(boardId, round.roundId, writeNote(round.roundId, late, 'late'))
    expect(again.prepare(round.roundId)).toEqual(drawn)
    again.revealed(round.roundId)
    expect(again.prepare(round.roundId).notes.map(({ text }) => text)).toEqual(['late'])
  })

  it('[VA13] shuffles: every order of three comes', async () => {
    const { vault, boardId } = await openVault()
    const orders = new Set<string>()
    for (let turn = 0; turn < 200 && orders.size < 6; turn++) {
      const round = openRound(vault, boardId)
      for (const [at, token] of tokensFor(vault, round).entries())
        vault.postNote(boardId, round.roundId, writeNote(round.roundId, token, `${at}`))
      orders.add(
        vault
          .prepare(round.roundId)
          .notes.map(({ text }) => text)
          .join(''),
      )
    }
    expect(orders.size).toBe(6)
  })

  it('[VA14] after the end nothing is dealt, posted or voted; cancelled, nothing is left', async () => {
    const { vault, boardId, round } = await openVault()
    const [one, two] = tokensFor(vault, round)
    const note = writeNote(round.roundId, one, 'one')
    vault.postNote(boardId, round.roundId, note)
    vault.end(round.roundId)
    const late = writeNote(round.roundId, two, 'two')
    expect(vault.postNote(boardId, round.roundId, late)).toEqual(refusedAs('roundOver'))
    const request = { principal: 'bob', deal: 1, blinded: blinded(3) }
    expect(vault.deal(round, request)).toEqual(refusedAs('roundOver'))
    vault.cancel(round.roundId)
    expect(vault.prepare(round.roundId)).toEqual({ notes: [], changes: [] })
    expect([vault.count(round.roundId), vault.seals(round.roundId)]).toEqual([0, []])
    expect(vault.change(boardId, round.roundId, changeOf(note, 1, 'x'))).toEqual(refusedAs('noteUnknown'))
    expect([vault.knows(boardId, round.roundId), vault.knows(boardId, newId())]).toEqual([true, false])
  })
})
