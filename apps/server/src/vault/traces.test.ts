import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { databaseFile } from '../storage/openStorage.ts'
import { addBoard, changeOf, openHouse, openRound, takeTokens, writeNote } from './testing/members.ts'

/** Which of the words lie in a file, in the order in which they lie there. */
const inFile = (file: string, words: readonly string[]): string[] => {
  const bytes = readFileSync(file)
  return words.filter((word) => bytes.includes(word)).toSorted((a, b) => bytes.indexOf(a) - bytes.indexOf(b))
}
const wordsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `word-${String.fromCharCode(97 + n)}`)

it('[VA20] what has come in is on disk in the file, and nothing of it is left in the log of writes', async () => {
  const { storage, folder } = await openHouse()
  const { vault } = storage
  const round = openRound(vault, addBoard(storage), { tokens: 12 })
  const words = wordsOf(12)
  for (const [n, token] of takeTokens(vault, round, 'alice').entries()) {
    const word = words[n] ?? ''
    expect(vault.postNote(round.boardId, round.roundId, writeNote(round.roundId, token, word))).toEqual({
      taken: true,
    })
    expect(inFile(databaseFile(folder), words.slice(0, n + 1))).toHaveLength(n + 1)
    expect(inFile(`${databaseFile(folder)}-wal`, words)).toEqual([])
  }
})

it('[VA20] a reader of the log of writes holds that back no longer than it reads', async () => {
  const { storage, folder } = await openHouse()
  const { vault } = storage
  const round = openRound(vault, addBoard(storage), { tokens: 1 })
  const [token] = takeTokens(vault, round, 'alice')
  if (token === undefined) throw new Error('a deal has a token')
  const reader = new Database(databaseFile(folder), { readonly: true })
  reader.prepare('begin').run()
  reader.prepare('select count(*) from vault_rounds').get()
  vault.postNote(round.boardId, round.roundId, writeNote(round.roundId, token, 'word-a'))
  expect(inFile(`${databaseFile(folder)}-wal`, ['word-a'])).toEqual(['word-a'])
  reader.prepare('commit').run()
  reader.close()
  await expect.poll(() => inFile(`${databaseFile(folder)}-wal`, ['word-a'])).toEqual([])
})

it('[VA21] notes lie in the file in another order than they came, and it is drawn anew each time', async () => {
  const { storage, folder } = await openHouse()
  const { vault } = storage
  const words = wordsOf(10)
  // How often each note lies before the next one: in the order of writing always, or (as pages are filled) never.
  let before = 0
  const rounds = 12
  for (let n = 0; n < rounds; n++) {
    const round = openRound(vault, addBoard(storage), { tokens: words.length })
    const tokens = takeTokens(vault, round, 'alice')
    for (const [at, token] of tokens.entries())
      vault.postNote(round.boardId, round.roundId, writeNote(round.roundId, token, words[at] ?? ''))
    const found = inFile(join(folder, 'kintsugi.sqlite'), words)
    before += words.slice(1).filter((word, at) => found.indexOf(words[at] ?? '') < found.indexOf(word)).length
    vault.cancel(round.roundId)
  }
  // Of 108 pairs half, give or take three: beyond these bounds less than once in a billion runs.
  expect(before).toBeGreaterThan(29)
  expect(before).toBeLessThan(79)
})

it('[VA21] ballots lie in the file in another order than they came', async () => {
  const { storage, folder } = await openHouse()
  const { vault } = storage
  let before = 0
  const rounds = 12
  for (let n = 0; n < rounds; n++) {
    const round = openRound(vault, addBoard(storage), { kind: 'voting', tokens: 10 })
    const marks = takeTokens(vault, round, 'alice').map((token) => {
      const ballot = { token, topic: 'topic' }
      expect(vault.vote(round.boardId, round.roundId, ballot, new Set(['topic']))).toEqual({ taken: true })
      const parts = ['mark', round.roundId, token.input, token.output]
      return createHash('sha256').update(JSON.stringify(parts)).digest()
    })
    const bytes = readFileSync(databaseFile(folder))
    const places = marks.map((mark) => bytes.indexOf(mark))
    expect(places).not.toContain(-1)
    before += places.slice(1).filter((place, at) => (places[at] ?? 0) < place).length
  }
  expect(before).toBeGreaterThan(29)
  expect(before).toBeLessThan(79)
})

it('[VA21] notes on the board lie in the file in another order than they were changed', async () => {
  const { storage, folder } = await openHouse()
  const { vault } = storage
  let before = 0
  for (let n = 0; n < 12; n++) {
    const round = openRound(vault, addBoard(storage), { tokens: 10 })
    const notes = takeTokens(vault, round, 'alice').map((token, at) =>
      writeNote(round.roundId, token, `note ${at}`),
    )
    for (const note of notes) vault.postNote(round.boardId, round.roundId, note)
    vault.prepare(round.roundId)
    vault.revealed(round.roundId)
    // A row that grows does not fit where it lay: a second change is counted with another byte.
    for (const note of notes) vault.change(round.boardId, round.roundId, changeOf(note, 2, 'changed'))
    const keys = notes.map(({ editKey }) => editKey)
    const found = inFile(databaseFile(folder), keys)
    expect(found).toHaveLength(keys.length)
    before += keys.slice(1).filter((key, at) => found.indexOf(keys[at] ?? '') < found.indexOf(key)).length
  }
  expect(before).toBeGreaterThan(29)
  expect(before).toBeLessThan(79)
})
