import { setTimeout as sleep } from 'node:timers/promises'
import { makeEditKeys, padded, type Token, toBase64url } from '@kintsugi/anonymity'
import { anonymousBytes, anonymousPath, type ProblemBody } from '@kintsugi/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServerProcess } from '../bench/serverProcess.ts'
import { copyDatabase } from './evidence.ts'
import { type Hand, random, sendBare } from './hand.ts'
import { Meeting } from './meeting.ts'
import type { Answer } from './participant.ts'
import { AnonymousRound, asked } from './round.ts'
import { talkativeServer } from './talkativeServer.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await talkativeServer()
}, 60_000)
afterAll(() => server.close())

let meeting: Meeting
let round: AnonymousRound

const pathOf = (boardId: string, roundId: string, kind = 'notes'): string =>
  `${server.url}/api${anonymousPath}/${boardId}/${roundId}/${kind}`
const own = (kind = 'notes'): string => pathOf(meeting.boardId, round.live.id, kind)
const note = (token: Token | undefined, text = 'Something went wrong') => ({
  token: token ?? forged(),
  column: 'problem',
  text,
  editKey: makeEditKeys(random).editKey,
})
const forged = (): Token => ({ input: toBase64url(random(32)), output: toBase64url(random(64)) })
function body(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = padded(value, anonymousBytes)
  if ('problem' in bytes) throw new Error(bytes.problem.code)
  return bytes
}
const codeOf = ({ status, body: said }: Answer): string =>
  status === 200 ? 'taken' : (said as ProblemBody).problem.code
const post = async (value: unknown, address = own()): Promise<string> =>
  codeOf(await sendBare(address, body(value)))
const handOf = (n: number): Hand => {
  const hand = round.hands[n]
  if (hand === undefined) throw new Error('nobody sits there')
  return hand
}
/** What was refused in each round. It is written down with a beat that nobody's act moves: looked at when all is over. */
const refusals = new Map<string, Record<string, unknown>>()
const counted = (counts: Record<string, unknown>): void => void refusals.set(round.live.id, counts)
function writtenDown(): Map<string, Record<string, number>> {
  const found = new Map<string, Record<string, number>>()
  for (const { table, row } of copyDatabase(server.folder).rows) {
    if (table !== 'round_refusals') continue
    const counts = found.get(String(row.round_id)) ?? {}
    found.set(String(row.round_id), { ...counts, [String(row.code)]: Number(row.count) })
  }
  return found
}
/** Somebody else goes on, and is told that it is saved. */
async function goesOn(): Promise<void> {
  const [, person] = meeting.people
  person?.scribble(meeting.dice)
  await person?.player.untilSaved(30_000)
}

describe('what is refused', () => {
  beforeEach(async () => {
    meeting = await Meeting.open(server.url, 11)
    round = new AnonymousRound(meeting)
    await round.open()
    return () => meeting.leave()
  }, 60_000)

  it('[SEC7] a token spent twice, a forged one, one of another round or board, and a post to what is over', async () => {
    const [token, second] = handOf(1).tokens
    const first = note(token)
    expect(await post(first)).toBe('taken')
    expect(await post(note(token, 'Another'))).toBe('tokenSpent')
    // The same again, as after a lost answer or by an eavesdropper, is the same note.
    expect(await post(first)).toBe('taken')
    expect(await post(note(forged()))).toBe('tokenInvalid')
    expect(await post(note({ input: forged().input, output: second?.output ?? '' }))).toBe('tokenInvalid')

    const elsewhere = await Meeting.open(server.url, 12)
    const other = new AnonymousRound(elsewhere)
    await other.open()
    const theirs = other.hands[0]?.tokens[0]
    expect(await post(note(theirs))).toBe('tokenInvalid')
    expect(await post(note(second), pathOf(elsewhere.boardId, other.live.id))).toBe('tokenInvalid')
    expect(await post(note(second), pathOf(elsewhere.boardId, round.live.id))).toBe('roundUnknown')
    elsewhere.leave()

    await goesOn()
    counted({ tokenSpent: 1, tokenInvalid: 3 })
    await round.act({ act: 'reveal' })
    await round.untilSeen(1)
    await round.act({ act: 'end' })
    expect(await post(note(second))).toBe('roundOver')
    await round.untilSeen(1)
  })

  it('[SEC8] what is too large, padded otherwise, no note, or says whose it is', async () => {
    const [token] = handOf(2).tokens
    const good = body(note(token))
    const send = async (bytes: Uint8Array<ArrayBuffer>, headers = {}): Promise<string> =>
      codeOf(await sendBare(own(), bytes, headers))
    expect(await send(new Uint8Array([...good, 32]))).toBe('anonymousSize')
    // Refused at its first bytes: whoever is still sending may find the line closed before reading the answer.
    expect(['anonymousSize', 'EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET']).toContain(
      await send(new Uint8Array(5_000_000)).catch((error: Error) => Object(error.cause).code),
    )
    expect(await send(good.slice(0, -1))).toBe('anonymousSize')
    expect(await send(good.map((byte, n) => (n > 12_000 ? 0 : byte)))).toBe('bodyNotJson')
    expect(await post(note(token, 'ひ'.repeat(3400)))).toBe('noteTooLong')
    expect(await post(note(token, '  '))).toBe('noteEmpty')
    expect(await post({ ...note(token), column: 'praise' })).toBe('fieldInvalid')
    const guest = Buffer.from(JSON.stringify({ name: 'Me', deviceKey: 'x'.repeat(43) })).toString('base64url')
    for (const naming of [
      { 'x-kintsugi-guest': guest },
      { cookie: 'session=1' },
      { authorization: 'Bearer 1' },
      { referer: `${server.url}/b/${meeting.boardId}` },
    ])
      expect(await send(good, naming)).toBe('anonymousNamed')
    await goesOn()
    counted({ anonymousSize: 3, bodyNotJson: 1, anonymousNamed: 4 })
    // Nothing of that has cost the token.
    expect(await send(good)).toBe('taken')
  })

  it('[SEC9] a change by another key, by an old word, or of a note of another round', async () => {
    const [author, thief] = [handOf(3), handOf(4)]
    await asked(author.post(round.live, { column: 'try', text: 'mine' }))
    await asked(thief.post(round.live, { column: 'try', text: 'not mine' }))
    const [mine] = author.notes
    const [theirs] = thief.notes
    if (!mine || !theirs) throw new Error('both have written')
    const stolen = { ...mine, secretKey: theirs.secretKey }
    expect(codeOf(await thief.change(round.live, stolen, 'taken over'))).toBe('signatureInvalid')
    expect(codeOf(await author.change(round.live, mine, 'better'))).toBe('taken')
    expect(codeOf(await author.change(round.live, { ...mine, serial: 0 }, 'worse'))).toBe('changeStale')
    expect(codeOf(await thief.change({ ...round.live, id: meeting.boardId }, theirs, 'x'))).toBe(
      'roundUnknown',
    )
  })
  it('[SEC10] ten thousand posts are refused and counted, while the others are saved and heard', async () => {
    const [honest] = meeting.people
    const spam = note(undefined, 'spam')
    // A flood makes no connection for each.
    const kept = { connection: 'keep-alive' }
    const flood = Array.from({ length: 20 }, async () => {
      const codes = new Map<string, number>()
      for (let n = 0; n < 500; n++) {
        const code = codeOf(await sendBare(own(), body({ ...spam, token: forged() }), kept))
        codes.set(code, (codes.get(code) ?? 0) + 1)
      }
      return codes
    })
    let isOver = false
    const refused = Promise.all(flood).finally(() => {
      isOver = true
    })
    let saved = 0
    let taken = 0
    while (!isOver) {
      honest?.scribble(meeting.dice)
      await honest?.player.untilSaved(30_000)
      saved += 1
      // A client that is told that there is a crowd comes back with the same.
      if (taken === 0 && (await post(note(handOf(5).tokens[0]))) === 'taken') taken += 1
      await sleep(20)
    }
    const codes: Record<string, number> = {}
    for (const one of await refused) for (const [code, n] of one) codes[code] = (codes[code] ?? 0) + n
    // On a slow machine there is no crowd.
    expect(['anonymousCrowded', 'tokenInvalid']).toEqual(expect.arrayContaining(Object.keys(codes)))
    expect((codes.anonymousCrowded ?? 0) + (codes.tokenInvalid ?? 0)).toBe(10_000)
    expect(saved).toBeGreaterThan(20)
    // The honest one may have been told of the crowd as well.
    const { anonymousCrowded: crowded = 0, ...others } = codes
    const atLeast = expect.toSatisfy((count) => Number(count) >= crowded)
    counted(crowded === 0 ? others : { ...others, anonymousCrowded: atLeast })
    while (taken === 0) {
      if ((await post(note(handOf(5).tokens[0]))) === 'taken') taken += 1
      else await sleep(100)
    }
    await round.act({ act: 'reveal' })
    await round.untilSeen(taken)
  }, 240_000)
})

it('[SEC7] [SEC8] [SEC10] what was refused has been counted, by round and reason', async () => {
  expect(refusals.size).toBe(3)
  const isCounted = expect.objectContaining(
    Object.fromEntries([...refusals].map(([id, counts]) => [id, expect.objectContaining(counts)])),
  )
  await expect
    .poll(() => Object.fromEntries(writtenDown()), { timeout: 20_000, interval: 250 })
    .toEqual(isCounted)
})
