import { setTimeout as sleep } from 'node:timers/promises'
import { formats } from '@kintsugi/exchange/formats'
import { kptColumns } from '@kintsugi/model'
import { makeBoard, unkept } from '../bench/player.ts'
import { Dice } from './dice.ts'
import { Evidence } from './evidence.ts'
import { Participant } from './participant.ts'

export const present = 8

/** Eight people at one board, who point, write and come and go as people do; and whoever records them. */
export class Meeting {
  readonly url: string
  readonly boardId: string
  readonly people: readonly Participant[]
  /** Made the board and shares it; writes nothing, and is not in the room. */
  readonly host: Participant
  readonly evidence: Evidence
  readonly dice: Dice
  /** Address of the page for readers. */
  #reader = ''
  #acting: Promise<void>[] = []
  #over = false

  private constructor(seat: { url: string; boardId: string; dice: Dice }) {
    this.url = seat.url
    this.boardId = seat.boardId
    this.dice = seat.dice
    const names = Array.from({ length: present }, (_, n) => `Participant ${n} ${seat.dice.word()}`)
    this.evidence = new Evidence(names)
    const place = { url: seat.url, boardId: seat.boardId, evidence: this.evidence }
    this.people = names.map((name, index) => new Participant({ ...place, index, name }))
    this.host = new Participant({ ...place, index: present, name: 'Host' })
  }

  /** Everybody has come, in any order, and has written something of their own. */
  static async open(url: string, seed: number): Promise<Meeting> {
    const dice = new Dice(seed)
    const meeting = new Meeting({ url, boardId: await makeBoard(url), dice })
    for (const person of dice.shuffled(meeting.people)) await person.join()
    for (const person of dice.shuffled(meeting.people)) person.introduce(dice)
    await Promise.all(meeting.people.map(({ player }) => player.untilSaved()))
    return meeting
  }

  get facilitator(): Participant {
    const [first] = this.people
    if (first === undefined) throw new Error('nobody is there')
    return first
  }

  /** Until `rest`, each of them moves, writes elsewhere, and (unless they are to stay) now and then goes and comes back. */
  act({ every = 60, stay = false } = {}): void {
    this.#over = false
    this.#acting = this.people.map((person) =>
      this.#live(person, new Dice(this.dice.below(1e9)), { every, stay }),
    )
  }
  async #live(
    person: Participant,
    dice: Dice,
    { every, stay }: { every: number; stay: boolean },
  ): Promise<void> {
    while (!this.#over) {
      await sleep(every * (0.5 + dice.roll()))
      if (!person.isThere) continue
      const moment = dice.below(60)
      if (moment < 52) person.point(dice)
      else if (moment < 59 || stay) person.scribble(dice)
      else {
        await person.player.untilSaved()
        person.leave()
        await sleep(every)
        await person.join()
      }
    }
  }
  async rest(): Promise<void> {
    this.#over = true
    await Promise.all(this.#acting)
    await Promise.all(this.people.map(({ player }) => player.untilSaved()))
  }

  /** Everything that can be had of the board without being in it: pages, answers, and exports (all of them where none is named). */
  async gather(
    exports: readonly string[] = [...formats.map(({ name }) => name), 'html', 'reportHtml'],
  ): Promise<void> {
    const api = `/api/boards/${this.boardId}`
    const documents = exports.map((name) => `${api}/export/${name}`)
    const addresses = [api, `${api}/meeting`, '/api/boards', ...documents, await this.#readersPage()]
    for (const address of addresses) {
      const response = await fetch(`${this.url}${address}`, { headers: unkept })
      const headers = JSON.stringify(Object.fromEntries(response.headers))
      const source = address.replace(this.boardId, ':id').replace(/\/r\/.*/, '/r/:secret')
      this.evidence.documents.push(
        { source, text: await response.text() },
        { source: `headers of ${source}`, text: headers },
      )
    }
  }
  async #readersPage(): Promise<string> {
    if (this.#reader === '') {
      const { body } = await this.host.ask('POST', '/links', { scope: 'live', name: 'Readers' })
      this.#reader = new URL((body as { url: string }).url).pathname
    }
    return this.#reader
  }

  columnOf = (): (typeof kptColumns)[number] => this.dice.pick(kptColumns)

  leave(): void {
    for (const person of this.people) person.leave()
  }
}
