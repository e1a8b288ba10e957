import type { KptColumn } from '@kintsugi/model'
import type { DealtTokens, Guest, Token } from '@kintsugi/protocol'
import { type AnonymousBody, postAnonymously } from './anonymousPost.ts'
import { type OwnSignedNote, roundsApi } from './roundsApi.ts'

/** What one person's rounds of one board ask of the server. */
export interface RoundLine {
  takeTokens(roundId: string, deal: number, blinded: string[]): Promise<DealtTokens>
  postSigned(roundId: string, note: { token: Token; column: KptColumn; text: string }): Promise<void>
  ownSigned(roundId: string): Promise<OwnSignedNote[]>
  changeSigned(roundId: string, noteId: string, text: string | null): Promise<void>
  /** Without anything that says who. */
  anonymously<K extends keyof AnonymousBody>(roundId: string, kind: K, value: AnonymousBody[K]): Promise<void>
}

/** `guest`: under whom the routes of members are asked. It never reaches the anonymous ones. */
export const lineTo = (boardId: string, guest: () => Guest): RoundLine => ({
  takeTokens: (roundId, deal, blinded) => roundsApi.takeTokens(boardId, roundId, guest(), { deal, blinded }),
  postSigned: (roundId, note) => roundsApi.postSigned(boardId, roundId, guest(), note),
  ownSigned: (roundId) => roundsApi.ownSigned(boardId, roundId, guest()),
  changeSigned: (roundId, noteId, text) => roundsApi.changeSigned(boardId, roundId, noteId, guest(), text),
  anonymously: (roundId, kind, value) => postAnonymously({ boardId, roundId }, kind, value),
})
