import { setTimeout as sleep } from 'node:timers/promises'
import { readSnapshot } from '@kintsugi/board'
import type { KptNote } from '@kintsugi/model'
import { type LiveRound, liveRoundSchema, serverFrameSchema } from '@kintsugi/protocol'
import { until } from '../bench/player.ts'
import { Hand } from './hand.ts'
import type { Meeting } from './meeting.ts'
import type { Answer, Participant } from './participant.ts'

/** One anonymous round of a meeting, and what nobody but this test knows: who wrote what. */
export class AnonymousRound {
  readonly meeting: Meeting
  readonly hands: readonly Hand[]
  /** Of each word, who wrote it, in the order of posting. */
  readonly authors = new Map<string, number>()
  #live: LiveRound | undefined

  constructor(meeting: Meeting) {
    this.meeting = meeting
    const { url, boardId, evidence } = meeting
    this.hands = meeting.people.map((person) => new Hand(person, { url, boardId, evidence }))
  }

  get live(): LiveRound {
    if (this.#live === undefined) throw new Error('no round is open')
    return this.#live
  }

  /** The facilitator opens it for all who are there; all of them take their tokens, in any order. `votes`: to vote in. */
  async open({ votes }: { votes?: number } = {}): Promise<void> {
    const { facilitator, people, dice } = this.meeting
    await asked(facilitator.ask('PUT', '/meeting', { role: { role: 'facilitator', to: 'me' } }))
    const members = people.map(({ principal }) => principal)
    const kind = votes === undefined ? 'writing' : 'voting'
    const opened = await asked(
      facilitator.ask('POST', '/rounds', { kind, mode: 'anonymous', members, votes }),
    )
    this.#live = liveRoundSchema.parse((opened as { round: unknown }).round)
    for (const hand of dice.shuffled(this.hands)) await hand.take(this.live)
  }

  /** Each posts `each` notes, at any moment of `span` milliseconds, of any length and in any column. */
  async write({ each, span }: { each: number; span: number }): Promise<void> {
    const { dice } = this.meeting
    const posts = dice.shuffled(
      this.hands.flatMap((hand, author) => Array.from({ length: each }, () => ({ hand, author }))),
    )
    for (const { hand, author } of posts) {
      await sleep((span / posts.length) * 2 * dice.roll())
      await this.post(hand, author)
    }
  }

  async post(hand: Hand, author: number): Promise<string> {
    const { dice } = this.meeting
    const word = dice.word()
    const length = dice.below(12) === 0 ? 400 + dice.below(900) : dice.below(25)
    const text = [word, ...Array.from({ length }, () => dice.word().slice(2, 4 + dice.below(8)))].join(' ')
    this.authors.set(word, author)
    await asked(hand.post(this.live, { column: this.meeting.columnOf(), text }))
    return word
  }

  async act(act: Readonly<Record<string, unknown>>): Promise<void> {
    await asked(this.meeting.facilitator.ask('POST', `/rounds/${this.live.id}/acts`, act))
  }

  /** The anonymous notes as they lie on somebody's board. */
  notesOf({ player }: Participant): KptNote[] {
    return readSnapshot(player.board).kptNotes.filter(({ seal }) => seal !== null)
  }
  async untilSeen(count: number, patience = 20_000): Promise<void> {
    await Promise.all(
      this.meeting.people.map((person) =>
        // Whoever is out for a moment sees them on coming back.
        until(
          () => person.isThere && this.notesOf(person).length === count,
          patience,
          `${count} notes on each board`,
        ),
      ),
    )
  }
  /** What everybody was last told of the round. */
  told({ player }: Participant): LiveRound | null {
    const frames = player.stateless.map((line) => serverFrameSchema.parse(JSON.parse(line)))
    const meetings = frames.flatMap((frame) => (frame.type === 'meeting' ? [frame.meeting] : []))
    return meetings.at(-1)?.round ?? null
  }
}

export async function asked(answer: Promise<Answer>): Promise<unknown> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`)
  return body
}
