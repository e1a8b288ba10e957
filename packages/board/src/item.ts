import {
  type BoardItem,
  type BoardPart,
  compareText,
  type Evidence,
  evidenceSchema,
  type ItemId,
  invariant,
  type RichText,
  richTextSchema,
  type Unreadable,
} from '@kintsugi/model'
import * as Y from 'yjs'
import { plain, storable } from './plain.ts'
import { appendRichText, readRichText } from './richText.ts'
import { isAside } from './sealed.ts'
import { type Board, newIdOn, type Things, things } from './shape.ts'
import { type Field, type Parsed, sliceOf } from './slices.ts'

/** Why a value could not be read: where in it, and what was wrong there. */
export function reasonOf(failed: Extract<Parsed<unknown>, { success: false }>): string {
  return failed.error.issues.map((issue) => `${issue.path.map(String).join('.')}:${issue.code}`).join(' ')
}

/** Checks what is about to be written. A value that does not fit is the caller's fault, so it throws. */
export function checked(fields: Readonly<Record<string, Field>>, values: object): [string, unknown][] {
  return Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined) return []
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    invariant(field !== undefined && key !== 'id', `no field ${key}`)
    const parsed = field.safeParse(storable(value))
    invariant(parsed.success, `${key}: ${parsed.success ? '' : reasonOf(parsed)}`)
    return [[key, parsed.data]]
  })
}

/** What a new item is given; what it is not given stays unwritten, because defaults belong to the reader. */
export type ItemInit<P extends BoardPart> = Partial<Omit<BoardItem<P>, 'id' | 'rank' | 'evidence'>>

/** Puts a whole new item into the document: its values, and every text it can have. Returns its container. */
export function bear(board: Board, part: BoardPart, id: ItemId, values: object): Things {
  const slice = sliceOf(part)
  const item: Things = new Y.Map()
  things(board, part).set(id, item)
  for (const [key, value] of checked(slice.fields, values)) {
    if (!slice.texts.includes(key) && key !== 'evidence') item.set(key, value)
  }
  for (const key of slice.texts) item.set(key, new Y.XmlFragment())
  if (part === 'timeline') item.set('evidence', new Y.Map())
  return item
}

/** Fills the texts of an item just born. */
export function writeTexts(part: BoardPart, item: Things, values: object): void {
  for (const [key, text] of textsAmong(part, values)) {
    const fragment = item.get(key)
    if (fragment instanceof Y.XmlFragment) appendRichText(fragment, text.content)
  }
}
export function textsAmong(part: BoardPart, values: object): [string, RichText][] {
  return Object.entries(values).flatMap(([key, value]): [string, RichText][] =>
    sliceOf(part).texts.includes(key) && value !== undefined ? [[key, richTextSchema.parse(value)]] : [],
  )
}

export function addItem(board: Board, part: BoardPart, values: object): ItemId {
  const id = newIdOn(board)
  writeTexts(part, bear(board, part, id, values), values)
  return id
}

/** Sets fields of an item; texts are written by `writeText`, evidence by its own verbs. False where it is gone. */
export function changeItem(board: Board, part: BoardPart, id: ItemId, patch: object): boolean {
  const item = things(board, part).get(id)
  if (!(item instanceof Y.Map)) return false
  const slice = sliceOf(part)
  for (const [key, value] of checked(slice.fields, patch)) {
    invariant(!slice.texts.includes(key) && key !== 'evidence', `${key} has its own verb`)
    item.set(key, value)
  }
  return true
}

export type ItemReading = { item: BoardItem | null; unreadable: Unreadable[] }

function readEvidence(raw: Things, entryId: string, unreadable: Unreadable[]): Evidence[] {
  const found: { rank: string; evidence: Evidence }[] = []
  for (const [id, value] of raw.entries()) {
    const content = plain(value)
    const parsed = evidenceSchema.safeParse({ ...(content as object), id })
    if (parsed.success) {
      const rank = (content as { rank?: unknown }).rank
      found.push({ rank: typeof rank === 'string' ? rank : '', evidence: parsed.data })
    } else {
      const at = `${entryId}/${id}`
      unreadable.push({ part: 'evidence', id: at, reason: reasonOf(parsed), item: content })
    }
  }
  found.sort((a, b) => compareText(a.rank, b.rank) || compareText(a.evidence.id, b.evidence.id))
  return found.map(({ evidence }) => evidence)
}

/** Reads an item. Whatever lies in its place, this neither throws nor drops it. `asideToo`: also what is set aside. */
export function readItem(part: BoardPart, id: string, raw: unknown, asideToo = false): ItemReading {
  if (!(raw instanceof Y.Map)) {
    return { item: null, unreadable: [{ part, id, reason: 'notAnItem', item: plain(raw) }] }
  }
  if (!asideToo && part === 'kptNotes' && isAside(raw as Things)) return { item: null, unreadable: [] }
  const slice = sliceOf(part)
  const unreadable: Unreadable[] = []
  const values: [string, unknown][] = [['id', id]]
  for (const [key, value] of raw.entries()) {
    if (key === 'id') continue
    if (slice.texts.includes(key) && value instanceof Y.XmlFragment) {
      const read = readRichText(value)
      unreadable.push(...read.unreadable.map((piece) => ({ part, id: `${id}/${key}`, ...piece })))
      values.push([key, read.text])
    } else if (key === 'evidence' && part === 'timeline' && value instanceof Y.Map) {
      values.push([key, readEvidence(value as Things, id, unreadable)])
    } else values.push([key, plain(value)])
  }
  const parsed = slice.parse(Object.fromEntries(values))
  if (parsed.success) return { item: parsed.data, unreadable }
  return { item: null, unreadable: [{ part, id, reason: reasonOf(parsed), item: plain(raw) }] }
}
