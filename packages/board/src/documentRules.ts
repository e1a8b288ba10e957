import { type BoardPart, boardParts, incidentTexts, itemIdSchema, linkKinds } from '@kintsugi/model'
import * as Y from 'yjs'
import { isSealed, openFields } from './sealed.ts'
import { boardRoots } from './shape.ts'
import { incidentFields, sliceOf } from './slices.ts'

/** Containers above a leaf outside rich text, the root among them. */
const maxDepth = 4
/** Containers of one rich text above its characters, its fragment among them. A list in a list in a list is 8 deep. */
const maxTextDepth = 24
const maxValueDepth = 4
/** Keys that change what an object is once they are copied onto one. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype']

const nodeNamePattern = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
const markPattern = /^[A-Za-z][A-Za-z0-9_-]{0,39}(--[A-Za-z0-9+/=]{8})?$/
const linkKeyPattern = new RegExp(`^(${linkKinds.join('|')}):[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{22}$`)

/** A container in a board's document: a map with its path of keys, or something within a rich text. */
export type Place =
  | { kind: 'map'; root: string; path: readonly string[] }
  | { kind: 'fragment' | 'element' | 'text'; depth: number }
type Content = Y.Item['content']

const isItemId = (key: string): boolean => itemIdSchema.safeParse(key).success
const isPart = (root: string): root is BoardPart => (boardParts as readonly string[]).includes(root)

/** What may lie at a path below a map root; undefined where nothing may. */
function heldAt(root: string, path: readonly string[]): 'map' | 'xml' | 'value' | undefined {
  const [first = '', second, third] = path
  if (forbiddenKeys.some((key) => path.includes(key)) || path.length >= maxDepth) return undefined
  if (isPart(root)) {
    if (!isItemId(first)) return undefined
    if (second === undefined) return 'map'
    if (root === 'timeline' && second === 'evidence') {
      if (third === undefined) return 'map'
      return isItemId(third) ? 'value' : undefined
    }
    const slice = sliceOf(root)
    if (third !== undefined || second === 'id' || !Object.hasOwn(slice.fields, second)) return undefined
    return slice.texts.includes(second) ? 'xml' : 'value'
  }
  if (second !== undefined) return undefined
  if (root === 'links') return linkKeyPattern.test(first) ? 'value' : undefined
  if (root === 'placements' || root === 'rounds') return isItemId(first) ? 'value' : undefined
  if (root === 'meta') return first === 'version' || first === 'boardId' ? 'value' : undefined
  const isFact = Object.hasOwn(incidentFields, first) && !(incidentTexts as readonly string[]).includes(first)
  return root === 'incident' && isFact ? 'value' : undefined
}

/** JSON and nothing else: no BigInt, bytes, NaN or undefined, which `JSON.stringify` trips over or loses. */
function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value instanceof Uint8Array || depth >= maxValueDepth) return false
  if (Array.isArray(value)) return value.every((inner) => isJson(inner, depth + 1))
  return Object.entries(value).every(
    ([key, inner]) => !forbiddenKeys.includes(key) && isJson(inner, depth + 1),
  )
}

/** What an attribute of rich text can be: whatever is more than a word breaks whoever spells it out as XML or HTML. */
function isWord(value: unknown): boolean {
  return isJson(value) && (typeof value !== 'object' || value === null)
}

/** What a mark can carry: nothing, or its attributes. */
function isMarkValue(value: unknown): boolean {
  if (isWord(value)) return true
  return isJson(value) && !Array.isArray(value) && Object.values(Object(value)).every(isWord)
}

function soleValue(content: Content): { value: unknown } | undefined {
  return content instanceof Y.ContentAny && content.arr.length === 1 ? { value: content.arr[0] } : undefined
}

function inMap(
  place: Extract<Place, { kind: 'map' }>,
  key: string | null,
  content: Content,
): Place | 'leaf' | undefined {
  if (key === null) return undefined
  const path = [...place.path, key]
  const held = heldAt(place.root, path)
  if (held === 'value') {
    const sole = soleValue(content)
    return sole !== undefined && isJson(sole.value) ? 'leaf' : undefined
  }
  if (!(content instanceof Y.ContentType)) return undefined
  const type: unknown = content.type
  if (held === 'map' && type instanceof Y.Map) return { kind: 'map', root: place.root, path }
  const isFragment = type instanceof Y.XmlFragment && !(type instanceof Y.XmlElement)
  return held === 'xml' && isFragment ? { kind: 'fragment', depth: 1 } : undefined
}

function inText(
  place: { kind: string; depth: number },
  key: string | null,
  content: Content,
): Place | 'leaf' | undefined {
  if (place.kind === 'text') {
    if (key !== null) return undefined
    if (content instanceof Y.ContentString) return 'leaf'
    const isMark =
      content instanceof Y.ContentFormat && markPattern.test(content.key) && isMarkValue(content.value)
    return isMark && !forbiddenKeys.includes(content.key) ? 'leaf' : undefined
  }
  if (key !== null) {
    const isName = nodeNamePattern.test(key) && !forbiddenKeys.includes(key)
    const sole = soleValue(content)
    return place.kind === 'element' && isName && sole !== undefined && isWord(sole.value) ? 'leaf' : undefined
  }
  const depth = place.depth + 1
  if (!(content instanceof Y.ContentType) || depth > maxTextDepth) return undefined
  const type: unknown = content.type
  if (type instanceof Y.XmlText) return { kind: 'text', depth }
  return type instanceof Y.XmlElement && nodeNamePattern.test(type.nodeName)
    ? { kind: 'element', depth }
    : undefined
}

/** The place that a root is; undefined for a name that no board has. */
function rootPlace(name: string): Place | undefined {
  const root = boardRoots.find((known) => known.name === name)
  if (root === undefined) return undefined
  return root.kind === 'map' ? { kind: 'map', root: name, path: [] } : { kind: 'fragment', depth: 1 }
}

/**
 * Whether content may lie in a place, under a key or (null) in its list: `leaf`, or the place it opens; undefined where
 * it may not. What is deleted already may lie anywhere.
 */
function admit(place: Place, key: string | null, content: Content): Place | 'leaf' | undefined {
  if (content instanceof Y.ContentDeleted) return 'leaf'
  return place.kind === 'map' ? inMap(place, key, content) : inText(place, key, content)
}

/** The place that a container of a live document is. */
function placeOf(type: unknown): Place | undefined {
  if (!(type instanceof Y.AbstractType)) return undefined
  const item: Y.Item | null = type._item
  if (item === null) return type.doc === null ? undefined : rootPlace(Y.findRootTypeKey(type))
  const parent = placeOf(item.parent)
  if (parent === undefined) return undefined
  const place = admit(parent, item.parentSub, item.content)
  return place === 'leaf' ? undefined : place
}

/** What a board's document may hold: for the gate that every update passes on the server. */
export const documentRules = {
  roots: boardRoots,
  /** Roots that only the server writes. */
  serverRoots: ['meta', 'rounds'],
  /** Whether a container is a note whose words and seal are its author's; of it others write `openFields` only. */
  isSealed,
  openFields,
  sealField: 'seal',
  notesRoot: 'kptNotes',
  maxDepth,
  maxTextDepth,
  forbiddenKeys,
  rootPlace,
  placeOf,
  admit,
} as const
