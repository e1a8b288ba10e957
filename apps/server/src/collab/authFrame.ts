import { MessageType } from '@hocuspocus/server'
import * as encoding from 'lib0/encoding'

const tokenFollows = 0

/** What a provider says first: the board it wants, and its ticket. */
export function authFrame(boardId: string, ticket: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, boardId)
  encoding.writeVarUint(encoder, MessageType.Auth)
  encoding.writeVarUint(encoder, tokenFollows)
  encoding.writeVarString(encoder, ticket)
  return encoding.toUint8Array(encoder)
}
