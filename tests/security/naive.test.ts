import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ServerProcess } from '../bench/serverProcess.ts'
import { copyDatabase } from './evidence.ts'
import { findLinks } from './links.ts'
import { Meeting } from './meeting.ts'
import type { Participant } from './participant.ts'
import { Opaque, type Piece, scopesOf } from './scopes.ts'
import { talkativeServer } from './talkativeServer.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await talkativeServer()
}, 60_000)
afterAll(() => server.close())

/** Eight notes through their authors' own Yjs clients; who wrote which; and what can be seen of it. */
async function naiveRound(): Promise<{ meeting: Meeting; authors: Map<string, number> }> {
  const meeting = await Meeting.open(server.url, 1)
  meeting.act({ stay: true })
  const authors = new Map<string, number>()
  for (const person of meeting.dice.shuffled(meeting.people)) {
    const word = meeting.dice.word()
    authors.set(word, person.index)
    await sleep(meeting.dice.below(60))
    person.postUnsigned(meeting.columnOf(), `What went wrong: ${word}`)
  }
  await meeting.rest()
  await meeting.gather()
  meeting.evidence.copies.push(copyDatabase(server.folder))
  meeting.leave()
  return { meeting, authors }
}

it('[SEC1] of notes that were merely left unsigned the attacker names the author of 8 of 8', async () => {
  const { meeting, authors } = await naiveRound()
  const pieces = meeting.evidence.pieces()
  /** Who is named as the author of each note of these people. */
  const named = (held: Piece[], people: readonly Participant[]) => {
    const words = [...authors].flatMap(([word, author]) =>
      people.some(({ index }) => index === author) ? [word] : [],
    )
    const marks = people.map((person) => person.marks)
    const links = findLinks(held.flatMap(scopesOf), { marks, notes: words, air: [meeting.boardId] })
    return words.map((word) => [...(links.get(word)?.authors ?? [])].map((n) => people[n]?.index))
  }
  const { people } = meeting
  const truth = [...authors.values()].map((author) => [author])
  expect(named(pieces, people), 'by everything').toEqual(truth)
  const rows = pieces.filter(({ source }) => source.startsWith('table'))
  expect(named(rows, people), 'by the database').toEqual(truth)
  // An ordinary participant knows which notes are their own.
  const [onlooker, ...others] = people
  const wire = meeting.evidence.frames.filter(
    ({ holder, way }) => holder === onlooker?.index && way === 'heard',
  )
  const frames = wire.map(({ bytes }) => ({ source: 'frame', value: new Opaque('frame', bytes) }))
  expect(named(frames, others), 'by what one of them hears').toEqual(
    truth.filter(([author]) => author !== onlooker?.index),
  )
})
