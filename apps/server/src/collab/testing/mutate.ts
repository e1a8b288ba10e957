import * as Y from 'yjs'

export type Dice = {
  below(n: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
}

/** A generator that a seed decides (mulberry32), so that a failing case can be had again. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    chance: (share) => next() < share,
    pick(list) {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}

/** Bytes damaged as a network, a bug or an enemy might damage them. */
export function damage(bytes: Uint8Array, pool: readonly Uint8Array[], dice: Dice): Uint8Array {
  let out = Uint8Array.from(bytes)
  for (let times = 1 + dice.below(3); times > 0; times--) {
    const at = dice.below(out.length + 1)
    const byte = dice.chance(0.3) ? dice.pick([0, 1, 127, 128, 255]) : dice.below(256)
    const other = dice.pick(pool)
    switch (dice.below(6)) {
      case 0:
        out[Math.min(at, out.length - 1)] = byte
        break
      case 1:
        out = join(out.subarray(0, at), Uint8Array.of(byte), out.subarray(at))
        break
      case 2:
        out = join(out.subarray(0, at), out.subarray(at + 1 + dice.below(4)))
        break
      case 3:
        out = join(out.subarray(0, at), other.subarray(dice.below(other.length)))
        break
      case 4:
        out[Math.min(at, out.length - 1)] =
          ((out[Math.min(at, out.length - 1)] ?? 0) + dice.pick([1, 255])) & 255
        break
      default:
        out = out.slice(0, Math.max(1, at))
    }
    if (out.length === 0) out = Uint8Array.of(byte)
  }
  return out
}

/** A well-formed update with nonsense in it: structs that point anywhere, of any content, under any key. */
export function invent(doc: Y.Doc, client: number, dice: Dice): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const write = (value: number): void => encoder.writeClient(value)
  const known = Y.getState(doc.store, client)
  const from = Math.max(0, known + dice.pick([0, 0, 0, 0, 0, 1, -1, -2]))
  const ids = [...doc.store.clients.entries()]
  const somewhere = (): Y.ID => {
    if (dice.chance(0.15)) return Y.createID(client, from + dice.below(4))
    const [owner, structs] = dice.pick(ids)
    const struct = dice.pick(structs.slice(-40))
    return Y.createID(owner, struct.id.clock + dice.below(struct.length))
  }
  const count = 1 + dice.below(3)
  write(1)
  write(count)
  write(client)
  write(from)
  let clock = from
  for (let n = 0; n < count; n++) {
    const struct = inventStruct(Y.createID(client, clock), somewhere, dice)
    struct.write(encoder, 0)
    clock += struct.length
  }
  const deletes = dice.chance(0.2)
  write(deletes ? 1 : 0)
  if (deletes) {
    const id = somewhere()
    for (const value of [id.client, 1, id.clock, 1 + dice.below(3)]) write(value)
  }
  return encoder.toUint8Array()
}

const keys = [
  'title',
  'severity',
  'text',
  'seal',
  'author',
  'evidence',
  '__proto__',
  'a'.repeat(22),
  'level',
  'version',
  'bold',
]
const roots = [
  'incident',
  'kptNotes',
  'timeline',
  'links',
  'meta',
  'incidentSummary',
  'placements',
  'elsewhere',
]

function inventStruct(id: Y.ID, somewhere: () => Y.ID, dice: Dice): Y.Item | Y.GC {
  if (dice.chance(0.05)) return new Y.GC(id, 1 + dice.below(3))
  const left = dice.chance(0.5) ? neighbour(somewhere, dice) : null
  const right = dice.chance(0.4)
    ? left !== null && dice.chance(0.6)
      ? after(left, dice)
      : somewhere()
    : null
  const orphan = left === null && right === null
  const parent = orphan ? (dice.chance(0.5) ? dice.pick(roots) : somewhere()) : null
  const key = orphan && dice.chance(0.5) ? dice.pick(keys) : null
  return new Y.Item(id, null, left, null, right, parent as Y.ID | null, key, inventContent(dice))
}
const neighbour = (somewhere: () => Y.ID, _dice: Dice): Y.ID => somewhere()
const after = (left: Y.ID, dice: Dice): Y.ID => Y.createID(left.client, left.clock + dice.below(3))

function inventContent(dice: Dice): Y.Item['content'] {
  const type = (value: unknown): Y.ContentType => new Y.ContentType(value as Y.AbstractType<unknown>)
  return dice.pick<() => Y.Item['content']>([
    () => new Y.ContentString(dice.pick(['x', 'xyz', '日本', '👍'])),
    () => new Y.ContentString('typed'),
    () => new Y.ContentAny([dice.pick([1, 'sev1', null, true, { x: 1, y: 2 }, ['a'], Number.NaN, 5n])]),
    () => new Y.ContentAny([1, 2]),
    () => new Y.ContentFormat('bold', dice.pick<object>([{}, { a: 1 }])),
    () => new Y.ContentEmbed({ image: 1 }),
    () => new Y.ContentDeleted(1 + dice.below(3)),
    () => new Y.ContentBinary(new Uint8Array(2)),
    () => new Y.ContentJSON(['a']),
    () => type(new Y.Map()),
    () => type(new Y.Array()),
    () => type(new Y.XmlFragment()),
    () => type(new Y.XmlElement('paragraph')),
    () => type(new Y.XmlText()),
  ])()
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts))
}
