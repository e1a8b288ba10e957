import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSnapshot } from '@kintsugi/board'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unkept, until } from '../bench/player.ts'
import type { ServerProcess } from '../bench/serverProcess.ts'
import { copyDatabase, type DatabaseCopy } from './evidence.ts'
import { findLinks } from './links.ts'
import { Meeting } from './meeting.ts'
import { AnonymousRound, asked } from './round.ts'
import { type Piece, scopesOf } from './scopes.ts'
import { talkativeServer } from './talkativeServer.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await talkativeServer()
}, 120_000)
afterAll(() => server.close())

/** Everything that can be had at this moment, without stopping anybody. */
async function look(meeting: Meeting): Promise<DatabaseCopy> {
  await meeting.gather()
  const copy = copyDatabase(server.folder)
  meeting.evidence.copies.push(copy)
  for (const line of server.said.split('\n')) meeting.evidence.documents.push({ source: 'log', text: line })
  return copy
}

const tablesWith = ({ rows }: DatabaseCopy, word: string): string[] => [
  ...new Set(rows.flatMap(({ table, row }) => (holds(row, word) ? [table] : []))),
]
const holds = (row: Readonly<Record<string, unknown>>, word: string): boolean =>
  Object.values(row).some((cell) =>
    cell instanceof Uint8Array ? Buffer.from(cell).includes(word) : String(cell).includes(word),
  )
const filesWith = ({ raw }: DatabaseCopy, word: string): string[] =>
  Object.entries(raw).flatMap(([name, bytes]) => (bytes.includes(word) ? [name] : []))
/** Where each word lies in the files, once it lies there: a compaction that reads just now holds what is to go back for a moment. */
const untilFiles = (words: readonly string[], files: (word: string) => string[]): Promise<void> =>
  expect
    .poll(
      () => {
        const copy = copyDatabase(server.folder)
        return words.map((word) => filesWith(copy, word))
      },
      { interval: 100 },
    )
    .toEqual(words.map(files))

it('[SEC2] [SEC3] nothing that eight people and a server say or keep leads from a note to its author', async () => {
  const meeting = await Meeting.open(server.url, 2)
  const { people, evidence, dice } = meeting
  const round = new AnonymousRound(meeting)
  await round.open()
  meeting.act()
  await round.write({ each: 3, span: 1500 })
  // Before the reveal one changes a note, and another takes one away.
  const [first, second] = round.hands
  const [reworded, withdrawn] = [first?.notes[0], second?.notes[0]]
  if (!first || !second || !reworded || !withdrawn) throw new Error('everybody has written')
  const words = [...round.authors.keys()]
  const wordOf = (text: string): string => words.find((word) => text.includes(word)) ?? ''
  const gone = [wordOf(reworded.text), wordOf(withdrawn.text)]
  const better = dice.word()
  await asked(first.change(round.live, reworded, better))
  await asked(second.change(round.live, withdrawn, null))
  round.authors.set(better, 0)

  await untilFiles([...words, better], (word) => (gone.includes(word) ? [] : ['sqlite']))
  const hidden = await look(meeting)
  for (const word of [...words, better]) expect(evidence.wordSeen(word)).toEqual([])
  for (const word of [...words, better])
    expect(tablesWith(hidden, word)).toEqual(gone.includes(word) ? [] : ['vault_notes'])
  for (const person of people) if (person.isThere) expect(round.notesOf(person)).toEqual([])

  await meeting.rest()
  await round.act({ act: 'reveal' })
  await round.untilSeen(words.length - 1)
  await untilFiles(gone, () => [])
  const revealed = await look(meeting)
  for (const word of [...words, better]) expect(tablesWith(revealed, word)).not.toContain('vault_notes')

  // Late notes and later words come in company.
  meeting.act()
  const late = [2, 5, 7]
  for (const author of dice.shuffled(late)) {
    const hand = round.hands[author]
    if (hand) await round.post(hand, author)
    await sleep(dice.below(200))
  }
  await round.untilSeen(words.length - 1 + late.length, 60_000)
  const changed = [3, 4, 6].map((author) => ({ author, word: dice.word() }))
  for (const { author, word } of changed) {
    const hand = round.hands[author]
    const [note] = hand?.notes ?? []
    if (hand && note) await asked(hand.change(round.live, note, word))
    round.authors.set(word, author)
    expect(evidence.wordSeen(word)).toEqual([])
  }
  await meeting.rest()
  await round.act({ act: 'end' })
  await asked(meeting.host.ask('POST', '/finalize'))
  await look(meeting)
  const page = await fetch(`${server.url}/p/${meeting.boardId}`, { headers: unkept })
  evidence.documents.push({ source: '/p/:id', text: await page.text() })
  for (const { word } of changed) expect(evidence.wordSeen(word)).not.toEqual([])

  const seals = round.hands.flatMap(({ notes }) => notes.map(({ seal }) => seal))
  const notes = [...round.authors.keys(), ...seals]
  const marks = people.map((person) => person.marks)
  const scopes = evidence.pieces().flatMap(scopesOf)
  const air = [meeting.boardId, round.live.id]
  const linked = (more: readonly Piece[]) =>
    Object.fromEntries(findLinks([...scopes, ...more.flatMap(scopesOf)], { marks, notes, air }))
  expect(linked([])).toEqual({})

  // Among all that, a single leak is found.
  const [word = '', author = -1] = [...round.authors][10] ?? []
  const principal = people[author]?.principal ?? ''
  const mark = dice.word().repeat(3)
  const hash = createHash('sha256').update(mark).digest('hex')
  for (const leak of [
    [{ source: 'log', value: `a note was taken from ${principal}: ${word}` }],
    [{ source: 'table x', value: { principal, notes: [word] } }],
    [
      { source: 'table x', value: { principal, mark } },
      { source: 'table y', value: { mark: hash, text: `so it was: ${word}` } },
    ],
  ])
    expect(linked(leak)).toMatchObject({ [word]: { authors: new Set([author]) } })
  meeting.leave()
}, 300_000)

it('[SEC4] a cancelled round leaves nothing of what was hidden on the disk', async () => {
  const meeting = await Meeting.open(server.url, 3)
  const round = new AnonymousRound(meeting)
  await round.open()
  await round.write({ each: 2, span: 500 })
  const words = [...round.authors.keys()]
  await untilFiles(words, () => ['sqlite'])
  // Nor does a crash leave in the log of writes what came when.
  await server.stop('SIGKILL')
  await server.start()
  await untilFiles(words, () => ['sqlite'])
  await Promise.all(meeting.people.map(({ player }) => until(() => player.synced, 60_000, 'all are back')))
  for (const { player } of meeting.people)
    expect(readSnapshot(player.board).kptNotes.filter(({ seal }) => seal)).toEqual([])
  await round.act({ act: 'cancel' })
  const seals = round.hands.flatMap(({ notes }) => notes.map(({ seal }) => seal))
  await untilFiles([...words, ...seals], () => [])
  await look(meeting)
  for (const word of words) expect(meeting.evidence.wordSeen(word)).toEqual([])
  meeting.leave()
}, 120_000)
