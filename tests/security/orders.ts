import type { DatabaseCopy, Evidence, Frame } from './evidence.ts'
import type { Sight } from './guesses.ts'
import type { Participant } from './participant.ts'
import type { AnonymousRound } from './round.ts'

/** A note by its word, and whatever else it is known by. */
export type Names = ReadonlyMap<string, readonly string[]>
type Orders = Record<string, string[]>

const pageBytes = 4096

/** Where the notes lie in the bytes of a copy: in the file, within its pages, and in the log of writes. */
export function rawOrders(when: string, { raw }: DatabaseCopy, notes: Names): Orders {
  const first = (bytes: Buffer, names: readonly string[]): number =>
    Math.min(...names.map((name) => bytes.indexOf(name)).filter((at) => at >= 0))
  const last = (bytes: Buffer, names: readonly string[]): number =>
    Math.max(...names.map((name) => bytes.lastIndexOf(name)).filter((at) => at >= 0))
  return {
    [`${when}, place in the file`]: inOrder(notes, (names) => first(raw.sqlite, names)),
    [`${when}, place within a page`]: inOrder(notes, (names) => first(raw.sqlite, names) % pageBytes),
    [`${when}, first place in the log of writes`]: inOrder(notes, (names) => first(raw.wal, names)),
    [`${when}, last place in the log of writes`]: inOrder(notes, (names) => last(raw.wal, names)),
  }
}

/** What has no place at all is left out; what shares its place with everything else tells nothing. */
function inOrder(notes: Names, placeOf: (names: readonly string[]) => number): string[] {
  const placed = [...notes].map(([word, names]) => ({ word, place: placeOf(names) }))
  const found = placed.filter(({ place }) => Number.isFinite(place))
  if (new Set(found.map(({ place }) => place)).size < 2) return []
  return found.toSorted((a, b) => a.place - b.place).map(({ word }) => word)
}

/** The order of the rows of each table that hold notes, and of these rows by each of their columns. */
export function rowOrders(when: string, { rows }: DatabaseCopy, notes: Names): Orders {
  const orders: Orders = {}
  for (const [table, all] of Map.groupBy(rows, (row) => row.table)) {
    const found = all.flatMap(({ row }) => {
      const cells = Object.values(row).filter((cell) => typeof cell === 'string')
      const known = [...notes].filter(([, names]) =>
        cells.some((cell) => names.some((name) => cell.includes(name))),
      )
      // A row that holds several notes is a document: it has orders of its own.
      const [one, ...more] = known
      return one === undefined || more.length > 0 ? [] : [{ word: one[0], row }]
    })
    if (found.length < 2) continue
    orders[`${when}, rows of ${table}`] = found.map(({ word }) => word)
    for (const column of Object.keys(found[0]?.row ?? {})) {
      const keyed = found.map(({ word, row }) => ({ word, key: sortKey(row[column]) }))
      if (new Set(keyed.map(({ key }) => key)).size < 2) continue
      const sorted = keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      orders[`${when}, ${table} by ${column}`] = sorted.map(({ word }) => word)
    }
  }
  return orders
}
function sortKey(value: unknown): string {
  if (typeof value === 'number') return String(value).padStart(20, '0')
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}

/** How the notes lie on the board, for whoever is there, and in what is made from it. */
export function boardOrders(round: AnonymousRound, onlooker: Participant, notes: Names): Orders {
  const shown = round.notesOf(onlooker)
  const wordOf = (text: string): string | undefined => [...notes.keys()].find((word) => text.includes(word))
  const sorted = (key: (note: (typeof shown)[number]) => string): string[] =>
    shown
      .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
      .flatMap((note) => wordOf(JSON.stringify(note.text)) ?? [])
  const items = onlooker.player.doc.getMap('kptNotes')._map
  const writtenAt = (id: string): string => {
    const { client, clock } = items.get(id)?.id ?? { client: 0, clock: 0 }
    return `${String(client).padStart(10, '0')} ${String(clock).padStart(10, '0')}`
  }
  return {
    'ids on the board': sorted(({ id }) => id),
    'seals on the board': sorted(({ seal }) => seal ?? ''),
    'places in the columns': sorted(({ slot }) => slot.rank),
    columns: sorted(({ slot }) => `${slot.column} ${slot.rank}`),
    'order of writing under a client id': sorted(({ id }) => writtenAt(id)),
    ...Object.fromEntries(
      round.meeting.evidence.documents
        .filter(({ text }) => [...notes.keys()].every((word) => text.includes(word)))
        .map(({ source, text }) => [source, inOrder(notes, ([word = '']) => text.indexOf(word))]),
    ),
  }
}

/** What the server sees of the posts themselves: how large they are. */
export function sizeOrder(evidence: Evidence, notes: Names): Orders {
  const size = ([word = '']: readonly string[]): number =>
    evidence.exchanges.find(({ holder, body }) => holder === null && JSON.stringify(body).includes(word))
      ?.bytes ?? Number.NaN
  return { 'size of the posts': inOrder(notes, size) }
}

/** Orders in which people can be seen, on their wires and in the database. */
export function peopleOrders(
  { people, evidence }: AnonymousRound['meeting'],
  copy: DatabaseCopy,
  writing: { from: number; to: number },
): Sight['peopleOrders'] {
  const sent = (index: number): Frame[] =>
    evidence.frames.filter(({ holder, way, at }) => holder === index && way === 'sent' && at <= writing.to)
  const during = (index: number): Frame[] => sent(index).filter(({ at }) => at >= writing.from)
  const silence = (index: number): number => {
    const moments = [writing.from, ...during(index).map(({ at }) => at), writing.to]
    return Math.max(...moments.map((at, n) => at - (moments[n - 1] ?? at)))
  }
  const by = (key: (index: number) => number | string): number[] =>
    people
      .map(({ index }) => ({ index, key: key(index) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ index }) => index)
  const asked = (request: string): number[] => [
    ...new Set(
      evidence.exchanges.flatMap((one) => (one.request.startsWith(request) ? (one.holder ?? []) : [])),
    ),
  ]
  const principals = people.map(({ principal }) => principal)
  const dealt = copy.rows
    .filter(({ table, row }) => table === 'vault_deals' && principals.includes(String(row.principal)))
    .map(({ row }) => principals.indexOf(String(row.principal)))
  return {
    name: people.map(({ index }) => index),
    principal: by((index) => people[index]?.principal ?? ''),
    'client id': by((index) => people[index]?.player.doc.clientID ?? 0),
    arrival: asked('POST tickets'),
    'asking for tokens': asked('POST /rounds/'),
    'rows of deals': [...new Set(dealt)],
    'activity while writing': by((index) => during(index).length),
    'bytes sent while writing': by((index) =>
      during(index).reduce((sum, { bytes }) => sum + bytes.length, 0),
    ),
    'longest silence': by(silence),
    'last seen before the reveal': by((index) => sent(index).at(-1)?.at ?? 0),
  }
}
