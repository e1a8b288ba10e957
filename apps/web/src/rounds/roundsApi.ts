import {
  type DealtTokens,
  dealtTokensSchema,
  type Guest,
  type OpenRound,
  ownSignedNotesSchema,
  type RoundAct,
  type SignedNote,
  type TokenRequest,
} from '@kintsugi/protocol'

import { call } from '../live/api.ts'

export type OwnSignedNote = ReturnType<typeof ownSignedNotesSchema.parse>[number]

const pathOf = (boardId: string, ...rest: string[]): string =>
  ['/api/boards', boardId, 'rounds', ...rest].join('/')
const nothing = { parse: (): void => undefined }

/** What a round's members and its facilitator do under their own name. Every failure is a ProblemError. */
export const roundsApi = {
  open: (boardId: string, guest: Guest, body: OpenRound): Promise<void> =>
    call('', { method: 'POST', path: pathOf(boardId), guest, body }, nothing),
  act: (boardId: string, roundId: string, guest: Guest, body: RoundAct): Promise<void> =>
    call('', { method: 'POST', path: pathOf(boardId, roundId, 'acts'), guest, body }, nothing),
  takeTokens: (boardId: string, roundId: string, guest: Guest, body: TokenRequest): Promise<DealtTokens> =>
    call('', { method: 'POST', path: pathOf(boardId, roundId, 'tokens'), guest, body }, dealtTokensSchema),
  postSigned: (boardId: string, roundId: string, guest: Guest, body: SignedNote): Promise<void> =>
    call('', { method: 'POST', path: pathOf(boardId, roundId, 'notes'), guest, body }, nothing),
  ownSigned: (boardId: string, roundId: string, guest: Guest): Promise<OwnSignedNote[]> =>
    call('', { path: pathOf(boardId, roundId, 'notes'), guest }, ownSignedNotesSchema),
  changeSigned: (
    boardId: string,
    roundId: string,
    noteId: string,
    guest: Guest,
    text: string | null,
  ): Promise<void> =>
    call(
      '',
      { method: 'PUT', path: pathOf(boardId, roundId, 'notes', noteId), guest, body: { text } },
      nothing,
    ),
}
