import { invariant } from '@kintsugi/model'
import canonicalize from 'canonicalize'

/** RFC 8785 in UTF-8. It has no bytes for half a surrogate pair, so texts are made whole first. */
export function canonicalBytes(value: Record<string, string | number | null>): Uint8Array {
  const whole = Object.entries(value).map(([key, field]) => [
    key,
    typeof field === 'string' ? field.toWellFormed() : field,
  ])
  const text = canonicalize(Object.fromEntries(whole))
  invariant(text, 'an object of texts and numbers is JSON')
  return new TextEncoder().encode(text)
}
