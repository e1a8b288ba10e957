import { MessageType } from '@hocuspocus/server'
import { closeCodes, type ServerFrame } from '@kintsugi/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import { ownAwareness, plainAwareness } from './awareness.ts'
import { Session } from './session.ts'

/** The frames of y-websocket: a type, and its content. The board stands in the address, not in the frame. */
const spoken = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, acknowledgement: 8 }
const permissionDenied = 0
const awarenessBytes = 4096
/** Nobody's state. Plain clients hang up after 30 s without a frame, and know no ping that a program can see. */
const nothingNew = Uint8Array.of(spoken.awareness, 1, 0)

/** Refusals with a code of their own. */
const closeCodeOf: Record<string, number> = {
  boardFinal: closeCodes.boardFinal,
  tooManyConnections: closeCodes.crowded,
  readOnly: closeCodes.readOnly,
}

/**
 * The socket of any Yjs client. It is let in by the same ticket and writes by the same path; only the frames differ.
 * Such a client knows no acknowledgement by itself. So that it never takes for saved what is not, whatever is not
 * stored ends its connection, with the reason.
 */
export class PlainSession extends Session {
  override readonly plain = true
  readonly #socket: WebSocket
  readonly #boardId: string
  readonly #acknowledged: boolean

  constructor(socket: WebSocket, address: string, request: { boardId: string; acknowledged: boolean }) {
    super(socket, address)
    this.#socket = socket
    this.#boardId = request.boardId
    this.#acknowledged = request.acknowledged
  }

  override read(bytes: Uint8Array): Uint8Array | null | undefined {
    // What follows on something that was not taken is not taken either.
    if (this.readyState >= this.#socket.CLOSING) return null
    try {
      const decoder = decoding.createDecoder(bytes)
      const type = decoding.readVarUint(decoder)
      if (type === spoken.queryAwareness) return null
      if (type !== spoken.sync && type !== spoken.awareness) return undefined
      if (type === spoken.sync) return addressed(this.#boardId, bytes)
      if (bytes.length > awarenessBytes) return null
      const own = ownAwareness(decoding.readVarUint8Array(decoder), this.grant?.clientId)
      return own && addressed(this.#boardId, awarenessFrame(own))
    } catch {
      // lib0 throws where the bytes end too early.
      return undefined
    }
  }

  override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    const frame = data as Uint8Array
    const decoder = decoding.createDecoder(frame)
    decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    const content = frame.subarray(decoder.pos)
    switch (type) {
      case MessageType.Sync:
      case MessageType.SyncReply:
        super.send(typed(spoken.sync, content))
        return
      case MessageType.Awareness:
        super.send(awarenessFrame(plainAwareness(decoding.readVarUint8Array(decoder))))
        return
      case MessageType.Auth:
        // Hocuspocus' own word for it; the other one says that all is well.
        if (decoding.readVarUint(decoder) === 1) this.#deny(decoding.readVarString(decoder))
        return
      case MessageType.SyncStatus:
        if (this.#acknowledged) super.send(typed(spoken.acknowledgement, content))
    }
  }

  override tell(frame: ServerFrame): void {
    if (frame.type !== 'refused') return
    const { code } = frame.problem
    this.#end(closeCodeOf[code] ?? closeCodes.refused, code)
  }

  override ping(): void {
    super.send(nothingNew)
    this.#socket.ping()
  }

  /** It comes back with all it has. */
  override postpone(reason: string): void {
    this.#end(closeCodes.shutdown, reason)
  }

  #deny(reason: string): void {
    this.#end(closeCodeOf[reason] ?? closeCodes.unauthenticated, reason)
  }

  #end(code: number, reason: string): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, permissionDenied)
    encoding.writeVarString(encoder, reason)
    super.send(typed(spoken.auth, encoding.toUint8Array(encoder)))
    this.close(code, reason)
  }
}

const typed = (type: number, content: Uint8Array): Uint8Array => {
  const frame = new Uint8Array(1 + content.length)
  frame[0] = type
  frame.set(content, 1)
  return frame
}

function awarenessFrame(states: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint8Array(encoder, states)
  return typed(spoken.awareness, encoding.toUint8Array(encoder))
}

function addressed(boardId: string, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, boardId)
  encoding.writeUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
