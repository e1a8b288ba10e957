import {
  type BoardItem,
  type BoardPart,
  type BoardSnapshot,
  boardParts,
  boardSnapshotSchema,
  type ItemId,
  incidentTexts,
  type KptColumn,
  linkKey,
  plainTextOf,
} from '@kintsugi/model'
import * as Y from 'yjs'
import { bear, checked, textsAmong } from './item.ts'
import { canLink, keepLink } from './links.ts'
import { itemsOf, lastRanks, lastSlots } from './order.ts'
import { keepPlacement } from './placements.ts'
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

/**
 * Adds a draft to the board, behind what is there, in several transactions and one undo step. Items whose id the board
 * has already are left out; of the incident only what is still empty is filled. Returns the ids added.
 */
export function importSnapshot(board: Board, draft: BoardSnapshot): ItemId[] {
  const origin = new VerbOrigin('importSnapshot')
  const added: ItemId[] = []
  const writing = write(board, boardSnapshotSchema.parse(draft), added)
  for (let done = false; !done; ) {
    transactAs(board, origin, () => {
      for (let bytes = 0; bytes < chunkBytes && !done; ) {
        const next = writing.next()
        if (next.done === true) done = true
        else bytes += next.value
      }
    })
  }
  return added
}

/** Writes piece after piece; yields what each weighs. Where it yields, the transaction may end. */
function* write(board: Board, draft: BoardSnapshot, added: ItemId[]): Generator<number> {
  yield* fillIncident(board, draft)
  for (const part of boardParts) {
    const fresh = (draft[part] as BoardItem[]).filter(({ id }) => partOf(board, id) === undefined)
    const orders = ordersFor(board, part, fresh)
    for (const [index, item] of fresh.entries()) {
      yield* writeItem(board, part, { ...item, ...orders[index] })
      added.push(item.id)
    }
  }
  for (const link of draft.links) {
    if (!canLink(board, link) || things(board, 'links').has(linkKey(link))) continue
    keepLink(board, link)
    yield weigh(link) * 2
  }
  for (const id of added) {
    const placement = draft.placements[id]
    if (placement === undefined) continue
    keepPlacement(board, id, placement)
    yield weigh(placement) + 40
  }
}

function* fillIncident(board: Board, draft: BoardSnapshot): Generator<number> {
  const incident = things(board, 'incident')
  for (const [key, value] of checked(incidentFields, draft.incident)) {
    if ((incidentTexts as readonly string[]).includes(key) || !isEmpty(key, incident.get(key))) continue
    if (isEmpty(key, value)) continue
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

function isEmpty(key: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || value === '' || (key === 'timeZone' && value === 'UTC')
}

/** The draft's own order, behind what the board has. */
function ordersFor(board: Board, part: BoardPart, fresh: readonly BoardItem[]): object[] {
  if (part === 'freeNotes') return []
  if (part !== 'kptNotes' && part !== 'kptGroups') {
    return lastRanks(board, part, fresh.length).map((rank) => ({ rank }))
  }
  const columnOf = (item: BoardItem): KptColumn => ('slot' in item ? item.slot.column : 'keep')
  const columns = Map.groupBy(fresh, columnOf)
  const slots = new Map(
    [...columns].map(([column, items]) => [column, lastSlots(board, column, items.length)]),
  )
  return fresh.map((item) => ({ slot: slots.get(columnOf(item))?.shift() }))
}

function* writeItem(board: Board, part: BoardPart, item: BoardItem): Generator<number> {
  const { id, ...values } = item
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
