import { readSnapshot } from '@kintsugi/board'
import { copyDatabase } from './evidence.ts'
import type { Sight } from './guesses.ts'
import { Meeting } from './meeting.ts'
import { boardOrders, peopleOrders, rawOrders, rowOrders, sizeOrder } from './orders.ts'
import { AnonymousRound } from './round.ts'

export const notesEach = 3

/** A round from the opening to the reveal, among people who go on meanwhile, and what an attacker can see in it. */
export async function playRound(
  server: { url: string; folder: string },
  seed: number,
): Promise<{ round: AnonymousRound; sight: Sight }> {
  const meeting = await Meeting.open(server.url, seed)
  const round = new AnonymousRound(meeting)
  await round.open()
  meeting.act()
  const from = performance.now()
  await round.write({ each: notesEach, span: 1000 })
  const to = performance.now()
  // Taken at the worst moment: just after the last note came in.
  const hidden = copyDatabase(server.folder)
  await meeting.rest()
  await round.act({ act: 'reveal' })
  await round.untilSeen(round.authors.size)
  await meeting.gather(['markdown'])
  const revealed = copyDatabase(server.folder)
  meeting.evidence.copies.push(hidden, revealed)

  const words = new Map([...round.authors.keys()].map((word) => [word, [word]]))
  const onlooker = meeting.facilitator
  const known = new Map(words)
  for (const { id, seal, text } of readSnapshot(onlooker.player.board).kptNotes) {
    const word = [...words.keys()].find((one) => JSON.stringify(text).includes(one))
    if (word !== undefined && seal !== null) known.set(word, [word, id, seal])
  }
  const sight = {
    authors: round.authors,
    hands: [...round.authors.keys()],
    noteOrders: {
      ...rawOrders('while hidden', hidden, words),
      ...rowOrders('while hidden', hidden, known),
      ...rawOrders('revealed', revealed, known),
      ...rowOrders('revealed', revealed, known),
      ...boardOrders(round, onlooker, words),
      ...sizeOrder(meeting.evidence, words),
    },
    peopleOrders: peopleOrders(meeting, hidden, { from, to }),
    seed,
  }
  return { round, sight }
}
