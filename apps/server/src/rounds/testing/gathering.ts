import { createHash, randomBytes } from 'node:crypto'
import {
  blindTokens,
  type EditKeys,
  finishTokens,
  makeEditKeys,
  sealOf,
  signChange,
} from '@kintsugi/anonymity'
import {
  type BoardId,
  type BoardSnapshot,
  type ItemId,
  type KptColumn,
  type Problem,
  plainTextOf,
} from '@kintsugi/model'
import type { AnonymousNote, LiveRound, OpenRound, RoundAct, Token } from '@kintsugi/protocol'
import { pino } from 'pino'
import { openTickets } from '../../access/openTickets.ts'
import { newId } from '../../collab/newId.ts'
import { type OpenCollab, openCollab } from '../../collab/openCollab.ts'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import { openRounds } from '../openRounds.ts'
import type { RoundAnswer, Rounds } from '../rounds.ts'

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count))
const log = pino({ level: 'silent' })

export type Person = { readonly id: string; readonly name: string }
export const person = (name: string): Person => ({
  id: createHash('sha256').update(name).digest('base64url'),
  name,
})
/** A note as its author has it: with the key to change it. */
export type OwnNote = AnonymousNote &
  EditKeys & { readonly round: ItemId; readonly seal: string; serial: number }

/** People round a board, on real storage and the real write path; what is missing are the sockets. */
export class Gathering {
  readonly boardId: BoardId
  /** How often everybody was told how the meeting stands. */
  told = 0
  here: Person[]
  facilitator: Person | null
  started: number[] = []
  steps: (string | null | undefined)[] = []
  storage: Storage
  collab: OpenCollab
  rounds: Rounds
  readonly folder: string

  constructor(folder: string, storage: Storage, names: readonly string[], boardId = newId()) {
    this.folder = folder
    this.boardId = boardId
    this.here = names.map(person)
    this.facilitator = this.here[0] ?? null
    this.storage = storage
    this.collab = this.#collabOn(storage)
    this.rounds = this.#roundsOn(storage)
  }

  #collabOn(storage: Storage): OpenCollab {
    const compactor = { request: () => {}, close: async () => {} }
    return openCollab({ storage, tickets: openTickets({ storage, log }), compactor, log })
  }
  #roundsOn(storage: Storage): Rounds {
    const meetings = {
      facilitatorOf: () => this.facilitator && memberOf(this.facilitator),
      there: () => this.here.map(memberOf),
      tell: () => {
        this.told += 1
      },
      change: (_: string, { step, timer }: { step?: string | null | undefined; timer?: unknown }) => {
        this.steps.push(step)
        if (typeof timer === 'object' && timer !== null && 'start' in timer)
          this.started.push(Number(timer.start))
        return { problem: { code: 'unused', args: {}, line: null } }
      },
    }
    const { collab } = this
    return openRounds({ storage, collab, meetings: () => meetings, newId, now: Date.now, log })
  }

  async close(): Promise<void> {
    await this.collab.shutdown()
    this.storage.close()
  }
  /** As a process that begins: all that is not on disk is gone. */
  async restart(): Promise<void> {
    await this.close()
    this.storage = await openStorage(this.folder)
    this.collab = this.#collabOn(this.storage)
    this.rounds = this.#roundsOn(this.storage)
    await this.rounds.recover()
  }

  get live(): LiveRound {
    const round = this.rounds.of(this.boardId)
    if (round === null) throw new Error('no round is going on')
    return round
  }
  get board(): Promise<BoardSnapshot> {
    return this.collab.snapshot(this.boardId)
  }
  async words(): Promise<string[]> {
    return (await this.board).kptNotes.map(({ text }) => plainTextOf(text))
  }

  open(given: Partial<OpenRound> = {}, by = this.facilitator): Promise<RoundAnswer> {
    const members = this.here.map(({ id }) => id)
    return this.rounds.open(this.boardId, { kind: 'writing', members, ...given }, by ?? person('nobody'))
  }
  /** Opens one, and is sure of it. */
  async opened(given: Partial<OpenRound> = {}): Promise<LiveRound> {
    const answer = await this.open(given)
    if ('problem' in answer || answer.round === null) throw new Error(codeOf(answer))
    return answer.round
  }
  act(
    act: RoundAct['act'],
    more: { principal?: string; by?: Person; round?: ItemId } = {},
  ): Promise<RoundAnswer> {
    const { by = this.facilitator ?? person('nobody'), round = this.live.id, principal = '' } = more
    const given = act === 'admit' ? { act, principal } : { act }
    return this.rounds.act(this.boardId, round, given, by)
  }

  /** What a member's browser does as soon as it is told of a round. */
  tokens(by: Person, deal = 1, round = this.live): Token[] {
    const pending = blindTokens(round.tokens, random)
    const blinded = pending.map(({ blinded: element }) => element)
    const answer = this.rounds.deal(this.boardId, round.id, { deal, blinded }, by)
    if ('problem' in answer) throw new Error(codeOf(answer))
    const tokens = finishTokens(pending, answer, round.tokenKey)
    if ('problem' in tokens) throw new Error(codeOf(tokens))
    return tokens
  }
  write(token: Token, text: string, column: KptColumn = 'problem', round = this.live.id): OwnNote {
    const keys = makeEditKeys(random)
    const seal = sealOf({ round, column, text, editKey: keys.editKey })
    return { token, column, text, ...keys, round, seal, serial: 0 }
  }
  post(note: OwnNote): string {
    const { token, column, text, editKey } = note
    return codeOf(this.rounds.postNote(this.boardId, note.round, { token, column, text, editKey }))
  }
  change(note: OwnNote, text: string | null): string {
    note.serial += 1
    const change = { round: note.round, seal: note.seal, serial: note.serial, text }
    const signature = signChange(note.secretKey, change) ?? ''
    const { round: _, ...sent } = change
    return codeOf(this.rounds.change(this.boardId, note.round, { ...sent, signature }))
  }
  /** Opens an anonymous round in which everybody takes tokens and posts one note: `by NAME`. */
  async written(): Promise<OwnNote[]> {
    await this.opened()
    return this.here.map((author) => {
      const [token] = this.tokens(author)
      if (token === undefined) throw new Error('no token')
      const note = this.write(token, `by ${author.name}`)
      const code = this.post(note)
      if (code !== 'taken') throw new Error(code)
      return note
    })
  }
}

const memberOf = ({ id, name }: Person) => ({ principal: id, name })

/** What became of an act, in a word. */
export function codeOf(answer: object): string {
  if ('problem' in answer) return (answer.problem as Problem).code
  return 'taken' in answer ? 'taken' : 'done'
}
