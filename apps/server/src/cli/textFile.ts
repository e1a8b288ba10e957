import { readFile, stat } from 'node:fs/promises'
import { limits } from '@kintsugi/model'
import { type Failure, failure } from './failure.ts'

export const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** A file's bytes, refused by its size before anything is read. */
export async function readBytes(file: string, limit: number): Promise<Uint8Array | Failure> {
  try {
    const facts = await stat(file)
    if (facts.isDirectory()) return failure('fileIsFolder', { file })
    if (facts.size > limit)
      return failure('fileTooBig', { file, sizeMB: megabytes(facts.size), limitMB: megabytes(limit) })
    const bytes = await readFile(file)
    return bytes.length === 0 ? failure('fileEmpty', { file }) : bytes
  } catch (error) {
    const reason = reasonOf(error)
    return reason === 'ENOENT'
      ? failure('fileMissing', { file })
      : failure('fileUnreadable', { file, reason })
  }
}

/** Line of the first byte that no UTF-8 text has: a zero, or a broken sequence. */
function lineOfBinary(bytes: Uint8Array): number | null {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start)
    const end = newline === -1 ? bytes.length : newline + 1
    const row = bytes.subarray(start, end)
    if (row.includes(0)) return line
    try {
      strict.decode(row)
    } catch {
      return line
    }
    line += 1
    start = end
  }
  return null
}

const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Text of a file to analyze: UTF-8, or UTF-16 where a byte order mark says so (Windows' Notepad). */
export async function readTextFile(file: string): Promise<string | Failure> {
  const bytes = await readBytes(file, limits.importBytes)
  if (!(bytes instanceof Uint8Array)) return bytes
  const wide = utf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const line = lineOfBinary(bytes)
  if (line !== null) return failure('fileNotText', { file, line })
  const text = new TextDecoder().decode(bytes)
  return text.trim() === '' ? failure('fileEmpty', { file }) : text
}
