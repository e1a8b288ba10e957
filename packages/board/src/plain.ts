import * as Y from 'yjs'

/** Any content of the document as JSON; what JSON has no word for becomes text, so that showing it never throws. */
export function plain(value: unknown): unknown {
  if (value instanceof Y.AbstractType) return plainType(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value === null || typeof value === 'string' || typeof value === 'boolean' ? value : String(value)
}

/** Yjs writes rich text as XML, and throws where an attribute holds what has no spelling as text. */
function plainType(type: Y.AbstractType<unknown>): unknown {
  if (type instanceof Y.XmlText || type instanceof Y.Text) return plain(type.toDelta())
  if (type instanceof Y.XmlElement) {
    const { nodeName: node } = type
    return { node, attributes: plain(type.getAttributes()), content: type.toArray().map(plain) }
  }
  if (type instanceof Y.XmlFragment) return type.toArray().map(plain)
  if (type instanceof Y.Map) {
    return Object.fromEntries([...type.entries()].map(([key, inner]) => [key, plain(inner)]))
  }
  return type instanceof Y.Array ? type.toArray().map(plain) : plain(type.toJSON())
}

/** Whether two plain values say the same. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    (key) => Object.hasOwn(b, key) && sameJson(a[key as keyof typeof a], b[key as keyof typeof b]),
  )
}

/**
 * A value as it reads everywhere: half a surrogate pair does not survive the way to others (UTF-8), and -0 not the way
 * through JSON.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'number') return value + 0
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, storable(inner)]])),
  )
}
