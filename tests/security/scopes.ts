import { createHash } from 'node:crypto'
import { MessageType } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** Something the attacker holds: a row, a frame, an answer, a line of the log, a document. */
export interface Piece {
  source: string
  value: unknown
}

/** Bytes whose kind is known by where they lie. */
export class Opaque {
  readonly kind: 'update' | 'frame'
  readonly bytes: Uint8Array
  constructor(kind: 'update' | 'frame', bytes: Uint8Array) {
    this.kind = kind
    this.bytes = bytes
  }
}

/** What stands together: a whole piece, and within it each part down to the last. Numbers below a million join nothing. */
export interface Scope {
  source: string
  values: ReadonlySet<string>
}

/** Every scope of a piece, the piece itself first. What is equal after decoding, or by a hash, is the same value. */
export function scopesOf({ source, value }: Piece): Scope[] {
  const scopes: Scope[] = []
  const enter = (part: unknown): ReadonlySet<string> => {
    const values = new Set<string>()
    const at = scopes.push({ source, values }) - 1
    read(part, values)
    if (values.size === 0) scopes.splice(at, 1)
    return values
  }
  const inside = (part: unknown, values: Set<string>): void => {
    for (const found of enter(part)) values.add(found)
  }
  function read(part: unknown, values: Set<string>): void {
    if (typeof part === 'number' || typeof part === 'bigint') {
      if (Math.abs(Number(part)) >= 1_000_000) values.add(String(part))
    } else if (typeof part === 'string') readString(part, values)
    else if (part instanceof Opaque) {
      inside(part.kind === 'frame' ? decodeFrame(part.bytes) : decodeUpdate(part.bytes), values)
    } else if (part instanceof Uint8Array) {
      addValue(Buffer.from(part).toString('base64url'), values)
      if (part.length > 64) readString(Buffer.from(part).toString('latin1'), values)
    } else if (Array.isArray(part)) for (const one of part) inside(one, values)
    else if (typeof part === 'object' && part !== null) {
      for (const [key, one] of Object.entries(part)) {
        readString(key, values)
        if (typeof one === 'object' && one !== null) inside(one, values)
        else read(one, values)
      }
    }
  }
  function readString(text: string, values: Set<string>): void {
    if (/^[[{]/.test(text)) {
      const parsed = parseJson(text)
      if (parsed !== undefined) {
        inside(parsed, values)
        return
      }
    }
    if (text.length <= 200) addValue(text, values)
    // An instant is one value: everybody is there in the same hour.
    const rest = text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => {
      addValue(instant, values)
      return ' '
    })
    for (const word of rest.split(/[^A-Za-z0-9_-]+/)) addValue(word, values)
  }
  enter(value)
  return scopes
}

/** Short words are in everybody's mouth. */
function addValue(word: string, values: Set<string>): void {
  if (word.length < 8) return
  values.add(word)
  if (/^[0-9a-f]{32,128}$/.test(word)) values.add(Buffer.from(word, 'hex').toString('base64url'))
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(word)) return
  values.add(hashOf(word))
  if (/^.{22}$|^.{43}$|^.{86}$/.test(word)) values.add(hashOf(Buffer.from(word, 'base64url')))
}
const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('base64url')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An update of either encoding, struct by struct: who wrote it, on top of what, and what it says. */
export function decodeUpdate(bytes: Uint8Array): unknown {
  const { structs, ds } = decodeEither(bytes)
  const place = (id: { client: number; clock: number } | null | undefined): unknown =>
    id ? { client: id.client, at: `struct-${id.client}-${id.clock}` } : null
  return {
    structs: structs.map((struct) => {
      if (!(struct instanceof Y.Item)) return place(struct.id)
      const { parent, parentSub, origin, rightOrigin, content } = struct
      const said = content as unknown as Record<string, unknown>
      const { str, arr, key, value, embed } = said
      return {
        ...(place(struct.id) as object),
        parent: typeof parent === 'string' ? parent : place(parent as unknown as Y.ID | null),
        parentSub,
        origin: place(origin),
        rightOrigin: place(rightOrigin),
        said: { str, arr, key, value, embed },
      }
    }),
    deleted: [...ds.clients.keys()],
  }
}

function decodeEither(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(bytes)
  } catch {
    return Y.decodeUpdateV2(bytes)
  }
}

/** A frame of the document channel. */
function decodeFrame(frame: Uint8Array): unknown {
  if (frame.length < 2) return {}
  const decoder = decoding.createDecoder(frame)
  const name = decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === MessageType.Sync) {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === 0) return { name, knows: [...Y.decodeStateVector(bytes).keys()] }
    return { name, update: decodeUpdate(bytes) }
  }
  if (type === MessageType.Awareness)
    return { name, presence: decodePresence(decoding.readVarUint8Array(decoder)) }
  if (type === MessageType.Stateless) return { name, told: decoding.readVarString(decoder) }
  return { name, rest: Buffer.from(frame.subarray(decoder.pos)).toString('latin1') }
}

export function decodePresence(bytes: Uint8Array): { client: number; state: unknown }[] {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    return { client, state: parseJson(decoding.readVarString(decoder)) }
  })
}
