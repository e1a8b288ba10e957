import { once } from 'node:events'
import { Writable } from 'node:stream'
import { padded } from '@kintsugi/anonymity'
import { type ItemId, limits } from '@kintsugi/model'
import { anonymousBytes } from '@kintsugi/protocol'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openLog } from '../log.ts'
import { changeOf, openRound, takeTokens, writeNote } from '../vault/testing/members.ts'
import type { Vault } from '../vault/vault.ts'
import type { AnonymousDesk } from './anonymous.ts'
import { asAlice, newId, openHouse } from './testing/house.ts'

function body(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = padded(value, anonymousBytes)
  if ('problem' in bytes) throw new Error(bytes.problem.code)
  return bytes
}

/** A house with an open round; its hooks are the test's. */
async function openRoom(kind: 'writing' | 'voting' = 'writing') {
  const topics = new Set<ItemId>()
  const turnedAway = vi.fn<AnonymousDesk['turnedAway']>()
  const vault: { real?: Vault } = {}
  const real = (): Vault => {
    if (vault.real === undefined) throw new Error('the house is open')
    return vault.real
  }
  const house = await openHouse({
    anonymous: {
      knows: (...given) => real().knows(...given),
      postNote: (...given) => real().postNote(...given),
      vote: (board, round, ballot) => real().vote(board, round, ballot, topics),
      change: (...given) => real().change(...given),
      turnedAway,
    },
  })
  vault.real = house.storage.vault
  const boardId = await house.createBoard()
  const round = openRound(house.storage.vault, boardId, { kind })
  const [token] = takeTokens(house.storage.vault, round, 'alice')
  if (!token) throw new Error('a deal has three tokens')
  const post = (what: string, sent: BodyInit, headers: Record<string, string> = {}) =>
    house.request(`/api/anonymous/${boardId}/${round.roundId}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: sent,
      // Needed for streams, and unknown to the DOM's types.
      ...{ duplex: 'half' },
    })
  /** Status and code, or `taken`. */
  const said = async (response: Response) => {
    const answer: { taken?: boolean; problem?: { code: string } } = await response.json()
    return [response.status, answer.taken ? 'taken' : answer.problem?.code]
  }
  const mendVault = () => {
    vault.real = house.storage.vault
  }
  const breakVault = (error: unknown) => {
    vault.real = {
      ...house.storage.vault,
      postNote: () => {
        throw error
      },
    }
  }
  return { house, boardId, round, token, topics, turnedAway, post, said, breakVault, mendVault }
}

describe('anonymous posts', () => {
  it('[AP1] bring a note, change it and cast a vote, without anybody’s name', async () => {
    const room = await openRoom()
    const { vault } = room.house.storage
    const note = writeNote(room.round.roundId, room.token, '夜中に一人で判断していた')
    const { secretKey: _key, round: _round, seal: _seal, ...sent } = note
    expect(await room.said(await room.post('notes', body(sent)))).toEqual([200, 'taken'])
    expect(vault.seals(room.round.roundId)).toEqual([note.seal])
    const change = changeOf(note, 1, '夜中の判断を一人に任せていた')
    expect(await room.said(await room.post('changes', body(change)))).toEqual([200, 'taken'])
    expect(vault.prepare(room.round.roundId).notes[0]?.text).toBe(change.text)

    const booth = await openRoom('voting')
    const topic = newId()
    booth.topics.add(topic)
    const ballot = { token: booth.token, topic }
    expect(await booth.said(await booth.post('ballots', body(ballot)))).toEqual([200, 'taken'])
    expect(booth.house.storage.vault.tally(booth.round.roundId)).toEqual({ [topic]: 1 })
    const elsewhere = body({ ...ballot, topic: newId() })
    expect(await booth.said(await booth.post('ballots', elsewhere))).toEqual([404, 'topicUnknown'])
  })

  it('[AP2] that say who sends them are refused unread', async () => {
    const room = await openRoom()
    const note = writeNote(room.round.roundId, room.token, 'x')
    for (const named of [
      asAlice,
      { Cookie: 'session=alice' },
      { Authorization: 'Bearer alice' },
      { Referer: 'http://localhost:4747/b/x?alice' },
    ]) {
      const read = vi.fn((stream: ReadableStreamDefaultController) => {
        stream.enqueue(body(note))
        stream.close()
      })
      // Without a buffer of its own, a stream is asked for its bytes when somebody reads it.
      const sent = new ReadableStream({ pull: read }, { highWaterMark: 0 })
      expect(await room.said(await room.post('notes', sent, named))).toEqual([400, 'anonymousNamed'])
      expect(read).not.toHaveBeenCalled()
    }
    expect(room.house.storage.vault.count(room.round.roundId)).toBe(0)
  })

  it('[AP3] have one size: whatever has another is refused', async () => {
    const room = await openRoom()
    const note = body(writeNote(room.round.roundId, room.token, 'x'))
    for (const sent of [
      note.slice(0, -1),
      new Uint8Array([...note, 0x20]),
      new Uint8Array(0),
      JSON.stringify({}),
      new Uint8Array(200_000),
    ])
      expect(await room.said(await room.post('notes', sent))).toEqual([400, 'anonymousSize'])
    const noise = new Uint8Array(anonymousBytes).fill(0xff)
    expect(await room.said(await room.post('notes', noise))).toEqual([400, 'bodyNotJson'])
    expect(await room.said(await room.post('notes', body({ text: 'x' })))).toEqual([400, 'fieldInvalid'])
    expect(room.house.storage.vault.count(room.round.roundId)).toBe(0)
  })

  it('[AP4] are answered alike: one size, kept by nobody, in either language', async () => {
    const room = await openRoom()
    const note = writeNote(room.round.roundId, room.token, 'x')
    const answers = [
      await room.post('notes', body(note)),
      await room.post('notes', body(note), { 'Accept-Encoding': 'gzip' }),
      await room.post('notes', body({ ...note, text: 'y' }), { 'Accept-Language': 'ja' }),
      await room.post('notes', body({ ...note, text: '' }), { 'Accept-Language': 'en' }),
      await room.post('notes', body({})),
      await room.post('notes', body(note), { ...asAlice, 'Accept-Language': 'ja' }),
      await room.post('changes', body(changeOf(note, 1, null))),
      await room.house.request(`/api/anonymous/${newId()}/${newId()}/notes`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: body(note),
      }),
    ]
    for (const answer of answers) {
      expect((await answer.arrayBuffer()).byteLength).toBe(1024)
      expect(answer.headers.get('cache-control')).toBe('no-store, no-transform')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect([answer.headers.get('content-encoding'), answer.headers.get('set-cookie')]).toEqual([null, null])
    }
    const shape = (answer: Response | undefined) => [...(answer?.headers.keys() ?? [])].toSorted()
    for (const answer of answers) expect(shape(answer)).toEqual(shape(answers[0]))
  })

  it('[AP5] leave nothing in the log, not even by a bug', async () => {
    const room = await openRoom()
    const text = 'What nobody may read in a log'
    const note = writeNote(room.round.roundId, room.token, text)
    room.breakVault(new TypeError(`cannot read ${text}`, { cause: note }))
    const response = await room.post('notes', body(note), { 'User-Agent': 'Browser of Alice' })
    expect(await room.said(response)).toEqual([500, 'internal'])
    const lines: string[] = []
    const out = new Writable({
      write(line, _encoding, done) {
        lines.push(String(line))
        done()
      },
    })
    const log = openLog('trace', out)
    for (const err of room.house.reported) log.error({ err }, 'a request met a bug')
    out.end()
    await once(out, 'finish')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('TypeError')
    for (const part of [text, 'Alice', note.token.input, note.editKey, '127.0.0.1'])
      expect(lines.join('')).not.toContain(part)
  })

  it('[AP6] that the disk does not take are told so, and change nothing', async () => {
    const room = await openRoom()
    room.breakVault(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }))
    const note = body(writeNote(room.round.roundId, room.token, 'x'))
    expect(await room.said(await room.post('notes', note))).toEqual([503, 'storageUnavailable'])
    expect(room.house.reported).toEqual([])
    expect(room.house.storage.vault.count(room.round.roundId)).toBe(0)
    room.mendVault()
    expect(await room.said(await room.post('notes', note))).toEqual([200, 'taken'])
  })

  it('[AP7] are limited by the round alone: another round is not touched', async () => {
    const room = await openRoom()
    const note = body(writeNote(room.round.roundId, room.token, 'x'))
    const another = body(writeNote(room.round.roundId, room.token, 'y'))
    // Nothing refills while the clock stands.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    onTestFinished(() => clock.mockRestore())
    expect(await room.said(await room.post('notes', note))).toEqual([200, 'taken'])
    for (let turn = 1; turn < limits.anonymousBurst; turn++)
      expect(await room.said(await room.post('notes', another))).toEqual([409, 'tokenSpent'])
    expect(await room.said(await room.post('notes', another))).toEqual([429, 'anonymousCrowded'])
    expect(room.turnedAway.mock.calls).toEqual([[room.round.roundId, 'anonymousCrowded']])
    const other = openRound(room.house.storage.vault, room.boardId)
    const [token] = takeTokens(room.house.storage.vault, other, 'alice')
    if (!token) throw new Error('a deal has three tokens')
    const response = await room.house.request(`/api/anonymous/${room.boardId}/${other.roundId}/notes`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: body(writeNote(other.roundId, token, 'z')),
    })
    expect(await room.said(response)).toEqual([200, 'taken'])
  })
})
