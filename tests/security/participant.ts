import { createHash } from 'node:crypto'
import { addKptNote, writeText } from '@kintsugi/board'
import { type ItemId, type KptColumn, kptColumns, richTextOf } from '@kintsugi/model'
import { newDeviceKey, Player, unkept } from '../bench/player.ts'
import type { Dice } from './dice.ts'
import type { Evidence } from './evidence.ts'

export interface Answer {
  status: number
  body: unknown
}

/** One who is there: an own browser with an own key, seen by the others as people are seen. */
export class Participant {
  readonly index: number
  readonly name: string
  readonly deviceKey = newDeviceKey()
  readonly principal: string
  readonly #url: string
  readonly #boardId: string
  readonly #evidence: Evidence
  #player: Player | undefined
  #cursor = { x: 0, y: 0 }

  constructor(seat: { index: number; name: string; url: string; boardId: string; evidence: Evidence }) {
    this.index = seat.index
    this.name = seat.name
    this.#url = seat.url
    this.#boardId = seat.boardId
    this.#evidence = seat.evidence
    this.principal = createHash('sha256').update(`kintsugi guest\n${this.deviceKey}`).digest('base64url')
  }

  get player(): Player {
    if (this.#player === undefined) throw new Error(`${this.name} is not there`)
    return this.#player
  }
  get isThere(): boolean {
    return this.#player !== undefined
  }
  /** By what this one can be told from the others. */
  get marks(): string[] {
    return [this.name, this.principal, this.deviceKey]
  }

  async join(): Promise<void> {
    const { name, deviceKey } = this
    const player = new Player({ url: this.#url, boardId: this.#boardId, name, deviceKey })
    player.socket.tap = (way, frame) =>
      this.#evidence.frames.push({ holder: this.index, way, at: performance.now(), bytes: frame })
    this.#player = player
    player.connect()
    // The machine may be busy with other tests.
    await player.untilSynced(60_000)
    // The ticket was asked for over HTTP, in this name: who holds the answers holds the client id.
    this.#evidence.exchanges.push({
      holder: this.index,
      request: 'POST tickets',
      body: { guest: { name, deviceKey }, clientId: player.doc.clientID },
      answer: {},
    })
  }
  leave(): void {
    this.#player?.leave()
    this.#player = undefined
  }

  /** In one's own name. */
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const guest = Buffer.from(JSON.stringify({ name: this.name, deviceKey: this.deviceKey })).toString(
      'base64url',
    )
    const response = await fetch(`${this.#url}/api/boards/${this.#boardId}${path}`, {
      method,
      headers: {
        ...unkept,
        'x-kintsugi-guest': guest,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer: unknown = text === '' ? null : JSON.parse(text)
    this.#evidence.exchanges.push({ holder: this.index, request: `${method} ${path}`, body, answer })
    return { status: response.status, body: answer }
  }

  /** A hand on the mouse. */
  point(dice: Dice): void {
    this.#cursor = { x: this.#cursor.x + dice.below(80) - 40, y: this.#cursor.y + dice.below(80) - 40 }
    this.#player?.tell({ name: this.name, cursor: this.#cursor, selection: [], editing: null, drag: null })
  }
  /** Writing elsewhere on the board. */
  scribble(dice: Dice): void {
    const { player } = this
    const text = richTextOf(`In the open: ${dice.word()}`)
    const isNote = dice.below(4) === 0
    player.write((board) => {
      if (isNote) addKptNote(board, { column: dice.pick(kptColumns), text })
      else writeText(board, { part: 'incident', field: 'summary' }, text)
    })
  }
  /** Has done everything once that one does on a board. */
  introduce(dice: Dice): void {
    for (const column of kptColumns) this.postUnsigned(column, `Hello ${dice.word()}`)
    this.player.write((board) =>
      writeText(board, { part: 'incident', field: 'summary' }, richTextOf(`Draft ${dice.word()}`)),
    )
  }
  /** The naive way: a note without a name, through one's own Yjs client. */
  postUnsigned(column: KptColumn, text: string): ItemId {
    let id = ''
    this.player.write((board) => {
      id = addKptNote(board, { column, text: richTextOf(text) })
    })
    return id
  }
}
