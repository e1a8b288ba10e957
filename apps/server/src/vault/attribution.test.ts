import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { blindTokens, evaluateBlinded, finishTokens } from '@kintsugi/anonymity'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { databaseFile } from '../storage/openStorage.ts'
import { allBytes, allRows, reachable } from './testing/attacker.ts'
import {
  addBoard,
  changeOf,
  type OwnNote,
  openHouse,
  openRound,
  principalNamed,
  takeTokens,
  writeNote,
} from './testing/members.ts'

const people = ['alice', 'bob', 'carol', 'dan', 'eve', 'frank', 'grace', 'heidi'].map(principalNamed)

/** Eight people, a note each, two of them changed, one vote each, one signed note; with all that went over the wire. */
async function heldRound() {
  const house = await openHouse()
  const { vault } = house.storage
  const boardId = addBoard(house.storage)
  const wire = new Map<string, string[]>()
  const take = (round: ReturnType<typeof openRound>, principal: string) => {
    const pending = blindTokens(round.tokens, randomBytes)
    const blinded = pending.map((token) => token.blinded)
    const dealt = vault.deal(round, { principal, deal: 1, blinded })
    if ('problem' in dealt) throw new Error(dealt.problem.code)
    const heard = [...blinded, ...dealt.evaluated, dealt.proof]
    wire.set(principal, [...(wire.get(principal) ?? []), ...heard])
    const tokens = finishTokens(pending, dealt, round.tokenKey)
    if ('problem' in tokens) throw new Error(tokens.problem.code)
    return tokens
  }
  const round = openRound(vault, boardId)
  const voting = openRound(vault, boardId, { kind: 'voting' })
  const notes = new Map<string, OwnNote>()
  const topic = 't'.repeat(22)
  for (const principal of people) {
    const [token, second] = take(round, principal)
    const [vote] = take(voting, principal)
    if (!token || !second || !vote) throw new Error('a deal has three tokens')
    const note = writeNote(round.roundId, token, `Nobody shall know: ${randomBytes(4_000).toString('hex')}`)
    notes.set(principal, note)
    vault.postNote(boardId, round.roundId, note)
    vault.vote(boardId, voting.roundId, { token: vote, topic }, new Set([topic]))
    if (principal === people[3])
      vault.postSigned(
        boardId,
        round.roundId,
        { principal, name: 'Dan of the network team' },
        {
          token: second,
          column: 'keep',
          text: 'This one I sign with my name',
        },
      )
  }
  const given = new Set([boardId, round.roundId, voting.roundId, round.tokenKey, voting.tokenKey, topic])
  return { ...house, vault, boardId, round, voting, notes, wire, given }
}
/** Of whom a note, its seal or its key can be reached from the person or what went over their wire. */
async function attributed(held: Awaited<ReturnType<typeof heldRound>>): Promise<string[]> {
  const rows = await allRows(held.storage)
  return people.filter((principal) => {
    const note = held.notes.get(principal)
    const starts = [principal, ...(held.wire.get(principal) ?? [])]
    return starts.some((start) => {
      const reached = reachable(rows, start, held.given)
      return [note?.text, note?.seal, note?.editKey].some((part) => part !== undefined && reached.has(part))
    })
  })
}

it('[VA15] whoever holds the database joins nobody with an anonymous note, at any time of the round', async () => {
  const held = await heldRound()
  const { vault, boardId, round, voting } = held
  expect(await attributed(held)).toEqual([])
  const [first, second] = [...held.notes.values()]
  if (!first || !second) throw new Error('eight notes are in')
  vault.change(boardId, round.roundId, changeOf(first, 1, 'Said otherwise, long enough to be told apart'))
  vault.prepare(round.roundId)
  expect(await attributed(held)).toEqual([])
  vault.revealed(round.roundId)
  vault.change(boardId, round.roundId, changeOf(second, 1, 'Said otherwise, when all could read it'))
  expect(await attributed(held)).toEqual([])
  for (const { roundId } of [round, voting]) vault.end(roundId)
  expect(await attributed(held)).toEqual([])
})

it('[VA15] the same attacker finds all eight where a note is kept with its author', async () => {
  const held = await heldRound()
  const { db } = held.storage
  await sql`create table naive (author text, note text)`.execute(db)
  for (const [principal, note] of held.notes)
    await sql`insert into naive values (${principal}, ${note.seal})`.execute(db)
  expect(await attributed(held)).toEqual(people)
})

it('[VA16] no token lies in the database, and no row has a number or a time', async () => {
  const held = await heldRound()
  const rows = await allRows(held.storage)
  const ours = rows.filter(({ table }) => table.startsWith('vault_'))
  expect(ours.length).toBeGreaterThan(30)
  const values = new Set(ours.flatMap((row) => row.values))
  for (const note of held.notes.values())
    expect([values.has(note.token.input), values.has(note.token.output)]).toEqual([false, false])
  for (const value of values) expect(value).not.toMatch(/^\d{4}-\d\d-\d\d/)
  const tables = new Set(ours.map(({ table }) => table))
  for (const table of tables)
    await expect(sql`select rowid from ${sql.table(table)}`.execute(held.storage.db)).rejects.toThrow(/rowid/)
})

it('[VA16] any dealt element could stand for any token, also for whoever has the key', async () => {
  const held = await heldRound()
  const key = await sql<{ secret_key: Uint8Array }>`
    select secret_key from vault_rounds where id = ${held.round.roundId}`.execute(held.storage.db)
  const secretKey = key.rows[0]?.secret_key
  if (secretKey === undefined) throw new Error('the round is open')
  const keys = { secretKey, tokenKey: held.round.tokenKey }
  const tokens = [...held.notes.values()].flatMap(({ token }) => [token.input, token.output.slice(0, 43)])
  // The issuer can evaluate what it was sent, and what it made of that; it meets no token.
  for (const elements of held.wire.values()) {
    const again = evaluateBlinded(keys, elements.slice(0, 3), randomBytes(48))
    if ('problem' in again) throw new Error(again.problem.code)
    const twice = evaluateBlinded(keys, again.evaluated, randomBytes(48))
    if ('problem' in twice) throw new Error(twice.problem.code)
    const met = [...elements, ...again.evaluated, ...twice.evaluated]
    expect(met.filter((element) => tokens.includes(element))).toEqual([])
  }
})

it('[VA13] rows do not lie in the file in the order in which they came; once drawn, they lie in the order drawn', async () => {
  const { storage, folder } = await openHouse()
  const { vault } = storage
  const boardId = addBoard(storage)
  const round = openRound(vault, boardId, { tokens: 12 })
  const notes = takeTokens(vault, round, 'alice').map((token, at) =>
    writeNote(round.roundId, token, `note number ${at}`),
  )
  for (const note of notes) vault.postNote(boardId, round.roundId, note)
  /** Rows fill a page from its end. */
  const asTheyLieIn = (file: string) => {
    const bytes = readFileSync(file)
    return notes.map(({ seal }) => seal).toSorted((a, b) => bytes.lastIndexOf(b) - bytes.lastIndexOf(a))
  }
  expect(asTheyLieIn(databaseFile(folder))).not.toEqual(notes.map(({ seal }) => seal))
  const drawn = vault.prepare(round.roundId).notes.map(({ seal }) => seal)
  expect(asTheyLieIn(`${databaseFile(folder)}-wal`)).toEqual(drawn)
})

it('[VA17] once revealed, the words and the journal are gone from the disk; cancelled, so is all that was hidden', async () => {
  for (const [act, gone] of [
    ['revealed', ['text']],
    ['cancel', ['text', 'seal', 'editKey']],
  ] as const) {
    const held = await heldRound()
    const parts = () => {
      const bytes = allBytes(held.folder)
      // A long text is spread over pages: any piece of it is a find.
      const lies = (text: string) => (text.match(/.{40}/g) ?? []).some((piece) => bytes.includes(piece))
      return [...held.notes.values()].flatMap((note) => gone.filter((part) => lies(note[part])))
    }
    expect(parts()).toHaveLength(held.notes.size * gone.length)
    // Words that were changed while they were hidden go as well.
    for (const note of [...held.notes.values()].slice(0, 3))
      held.vault.change(held.boardId, held.round.roundId, changeOf(note, 1, 'in other words'))
    held.vault.prepare(held.round.roundId)
    held.vault[act](held.round.roundId)
    expect(parts()).toEqual([])
    expect(statSync(`${databaseFile(held.folder)}-wal`).size).toBe(0)
  }
})

it('[VA17] a key that was destroyed is gone from the disk', async () => {
  const held = await heldRound()
  const { db } = held.storage
  const { rows } = await sql<{ secret_key: Buffer }>`select secret_key from vault_rounds`.execute(db)
  expect(rows.filter(({ secret_key }) => allBytes(held.folder).includes(secret_key))).toHaveLength(2)
  for (const { roundId } of [held.round, held.voting]) held.vault.end(roundId)
  expect(rows.filter(({ secret_key }) => allBytes(held.folder).includes(secret_key))).toEqual([])
})
