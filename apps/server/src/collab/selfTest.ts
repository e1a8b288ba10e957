import type { Hocuspocus } from '@hocuspocus/server'
import { invariant } from '@kintsugi/model'
import type { WebSocket } from 'ws'
import { authFrame } from './authFrame.ts'
import type { Context } from './hooks.ts'
import { Session } from './session.ts'

const nowhere = 'self-test-0000000000000'

/**
 * Hocuspocus without a working `onAuthenticate` lets everybody in. So before the first real socket, one with a false
 * ticket must be turned away, and must have got no document.
 */
export async function selfTest(hocuspocus: Hocuspocus<Context>): Promise<void> {
  const answers: Uint8Array[] = []
  const socket = {
    readyState: 1,
    CLOSING: 2,
    bufferedAmount: 0,
    send: (bytes: Uint8Array) => void answers.push(bytes),
    close: () => {},
    terminate: () => {},
  }
  // Only what a session uses of a socket.
  const session = new Session(socket as unknown as WebSocket, 'self-test')
  const client = hocuspocus.handleConnection(session, new Request('http://localhost/'), { session })
  client.handleMessage(authFrame(nowhere, 'no such ticket'))
  for (let turn = 0; turn < 50 && answers.length === 0; turn++) await new Promise((go) => setImmediate(go))
  client.handleClose({ code: 1000, reason: 'done' })
  const [answer] = answers
  const denied = answer !== undefined && Buffer.from(answer).includes('ticketInvalid')
  invariant(
    denied && answers.length === 1 && !hocuspocus.documents.has(nowhere) && session.grant === undefined,
    'a socket with a false ticket is turned away',
  )
}
