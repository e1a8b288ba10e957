import { randomBytes } from 'node:crypto'
import {
  type BlindedToken,
  blindTokens,
  finishTokens,
  makeEditKeys,
  padded,
  sealOf,
  signChange,
  type Token,
} from '@kintsugi/anonymity'
import type { ItemId, KptColumn } from '@kintsugi/model'
import { anonymousBytes, anonymousPath, dealtTokensSchema } from '@kintsugi/protocol'
import { unkept } from '../bench/player.ts'
import type { Evidence } from './evidence.ts'
import type { Answer, Participant } from './participant.ts'

export const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count))

export interface Round {
  id: ItemId
  tokenKey: string
  /** Tokens of one deal. */
  tokens: number
}
/** What its author keeps of a note. */
export interface OwnNote {
  seal: string
  secretKey: string
  column: KptColumn
  text: string
  serial: number
}

/** What one participant's browser keeps to itself: tokens, keys, and which notes are the own ones. */
export class Hand {
  readonly notes: OwnNote[] = []
  tokens: Token[] = []
  pending: BlindedToken[] = []
  readonly #person: Participant
  readonly #place: { url: string; boardId: string; evidence: Evidence }

  constructor(person: Participant, place: { url: string; boardId: string; evidence: Evidence }) {
    this.#person = person
    this.#place = place
  }

  /** Asks for a deal, in one's own name; checks it against the key that everybody sees. */
  async take(round: Round, deal = 1): Promise<void> {
    this.pending = blindTokens(round.tokens, random)
    const blinded = this.pending.map((token) => token.blinded)
    const { status, body } = await this.#person.ask('POST', `/rounds/${round.id}/tokens`, { deal, blinded })
    if (status !== 200) throw new Error(`no tokens: ${status} ${JSON.stringify(body)}`)
    const got = finishTokens(this.pending, dealtTokensSchema.parse(body), round.tokenKey)
    if ('problem' in got) throw new Error(got.problem.code)
    this.tokens.push(...got)
  }

  async post(round: Round, { column, text }: { column: KptColumn; text: string }): Promise<Answer> {
    const token = this.tokens.shift()
    if (token === undefined) throw new Error('no token is left')
    const { secretKey, editKey } = makeEditKeys(random)
    this.notes.push({
      seal: sealOf({ round: round.id, column, text, editKey }),
      secretKey,
      column,
      text,
      serial: 0,
    })
    return this.send(round, 'notes', { token, column, text, editKey })
  }

  /** `text: null` takes the note away. */
  async change(round: Round, note: OwnNote, text: string | null): Promise<Answer> {
    note.serial += 1
    const { seal, secretKey, serial } = note
    const signature = signChange(secretKey, { round: round.id, seal, serial, text })
    return this.send(round, 'changes', { seal, serial, text, signature })
  }

  /** Over the path that bears no name. */
  async send(round: Round, kind: 'notes' | 'ballots' | 'changes', value: unknown): Promise<Answer> {
    const { url, boardId, evidence } = this.#place
    const body = padded(value, anonymousBytes)
    if ('problem' in body) throw new Error(body.problem.code)
    const answer = await sendBare(`${url}/api${anonymousPath}/${boardId}/${round.id}/${kind}`, body)
    const request = `POST anonymous ${kind}`
    evidence.exchanges.push({ holder: null, request, body: value, answer, bytes: body.length })
    return answer
  }
}

/** As a browser sends it with `credentials: 'omit'` and without a referrer. */
export async function sendBare(
  address: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...unkept, 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: response.status, body: await response.json() }
}
