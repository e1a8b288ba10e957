import {
  type BoardItem,
  type BoardPart,
  type BoardSnapshot,
  boardParts,
  boardSnapshotSchema,
  type ItemId,
  incidentSchema,
  incidentTexts,
  type KptColumn,
  linkKey,
  plainTextOf,
} from '@kintsugi/model'
import * as Y from 'yjs'
import { bear, checked, textsAmong } from './item.ts'
import { KeptOrder, type RankedPart } from './keptOrder.ts'
import { canLink, keepLink } from './links.ts'
import { itemsOf, lastRanks, lastSlots } from './order.ts'
import { keepPlacement } from './placements.ts'
import { sameJson } from './plain.ts'
import { ranksAt } from './ranks.ts'
import { appendNodes, readRichText } from './richText.ts'
import { type Board, incidentFragment, partOf, type Things, things } from './shape.ts'
import { incidentFields } from './slices.ts'
import { keepEvidence } from './timeline.ts'
import { act, transactAs, VerbOrigin } from './verb.ts'

/** Bytes after which a transaction of an import ends; with one item more it stays below 200 kB. */
const chunkBytes = 90_000
/** An item heavier than this is born whole but empty, and its text follows in several transactions. */
const wholeItemBytes = 60_000

const encoder = new TextEncoder()
/** What a value weighs in an update, from above. */
const weigh = (value: unknown): number => encoder.encode(JSON.stringify(value)).length * 1.2 + 40

/** Part of a draft. Only a piece that has the incident fills what is empty of it. */
export type ImportPiece = Partial<BoardSnapshot>

/** An import under way. Between two steps others, and the person, may write: it stays one undo step. */
export interface ImportSteps {
  /** Ids of what has come so far. */
  readonly added: readonly ItemId[]
  /**
   * Writes a piece, one transaction a step. Links and placements may come in a later piece than their items; the
   * incident comes last, because what it has been filled with is not taken back.
   */
  write(piece: ImportPiece): Generator<void, void>
  /** Takes back every item that has come, some a step; undo then has nothing left of it. */
  takeBack(): Generator<void, void>
}

/** Items taken back in one transaction. */
const takenAtOnce = 300

/** `origin`: of a verb that an import is a part of. */
export function beginImport(board: Board, origin = new VerbOrigin('importSnapshot')): ImportSteps {
  const added: ItemId[] = []
  const orders = new Orders(board)
  return {
    added,
    *write(piece) {
      const draft = boardSnapshotSchema.parse({ incident: {}, ...piece })
      const writing = write(board, draft, { added, orders, fill: piece.incident !== undefined })
      for (let done = false; !done; ) {
        transactAs(board, origin, () => {
          for (let bytes = 0; bytes < chunkBytes && !done; ) {
            const next = writing.next()
            if (next.done === true) done = true
            else bytes += next.value
          }
        })
        yield
      }
    },
    *takeBack() {
      while (added.length > 0) {
        const ids = added.splice(-takenAtOnce)
        transactAs(board, origin, () => {
          for (const id of ids) {
            const part = partOf(board, id)
            if (part !== undefined) things(board, part).delete(id)
          }
        })
        yield
      }
    },
  }
}

/**
 * Adds a draft to the board, behind what is there, in several transactions and one undo step. Items whose id the board
 * has already are left out; of the incident only what is still empty is filled. Returns the ids added.
 */
export function importSnapshot(board: Board, draft: BoardSnapshot): ItemId[] {
  const steps = beginImport(board)
  for (const _ of steps.write(draft));
  return [...steps.added]
}

interface Under {
  added: ItemId[]
  orders: Orders
  fill: boolean
}
/** Writes piece after piece; yields what each weighs. Where it yields, the transaction may end. */
function* write(board: Board, draft: BoardSnapshot, { added, orders, fill }: Under): Generator<number> {
  for (const part of boardParts) {
    const fresh = (draft[part] as BoardItem[]).filter(({ id }) => partOf(board, id) === undefined)
    const order = orders.behind(part, fresh)
    for (const [index, item] of fresh.entries()) {
      // Named before it is written: a transaction may end within it, and an import be broken off there.
      added.push(item.id)
      yield* writeItem(board, part, { ...item, ...order[index] })
    }
  }
  for (const link of draft.links) {
    if (!canLink(board, link) || things(board, 'links').has(linkKey(link))) continue
    keepLink(board, link)
    yield weigh(link) * 2
  }
  const placements = Object.entries(draft.placements)
  const come = placements.length === 0 ? null : new Set(added)
  for (const [id, placement] of placements) {
    if (!come?.has(id)) continue
    keepPlacement(board, id, placement)
    yield weigh(placement) + 40
  }
  if (fill) yield* fillIncident(board, draft)
}

function* fillIncident(board: Board, draft: BoardSnapshot): Generator<number> {
  const incident = things(board, 'incident')
  for (const [key, value] of checked(incidentFields, draft.incident)) {
    if ((incidentTexts as readonly string[]).includes(key) || !isEmpty(key, incident.get(key))) continue
    if (isDefault(key, value)) continue
    incident.set(key, value)
    yield weigh(value)
  }
  for (const field of incidentTexts) {
    const fragment = incidentFragment(board, field)
    const { content } = draft.incident[field]
    if (content.length === 0 || plainTextOf(readRichText(fragment).text) !== '') continue
    fragment.delete(0, fragment.length)
    yield* appendNodes(fragment, content)
  }
}

const blank: Readonly<Record<string, unknown>> = incidentSchema.parse({})
const isDefault = (key: string, value: unknown): boolean => sameJson(value, blank[key])

/** Whether nobody has said anything. That it is resolved may have been said. */
function isEmpty(key: string, value: unknown): boolean {
  return value === undefined || (key !== 'status' && isDefault(key, value))
}

/** The draft's own order, behind what the board has: each list is looked through once, however many pieces come. */
class Orders {
  readonly #board: Board
  /** The last rank given out, by part or column. */
  readonly #last = new Map<string, string>()

  readonly #keeping: KeptOrder

  constructor(board: Board) {
    this.#board = board
    this.#keeping = new KeptOrder(board)
  }

  behind(part: BoardPart, fresh: readonly BoardItem[]): object[] {
    if (part === 'freeNotes' || fresh.length === 0) return []
    const kept = this.#kept(part, fresh)
    if (kept) return kept
    if (part !== 'kptNotes' && part !== 'kptGroups') {
      const ranks = this.#next(part, fresh.length, () => lastRanks(this.#board, part, fresh.length))
      return ranks.map((rank) => ({ rank }))
    }
    const columnOf = (item: BoardItem): KptColumn => ('slot' in item ? item.slot.column : 'keep')
    const columns = Map.groupBy(fresh, columnOf)
    const ranks = new Map(
      [...columns].map(([column, { length }]) => [
        column,
        // Notes and groups share a column's ranks.
        this.#next(column, length, () => lastSlots(this.#board, column, length).map(({ rank }) => rank)),
      ]),
    )
    return fresh.map((item) => {
      const column = columnOf(item)
      return { slot: { column, rank: ranks.get(column)?.shift() } }
    })
  }

  /** Where nothing has been yet, a draft in order keeps its own ranks: a board written out comes back as it was. */
  #kept(part: RankedPart, fresh: readonly BoardItem[]): object[] | null {
    const highest = this.#keeping.keep(part, fresh)
    if (highest === null) return null
    for (const [list, rank] of highest) {
      const last = this.#last.get(list)
      if (last === undefined || rank > last) this.#last.set(list, rank)
    }
    return fresh.map(() => ({}))
  }

  #next(list: string, count: number, first: () => string[]): string[] {
    const last = this.#last.get(list)
    const ranks = last === undefined ? first() : ranksAt([{ id: '', rank: last }], 1, count).fresh
    this.#last.set(list, ranks.at(-1) ?? last ?? 'a0')
    return ranks
  }
}

function* writeItem(board: Board, part: BoardPart, item: BoardItem): Generator<number> {
  const { id, ...given } = item
  const values = 'seal' in given ? withoutSeal(given) : given
  const container = bear(board, part, id, values)
  let bytes = 0
  for (const [key, value] of Object.entries(values)) bytes += weigh(value) + key.length
  if ('evidence' in item) {
    const held = container.get('evidence')
    for (const piece of item.evidence) {
      if (held instanceof Y.Map) keepEvidence(held, piece)
      bytes += weigh(piece) + 60
    }
  }
  const texts = textsAmong(part, values).flatMap(([key, text]): [Y.XmlFragment, typeof text][] => {
    const fragment = container.get(key)
    return fragment instanceof Y.XmlFragment ? [[fragment, text]] : []
  })
  const inPieces = bytes > wholeItemBytes
  for (const [fragment, text] of texts) {
    for (const piece of appendNodes(fragment, text.content)) {
      bytes += piece
      if (!inPieces) continue
      yield bytes
      bytes = 0
    }
  }
  yield bytes
}

/** A seal is good in its own board alone: what is brought in is a note like any other. */
function withoutSeal<T extends { seal: unknown }>({ seal: _, ...note }: T): Omit<T, 'seal'> {
  return note
}

const batchOf = (item: Things): unknown => {
  const source = item.get('source')
  if (typeof source === 'object' && source !== null && 'batch' in source) return source.batch
  return item.get('batch')
}

/** Removes what is left of one import: every item that carries its batch. Returns how many there were. */
export function removeImport(board: Board, batch: ItemId): number {
  return act(board, 'removeImport', () => {
    let removed = 0
    for (const part of boardParts) {
      for (const [id, item] of itemsOf(board, part)) {
        if (batchOf(item) !== batch) continue
        things(board, part).delete(id)
        removed += 1
      }
    }
    return removed
  })
}
