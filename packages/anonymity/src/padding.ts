import type { Problem } from '@kintsugi/model'
import { problemOf } from './problem.ts'

const blank = 0x20

/** JSON in UTF-8, then blanks up to exactly `size` bytes: all bodies look alike from outside. */
export function padded(value: unknown, size: number): Uint8Array<ArrayBuffer> | { problem: Problem } {
  const json = new TextEncoder().encode(JSON.stringify(value))
  if (json.length > size) return problemOf('noteTooLong', { limit: size })
  const body = new Uint8Array(size).fill(blank)
  body.set(json)
  return body
}

/** What `padded` was given; a Problem where the size is another, or it is no JSON. */
export function readPadded(body: Uint8Array, size: number): { value: unknown } | { problem: Problem } {
  if (body.length !== size) return problemOf('anonymousSize', { size })
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) }
  } catch {
    return problemOf('bodyNotJson')
  }
}
